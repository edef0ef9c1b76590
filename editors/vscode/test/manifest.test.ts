/** package.json offers what the code does, by the same names. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { test } from "node:test";

import { statusOf, NOTHING, type State } from "../src/counts";
import { AT_START, OF_SERVER, settingsFrom } from "../src/settings";

const ROOT = path.join(__dirname, "..", "..");
const MANIFEST = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
const CODE = readFileSync(path.join(ROOT, "src", "extension.ts"), "utf8");
const README = readFileSync(path.join(ROOT, "README.md"), "utf8");
const PROPERTIES: Record<string, { default: unknown }> = MANIFEST.contributes.configuration.properties;
const COMMANDS: string[] = MANIFEST.contributes.commands.map(({ command }: { command: string }) => command);

test("every command is registered, and no other", () => {
  const registered = [...CODE.matchAll(/registerCommand\("([\w.]+)"/g)].map(([, name]) => name);
  assert.deepEqual([...registered].sort(), [...COMMANDS].sort());
});

test("settings are read with the defaults that the manifest shows", () => {
  const settings = settingsFrom((_, fallback) => fallback);
  for (const [name, value] of Object.entries(settings)) {
    assert.deepEqual(value, PROPERTIES[`lintnews.${name}`]?.default, name);
  }
  const known = new Set([...Object.keys(settings), "trace.server"].map((name) => `lintnews.${name}`));
  assert.deepEqual(new Set(Object.keys(PROPERTIES)), known);
});

test("every setting is the server's or needs a new start", () => {
  const settings = settingsFrom((_, fallback) => fallback);
  assert.deepEqual(new Set(Object.keys(settings)), new Set([...OF_SERVER, ...AT_START]));
});

test("the status bar runs commands that exist", () => {
  for (const state of ["starting", "running", "off", "failed"] as State[]) {
    const { command } = statusOf(state, NOTHING);
    assert.ok(COMMANDS.includes(command) || command.startsWith("workbench."), command);
  }
});

test("the README names every setting and command", () => {
  for (const name of Object.keys(PROPERTIES)) {
    assert.ok(README.includes(`\`${name}\``), name);
  }
  for (const { title } of MANIFEST.contributes.commands) {
    assert.ok(README.includes(`lintnews: ${title}`), title);
  }
});
