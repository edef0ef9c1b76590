// The desk: fields and story in, findings and fact sheet beside them.

import { byId, counted } from "./dom.js";
import * as editor from "./editor.js";
import { saveCsv, saveJson, saveStory } from "./exports.js";
import { forget, isWorkedOn, showFacts } from "./facts.js";
import { showAllowed, showFindings, showLooked, summed } from "./findings.js";
import * as server from "./server.js";

const PAUSE = 250; // milliseconds after a key before the server is asked
const LATER = 3000; // milliseconds before a server that has too much to do is asked again
const FIELDS = ["headline", "published", "style", "format"];
const CONVERTED = /^\s*(<\?xml|<!doctype html|<html|<nitf|<newsItem|<newsMessage|\{\s*")/i;

let findings = [];
let shownFor = "";
let before = "";
let opened = "";
let timer = 0;
let asking = null;

const fields = () => ({ text: editor.text(), ...Object.fromEntries(FIELDS.map((name) => [name, byId(name).value])) });

function say(words, isError = false) {
  byId("summary").textContent = words;
  byId("summary").classList.toggle("wrong", isError);
}

// Checking

function checkSoon(pause = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(check, pause);
}

async function check() {
  asking?.abort();
  asking = new AbortController();
  const asked = fields();
  if (!asked.text.trim() && !asked.headline.trim()) return show({ findings: [], facts: [], allowed: [], said: [], published: "", words: 0 }, true);
  document.body.dataset.busy = "true";
  try {
    const found = await server.check(asked, asking.signal);
    delete document.body.dataset.busy;
    if (asked.text !== editor.text()) return;
    shownFor = JSON.stringify(asked);
    show(found, false);
  } catch (error) {
    if (error.name === "AbortError") return;
    delete document.body.dataset.busy;
    say(error.message, true);
    if (error.isForLater) checkSoon(LATER);
  }
}

function show(found, empty) {
  findings = found.findings;
  editor.underline(findings);
  showFindings(findings, { goTo: editor.goTo, light, apply });
  showAllowed(found.allowed);
  showFacts(found.facts, { goTo: editor.goTo, glance: editor.glance, certify, paragraph });
  byId("words").textContent = empty ? "" : `${counted(found.words, "word")}.`;
  showHeadline();
  showClock(found.published, empty);
  say(empty ? "Paste a story to begin, or try the sample." : [summed(findings), ...found.said].join(" · "), found.said.length > 0);
  document.body.dataset.checked = String(Number(document.body.dataset.checked ?? 0) + 1);
}

function showClock(published, empty) {
  for (const name of ["headline", "published"]) byId(name).parentElement.classList.toggle("empty", !byId(name).value);
  const clock = byId("clock");
  clock.hidden = empty || byId("published").value === published;
  clock.textContent = published ? `The story says that it was published on ${published}.` : "Without a publication date, weekdays and ages are not checked against the calendar.";
}

function showHeadline() {
  const found = findings.filter((finding) => finding.place?.where === "headline");
  byId("headline").classList.toggle("marked", found.length > 0);
  byId("headline").setAttribute("aria-invalid", String(found.some((finding) => finding.severity === "error")));
  byId("headline-marks").hidden = found.length === 0;
  byId("headline-marks").replaceChildren(
    ...found.map((finding) => {
      const item = document.createElement("li");
      item.className = finding.severity;
      item.textContent = `“${finding.text}”: ${finding.message}`;
      return item;
    }),
  );
}

const paragraph = (place) => editor.text().slice(0, place.end).split(/\n\s*\n/).filter((part) => part.trim()).length || 1;

// Looking

function light(number) {
  editor.light(number);
  showLooked(number, false, false);
}

editor.onPoint((number, how) => {
  const wanted = number < 0 && how === "pointer" ? editor.atCaret() : number;
  editor.light(wanted);
  showLooked(wanted, number >= 0, how === "caret");
});

function step(by) {
  if (isStale()) return;
  const here = findings.filter((finding) => finding.place?.where === "text");
  if (here.length === 0) return;
  const at = byId("copy").selectionStart;
  const next = by > 0 ? here.find((finding) => finding.place.start > at) ?? here[0] : here.findLast((finding) => finding.place.end < at) ?? here[here.length - 1];
  editor.goTo(next.place);
  byId("spoken").textContent = [next.message, ...next.notes.map((note) => note.message)].join(" ");
}

// Doing

const isStale = () => JSON.stringify(fields()) !== shownFor;

async function apply(remedy, finding) {
  if (isStale()) return check(); // the places are those of other words
  let edits = remedy.edits;
  if (remedy.reasonAt >= 0) {
    const reason = await askReason(finding);
    if (reason === null) return;
    const [{ place, text }] = edits;
    edits = [{ place, text: reason ? `${text.slice(0, remedy.reasonAt)} -- ${reason}${text.slice(remedy.reasonAt)}` : text }];
  }
  for (const edit of [...edits].sort((a, b) => b.place.start - a.place.start)) put(edit);
  checkSoon(0);
}

function put({ place, text }) {
  if (place.where === "text") return editor.replace(place.start, place.end, text);
  const headline = byId("headline");
  headline.value = headline.value.slice(0, place.start) + text + headline.value.slice(place.end);
}

function certify(fact) {
  if (isStale()) return check();
  put({ place: fact.mark, text: " (CQ)" });
  checkSoon(0);
}

function askReason(finding) {
  const dialog = byId("reason");
  byId("reason-about").textContent = finding.message;
  byId("reason-text").value = "";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "ok" ? plain(byId("reason-text").value) : null), { once: true });
  });
}

