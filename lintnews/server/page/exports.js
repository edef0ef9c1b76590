// What leaves the page: files that the browser saves, and paper.

import { save } from "./dom.js";
import { rows } from "./facts.js";

const COLUMNS = ["attribute", "text", "what", "firm", "quoted", "state", "mentions", "signed_off", "note", "sentence"];

/** Save the story as it stands, marks and all; what the fields say goes before it as front matter. */
export function saveStory(fields) {
  const markdown = fields.format === "markdown";
  const said = [fields.headline && `headline: ${JSON.stringify(fields.headline)}`, fields.published && `published: ${fields.published}`].filter(Boolean);
  const own = /^\s*(---|\+\+\+)[ \t]*\r?\n/.test(fields.text);
  const front = said.length && !own ? `---\n${said.join("\n")}\n---\n` : "";
  save(`${named(fields)}${markdown ? ".md" : ".txt"}`, markdown ? "text/markdown" : "text/plain", front + fields.text);
}

export function saveJson(fields) {
  const sheet = { headline: fields.headline, published: fields.published, facts: rows() };
  save(`${named(fields)}-facts.json`, "application/json", `${JSON.stringify(sheet, null, 2)}\n`);
}

export function saveCsv(fields) {
  const lines = [COLUMNS, ...rows().map((row) => COLUMNS.map((column) => row[column]))];
  save(`${named(fields)}-facts.csv`, "text/csv", lines.map((line) => `${line.map(cell).join(",")}\r\n`).join(""));
}

/** A value as CSV has it; what a spreadsheet would take for a formula is kept from being one. */
function cell(value) {
  const words = String(value);
  const plain = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A name for the file: the first words of the headline. */
function named(fields) {
  const words = fields.headline.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 5).join("-") || "story";
}
