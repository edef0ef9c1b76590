/** How much was found, and the words for it. */

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export const NOTHING: Counts = { error: 0, warning: 0, info: 0 };

/** What the editor calls severities, from 0: error, warning, information, hint. */
const NAMES: readonly (keyof Counts)[] = ["error", "warning", "info", "info"];

export interface Found {
  readonly severity: number;
  readonly source?: string;
}

/** What the linter found among all that the editor shows of a document. */
export function counted(diagnostics: readonly Found[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const diagnostic of diagnostics) {
    if (diagnostic.source === "lintnews") {
      counts[NAMES[diagnostic.severity] ?? "info"] += 1;
    }
  }
  return counts;
}

export function isClean(counts: Counts): boolean {
  return counts.error + counts.warning + counts.info === 0;
}

/** The counts in words: “1 error, 2 warnings, 3 hints”; what is not there is not named. */
export function inWords(counts: Counts): string {
  const parts: [number, string][] = [
    [counts.error, "error"],
    [counts.warning, "warning"],
    [counts.info, "hint"],
  ];
  const named = parts.filter(([number]) => number > 0);
  return named.map(([number, word]) => `${number} ${word}${number === 1 ? "" : "s"}`).join(", ") || "nothing found";
}

export type State = "starting" | "running" | "off" | "failed";

export interface Status {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
  readonly isError: boolean;
}

/** What stands in the status bar for a story. */
export function statusOf(state: State, counts: Counts): Status {
  switch (state) {
    case "starting":
      return { text: "$(sync~spin) lintnews", tooltip: "lintnews is starting", command: "lintnews.showLog", isError: false };
    case "failed":
      return {
        text: "$(alert) lintnews",
        tooltip: "lintnews could not be started: show the log",
        command: "lintnews.showLog",
        isError: true,
      };
    case "off":
      return {
        text: "$(circle-slash) lintnews",
        tooltip: "lintnews is off: turn it on",
        command: "lintnews.toggle",
        isError: false,
      };
    case "running":
      return {
        text: isClean(counts) ? "$(check) lintnews" : `lintnews ${icons(counts)}`,
        tooltip: `lintnews: ${inWords(counts)}`,
        command: "workbench.actions.view.problems",
        isError: false,
      };
  }
}

function icons(counts: Counts): string {
  const parts: [number, string][] = [
    [counts.error, "error"],
    [counts.warning, "warning"],
    [counts.info, "info"],
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, icon]) => `$(${icon}) ${number}`)
    .join(" ");
}

/** What is said after linting before publication: whether it stands in the way, and the words. */
export function verdict(name: string, counts: Counts): { readonly words: string; readonly clean: boolean } {
  return isClean(counts)
    ? { words: `${name}: nothing found that stands in the way of print.`, clean: true }
    : { words: `${name}: ${inWords(counts)}.`, clean: false };
}
