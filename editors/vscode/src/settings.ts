/** What the user sets: the names and types are those of package.json. */

export interface Settings {
  readonly enable: boolean;
  readonly least: string;
  readonly config: string;
  readonly path: string;
  readonly interpreter: string;
  readonly languages: readonly string[];
}

export const SECTION = "lintnews";

/** Settings that the server is told; the others are the extension's own. */
export const OF_SERVER = ["enable", "least", "config"] as const;

/** Settings with which the server has to be started anew. */
export const AT_START = ["path", "interpreter", "languages"] as const;

export function settingsFrom(get: <T>(name: string, fallback: T) => T): Settings {
  return {
    enable: get("enable", true),
    least: get("least", "info"),
    config: get("config", ""),
    path: get("path", "").trim(),
    interpreter: get("interpreter", "").trim(),
    languages: get("languages", ["markdown", "plaintext", "html"]),
  };
}

export function forServer(settings: Settings): Record<string, unknown> {
  return Object.fromEntries(OF_SERVER.map((name) => [name, settings[name]]));
}
