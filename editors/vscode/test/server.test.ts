/** The language server, started as the extension starts it; LINTNEWS names the program. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from "vscode-jsonrpc/node";

import { launch } from "../src/launch";
import { forServer, settingsFrom } from "../src/settings";

const program = process.env.LINTNEWS ?? "";
const STORY = "# Fire\n\nThe mayor, TK, spoke (CQ).\n";

test("findings, and those that only print minds", { skip: !program && "LINTNEWS is not set", timeout: 60_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "desk-"));
  const rules = "rules: {all: off, placeholder: on}\n";
  writeFileSync(path.join(folder, "lintnews.yaml"), rules);
  const unset = settingsFrom((_, fallback) => fallback);
  const surroundings = { folders: [folder], trusted: true, windows: false, home: "", exists: () => false };
  const { command, args } = launch({ ...unset, path: program }, surroundings);
  const server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const published: ((codes: string[]) => void)[] = [];
  connection.onNotification("textDocument/publishDiagnostics", ({ diagnostics }) => {
    published.shift()?.(diagnostics.map(({ code }: { code: string }) => code).sort());
  });
  const next = () => new Promise<string[]>((resolve) => published.push(resolve));
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  const initializationOptions = forServer(unset);
  await connection.sendRequest("initialize", { processId: null, rootUri, capabilities: {}, initializationOptions });
  await connection.sendNotification("initialized", {});
  const uri = `${rootUri}/fire.md`;
  const opened = next();
  const textDocument = { uri, languageId: "markdown", version: 1, text: STORY };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  assert.deepEqual(await opened, ["placeholder"]);
  const looked = next();
  const counts = await connection.sendRequest("workspace/executeCommand", {
    command: "lintnews.lintForPublication",
    arguments: [uri],
  });
  assert.deepEqual(await looked, ["leftover-cq", "placeholder"]);
  assert.equal(Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count), 2);
  const silenced = next();
  const settings = { lintnews: { ...forServer(unset), enable: false } };
  await connection.sendNotification("workspace/didChangeConfiguration", { settings });
  assert.deepEqual(await silenced, []);
  await connection.sendRequest("shutdown");
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  await connection.sendNotification("exit");
  assert.equal(await ended, 0);
  connection.dispose();
  rmSync(folder, { recursive: true });
});
