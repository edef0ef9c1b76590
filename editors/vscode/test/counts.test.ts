import assert from "node:assert/strict";
import { test } from "node:test";

import { NOTHING, counted, inWords, statusOf, verdict } from "../src/counts";

test("only what the linter found is counted", () => {
  const found = [
    { severity: 0, source: "lintnews" },
    { severity: 1, source: "lintnews" },
    { severity: 1, source: "spelling" },
    { severity: 2, source: "lintnews" },
    { severity: 3, source: "lintnews" },
    { severity: 0 },
  ];
  assert.deepEqual(counted(found), { error: 1, warning: 1, info: 2 });
});

test("counts in words", () => {
  assert.equal(inWords({ error: 1, warning: 2, info: 3 }), "1 error, 2 warnings, 3 hints");
  assert.equal(inWords({ error: 0, warning: 0, info: 1 }), "1 hint");
  assert.equal(inWords(NOTHING), "nothing found");
});

test("the status bar", () => {
  assert.equal(statusOf("running", NOTHING).text, "$(check) lintnews");
  assert.equal(statusOf("running", { error: 2, warning: 0, info: 1 }).text, "lintnews $(error) 2 $(info) 1");
  assert.equal(statusOf("off", NOTHING).command, "lintnews.toggle");
  assert.ok(statusOf("failed", NOTHING).isError);
});

test("the verdict before publication", () => {
  assert.ok(verdict("fire.md", NOTHING).clean);
  assert.equal(verdict("fire.md", { error: 1, warning: 0, info: 0 }).words, "fire.md: 1 error.");
});
