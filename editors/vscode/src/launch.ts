/** How the language server is started. */

import * as path from "node:path";

import type { Settings } from "./settings";

export interface Launch {
  readonly command: string;
  readonly args: string[];
}

export interface Surroundings {
  /** The open folders, in the order of the workspace. */
  readonly folders: readonly string[];
  /** Whether what lies in these folders may be run. */
  readonly trusted: boolean;
  readonly windows: boolean;
  readonly home: string;
  readonly exists: (file: string) => boolean;
}

const ENVIRONMENTS = [".venv", "venv"];

/**
 * The program that is set; else the interpreter that is set; else the environment in an open folder; else the program on
 * the PATH.
 */
export function launch(settings: Pick<Settings, "path" | "interpreter">, around: Surroundings): Launch {
  if (settings.path) {
    return { command: resolved(settings.path, around), args: ["lsp"] };
  }
  if (settings.interpreter) {
    return { command: resolved(settings.interpreter, around), args: ["-m", "lintnews", "lsp"] };
  }
  const found = around.trusted ? inEnvironment(around) : undefined;
  return { command: found ?? "lintnews", args: ["lsp"] };
}

function inEnvironment(around: Surroundings): string | undefined {
  const program = around.windows ? ["Scripts", "lintnews.exe"] : ["bin", "lintnews"];
  return around.folders
    .flatMap((folder) => ENVIRONMENTS.map((environment) => path.join(folder, environment, ...program)))
    .find((file) => around.exists(file));
}

/** `~` and `${workspaceFolder}` filled in; a relative path with a folder in it begins at the first open folder. */
function resolved(written: string, around: Surroundings): string {
  const folder = around.folders[0] ?? "";
  let file = written.replaceAll("${workspaceFolder}", folder);
  if (file === "~" || file.startsWith("~/") || file.startsWith("~\\")) {
    file = path.join(around.home, file.slice(1));
  }
  const isBare = !/[\\/]/.test(file);
  return isBare || path.isAbsolute(file) || !folder ? file : path.join(folder, file);
}