/** A reason as it can stand in a suppression. */
const plain = (words) => words.replace(/[[\]<>]/g, "").replace(/-{2,}/g, "–").replace(/\s+/g, " ").trim();

byId("reason-ok").value = "ok";
byId("reason-cancel").addEventListener("click", () => byId("reason").close(""));

// Taking in

function place(story) {
  forget();
  byId("headline").value = story.headline;
  byId("published").value = story.published;
  byId("format").value = story.format;
  editor.setText(story.text);
  before = story.text;
  opened = story.text;
  checkSoon(0);
}

const mayLose = () => (editor.text() === opened && !isWorkedOn()) || window.confirm("Replace the story on the desk? What was changed and signed off is lost.");

async function takeIn(name, data) {
  try {
    place(await server.takeIn(name, data));
  } catch (error) {
    say(`${name}: ${error.message}`, true);
  }
}

byId("open").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (file && mayLose()) await takeIn(file.name, await file.arrayBuffer());
  event.target.value = "";
});
byId("sample").addEventListener("click", async () => {
  if (!mayLose()) return;
  try {
    place(await server.sample());
  } catch (error) {
    say(error.message, true);
  }
});

const holdsFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
document.addEventListener("dragover", (event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  byId("drop").hidden = false;
});
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) byId("drop").hidden = true;
});
document.addEventListener("drop", async (event) => {
  byId("drop").hidden = true;
  if (!holdsFile(event)) return;
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file && mayLose()) await takeIn(file.name, await file.arrayBuffer());
});
byId("copy").addEventListener("paste", (event) => {
  const words = event.clipboardData?.getData("text/plain") ?? "";
  if (editor.text().trim() || !CONVERTED.test(words)) return;
  event.preventDefault();
  const kind = /^\s*\{/.test(words) ? "json" : /^\s*(<!doctype html|<html)/i.test(words) ? "html" : "xml";
  takeIn(`pasted.${kind}`, words);
});

// Typing

byId("copy").addEventListener("input", () => {
  editor.shift(before, editor.text());
  before = editor.text();
  checkSoon();
});
for (const name of FIELDS) byId(name).addEventListener("input", () => checkSoon());

// Keys, tabs, the menu

document.addEventListener("keydown", (event) => {
  if (event.key === "F8") {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape" && !byId("reason").open) {
    if (!byId("export-menu").hidden) openMenu(false);
    else byId("copy").focus();
  }
});

const tabs = [byId("tab-findings"), byId("tab-facts")];
function choose(tab) {
  for (const one of tabs) {
    const isIt = one === tab;
    one.setAttribute("aria-selected", String(isIt));
    one.tabIndex = isIt ? 0 : -1;
    byId(one.getAttribute("aria-controls")).hidden = !isIt;
  }
  document.body.dataset.tab = tab.getAttribute("aria-controls");
}
for (const tab of tabs) {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const other = tabs[event.key === "Home" ? 0 : event.key === "End" ? 1 : 1 - tabs.indexOf(tab)];
    choose(other);
    other.focus();
  });
}

function openMenu(isOpen) {
  byId("export-menu").hidden = !isOpen;
  byId("export").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) byId("export-menu").querySelector("button").focus();
  else if (byId("export-menu").contains(document.activeElement)) byId("export").focus();
}
const EXPORTS = { story: saveStory, json: saveJson, csv: saveCsv, print: () => window.print() };
byId("export").addEventListener("click", () => openMenu(byId("export-menu").hidden));
byId("export-menu").addEventListener("click", (event) => {
  const kind = event.target.dataset.export;
  if (!kind) return;
  openMenu(false);
  EXPORTS[kind](fields());
  byId("export").focus();
});
document.addEventListener("click", (event) => {
  if (!event.target.closest(".menu")) openMenu(false);
});
window.addEventListener("beforeunload", (event) => {
  if (editor.text() !== opened || isWorkedOn()) event.preventDefault();
});

// The beginning

choose(tabs[0]);
before = opened = editor.text();
check();
server
  .settings()
  .then(({ styles }) => {
    for (const name of styles) byId("style").add(new Option(name.replace("-", " ").replace(/^u(s|k) /, (word) => word.toUpperCase()), name));
  })
  .catch((error) => say(error.message, true));
