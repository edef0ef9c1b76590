import assert from "node:assert/strict";
import { test } from "node:test";

import { type Surroundings, launch } from "../src/launch";

const UNSET = { path: "", interpreter: "" };

function around(files: string[] = [], changed: Partial<Surroundings> = {}): Surroundings {
  const exists = (file: string) => files.includes(file);
  return { folders: ["/desk"], trusted: true, windows: false, home: "/home/ann", exists, ...changed };
}

test("the program on the PATH is the last resort", () => {
  assert.deepEqual(launch(UNSET, around()), { command: "lintnews", args: ["lsp"] });
});

test("an environment in an open folder is used, the first of them", () => {
  const files = ["/desk/venv/bin/lintnews", "/shared/.venv/bin/lintnews"];
  const folders = ["/desk", "/shared"];
  assert.equal(launch(UNSET, around(files, { folders })).command, "/desk/venv/bin/lintnews");
  assert.equal(launch(UNSET, around(files.slice(1), { folders })).command, "/shared/.venv/bin/lintnews");
});

test("nothing in a folder that isn't trusted is run", () => {
  assert.equal(launch(UNSET, around(["/desk/.venv/bin/lintnews"], { trusted: false })).command, "lintnews");
});

test("what is set comes first, the program before the interpreter", () => {
  const files = ["/desk/.venv/bin/lintnews"];
  assert.deepEqual(launch({ path: "", interpreter: "/usr/bin/python3" }, around(files)), {
    command: "/usr/bin/python3",
    args: ["-m", "lintnews", "lsp"],
  });
  assert.equal(launch({ path: "/opt/lintnews", interpreter: "/usr/bin/python3" }, around(files)).command, "/opt/lintnews");
});

test("paths are filled in", () => {
  const command = (path: string) => launch({ path, interpreter: "" }, around()).command;
  assert.equal(command("~/bin/lintnews"), "/home/ann/bin/lintnews");
  assert.equal(command("${workspaceFolder}/tools/lintnews"), "/desk/tools/lintnews");
  assert.equal(command("tools/lintnews"), "/desk/tools/lintnews");
  assert.equal(command("lintnews-next"), "lintnews-next");
});
