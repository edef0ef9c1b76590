// The findings as cards: what is wrong, what it contradicts, and what can be done.

import { byId, counted, make } from "./dom.js";

const LEVELS = { error: "Error", warning: "Warning", info: "Hint" };
const TITLES = { certifies: "Mark CQ", allows: "Allow…", "tells-apart": "Two people" };

/** Show *findings*; *actions* are goTo(place), light(number) and apply(remedy, finding). */
export function showFindings(findings, actions) {
  const had = document.activeElement?.closest?.(".card")?.dataset.key;
  byId("cards").replaceChildren(...findings.map((finding, number) => card(finding, number, actions)));
  byId("count-findings").textContent = findings.length;
  if (had) refocus(had);
}

function refocus(key) {
  const cards = [...byId("cards").children];
  const again = cards.find((one) => one.dataset.key === key) ?? cards[0];
  if (again) again.querySelector("button")?.focus({ preventScroll: true });
  else byId("findings").focus({ preventScroll: true });
}

/** What was found, in a few words, for the status line. */
export function summed(findings) {
  if (findings.length === 0) return "Nothing found.";
  const parts = [];
  for (const [level, name] of Object.entries(LEVELS)) {
    const number = findings.filter((finding) => finding.severity === level).length;
    if (number) parts.push(counted(number, name.toLowerCase()));
  }
  return parts.join(", ");
}

const isWide = window.matchMedia("(min-width: 60rem)");

/** Mark the card of the finding that is looked at, and bring it into view if *scroll*; a narrow screen shows it *atCaret*. */
export function showLooked(number, scroll, atCaret) {
  [...byId("cards").children].forEach((one, index) => {
    one.classList.toggle("looked-at", index === number);
    one.classList.toggle("at-caret", index === number && atCaret);
  });
  const found = byId("cards").children[number];
  if (found && scroll && isWide.matches && !found.contains(document.activeElement)) found.scrollIntoView({ block: "nearest" });
}

function card(finding, number, actions) {
  const look = () => actions.light(number);
  const away = () => actions.light(-1);
  const where = finding.place
    ? make("button", { class: "where", type: "button", onclick: () => actions.goTo(finding.place), "aria-label": `Go to ${finding.text || "the place"}` }, finding.text ? `“${short(finding.text)}”` : "Go there")
    : null;
  const item = make(
    "li",
    { class: `card ${finding.severity}`, "data-key": finding.key, onpointerenter: look, onpointerleave: away, onfocusin: look, onfocusout: away },
    make("p", { class: "head" }, make("span", { class: "level" }, LEVELS[finding.severity]), where),
    make("p", { class: "message" }, finding.message),
    ...finding.notes.map((note) => noteLine(note, actions)),
    finding.evidence.length ? make("p", { class: "evidence" }, `Evidence: ${finding.evidence.join("; ")}`) : null,
    doing(finding, actions),
    why(finding),
  );
  return item;
}

function noteLine(note, actions) {
  if (!note.place) return make("p", { class: "note" }, note.message);
  const button = make("button", { class: "where other", type: "button", onclick: () => actions.goTo(note.place), "aria-label": `Go to ${note.text || "the other place"}, which it contradicts` }, `“${short(note.text)}”`);
  return make("p", { class: "note" }, `${note.message} `, button);
}

function doing(finding, actions) {
  if (finding.remedies.length === 0) return null;
  const buttons = finding.remedies.map((remedy) => {
    const mends = remedy.does === "mends" || remedy.does === "everywhere";
    const title = TITLES[remedy.does] ?? remedy.title;
    const about = mends ? remedy.title : `${title.replace("…", "")}: ${finding.text || finding.rule}`;
    const kind = remedy.preferred ? "main" : mends ? "mend" : "quiet";
    return make("button", { type: "button", class: kind, title: remedy.title, "aria-label": about, onclick: () => actions.apply(remedy, finding) }, title);
  });
  return make("p", { class: "doing" }, ...buttons);
}

function why(finding) {
  const words = make("p", {}, finding.why, " ", make("a", { href: `/rules/${finding.rule}`, target: "_blank", rel: "noopener" }, "All about this rule"));
  return make("details", { class: "why" }, make("summary", {}, finding.rule), words);
}

/** What the copy itself allows, each with its reason. */
export function showAllowed(allowed) {
  const details = byId("allowed");
  details.hidden = allowed.length === 0;
  details.querySelector("summary").textContent = `${counted(allowed.length, "finding")} allowed in the copy`;
  const rows = allowed.map((one) => make("li", {}, one.message, make("span", { class: "reason" }, one.reason ? ` ${one.reason}` : " no reason given")));
  details.querySelector("ul").replaceChildren(...rows);
}

const short = (words) => (words.length > 60 ? `${words.slice(0, 58).trimEnd()}…` : words).replace(/\s+/g, " ");
