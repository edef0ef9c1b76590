// The fact sheet: what the story states, as a checklist. Ticks and notes are kept by what a fact says, not where.

import { byId, counted, make } from "./dom.js";

const GROUPS = [
  ["People", ["person", "title", "age"]],
  ["Bodies and other names", ["name", "acronym"]],
  ["Places", ["place"]],
  ["Dates and times", ["date", "weekday", "duration"]],
  ["Numbers", ["number", "money", "percent", "measure"]],
  ["Quotations", ["quotation"]],
  ["Addresses", ["web address"]],
];
const STATES = {
  contradicted: "contradicted",
  certified: "certified",
  known: "known",
  repeated: "unchecked",
  unchecked: "unchecked",
};
const signed = new Map();
let facts = [];
let showing = "all";
let actions;

const keyOf = (fact) => [fact.attribute, fact.what, fact.value].join("|").toLowerCase();
const entry = (fact) => signed.get(keyOf(fact)) ?? { done: false, note: "" };
const done = () => facts.filter((fact) => entry(fact).done).length;

/** Whether anything was ticked or noted that leaving the page would lose. */
export const isWorkedOn = () => [...signed.values()].some((one) => one.done || one.note);

/** Forget ticks and notes: another story is on the desk. */
export const forget = () => signed.clear();

/** Show *found*; *does* has goTo(place), glance(place or null) and certify(fact). */
export function showFacts(found, does) {
  facts = found;
  actions = does;
  byId("count-facts").textContent = facts.length;
  draw();
}

/** Every fact with its state, tick and note, as plain data. */
export const rows = () =>
  facts.map((fact) => ({
    attribute: fact.attribute,
    text: fact.text,
    what: fact.what,
    value: fact.value,
    firm: fact.firm,
    quoted: fact.quoted,
    state: STATES[fact.state],
    mentions: fact.places.length,
    places: fact.places,
    sentence: fact.sentence,
    signed_off: entry(fact).done,
    note: entry(fact).note,
  }));

function draw() {
  const panel = byId("facts");
  const had = panel.contains(document.activeElement) ? document.activeElement.id : "";
  if (facts.length === 0) {
    panel.replaceChildren(make("p", { class: "empty" }, "The fact sheet fills as there is a story."));
    return;
  }
  panel.replaceChildren(head(), ...GROUPS.map(group).filter(Boolean));
  if (had) byId(had)?.focus({ preventScroll: true });
}

function head() {
  const choice = make(
    "select",
    { id: "facts-shown", onchange: (event) => ((showing = event.target.value), draw()) },
    ...[["all", "All"], ["open", "Not signed off"], ["contradicted", "Contradicted"], ["unchecked", "Unchecked"]].map(([value, words]) =>
      make("option", { value, selected: value === showing }, words),
    ),
  );
  const share = make("progress", { max: facts.length, value: done(), "aria-label": "Signed off" });
  return make("div", { class: "facts-head" }, make("p", { id: "facts-done" }, saidDone()), share, make("label", {}, "Show ", choice));
}

const saidDone = () => `${done()} of ${counted(facts.length, "fact")} signed off`;

function isShown(fact) {
  if (showing === "all") return true;
  return showing === "open" ? !entry(fact).done : STATES[fact.state] === showing;
}

function group([title, attributes]) {
  const here = facts.map((fact, number) => [fact, number]).filter(([fact]) => attributes.includes(fact.attribute) && isShown(fact));
  if (here.length === 0) return null;
  const headings = ["Signed off", "Fact", "State", "Note"].map((words) => make("th", { scope: "col" }, words));
  return make(
    "table",
    { class: "facts" },
    make("caption", {}, title, make("span", { class: "count" }, String(here.length))),
    make("thead", {}, make("tr", {}, ...headings)),
    make("tbody", {}, ...here.map(([fact, number]) => row(fact, number))),
  );
}

function row(fact, number) {
  const now = entry(fact);
  const name = `${fact.attribute} ${short(fact.text, 60)}`;
  const tick = make("input", { type: "checkbox", id: `tick-${number}`, "aria-label": `Sign off ${name}`, onchange: (event) => keep(fact, { done: event.target.checked }) });
  tick.checked = now.done;
  const note = make("input", { type: "text", id: `note-${number}`, value: now.note, placeholder: "Source, note", "aria-label": `Note on ${name}`, oninput: (event) => keep(fact, { note: event.target.value }) });
  const details = [saidAbout(fact), fact.firm, fact.quoted && "in a quotation"].filter(Boolean).join(", ");
  const certify = fact.mark && fact.state !== "certified" ? make("button", { type: "button", class: "quiet small", title: "Put (CQ) behind it in the story", "aria-label": `Mark ${name} CQ`, onclick: () => actions.certify(fact) }, "CQ") : null;
  const glance = () => actions.glance(fact.places);
  return make(
    "tr",
    { class: now.done ? "done" : false, onpointerenter: glance, onpointerleave: () => actions.glance([]), onfocusin: glance, onfocusout: () => actions.glance([]) },
    make("td", { class: "tick" }, tick),
    make("td", { class: "fact" }, make("span", { class: "fact-text", title: fact.sentence }, short(fact.text, 160)), details ? make("span", { class: "details" }, details) : null, places(fact, certify)),
    make("td", { class: "state" }, make("span", { class: `badge ${STATES[fact.state]}` }, STATES[fact.state])),
    make("td", { class: "note" }, note, make("span", { class: "printed" }, now.note)),
  );
}

/** What kind of fact it is, where its group doesn't say, and what it is about: "title of Ann Lee". */
function saidAbout(fact) {
  const kind = ["person", "name", "place"].includes(fact.attribute) ? "" : fact.attribute;
  const isTold = fact.what && fact.what.replace(/\W/g, "") !== fact.text.replace(/\W/g, "");
  return [kind, isTold && `of ${fact.what}`].filter(Boolean).join(" ");
}

function places(fact, certify) {
  const most = 8;
  const buttons = fact.places.slice(0, most).map((place, index) =>
    make("button", { type: "button", class: "place", "aria-label": `Go to ${short(fact.text, 40)}, place ${index + 1} of ${fact.places.length}`, onclick: () => actions.goTo(place) }, placed(place)),
  );
  if (fact.places.length > most) buttons.push(make("span", { class: "details" }, `and ${fact.places.length - most} more`));
  return make("span", { class: "places" }, ...buttons, certify);
}

const placed = (place) => (place.where === "headline" ? "headline" : `¶ ${actions.paragraph(place)}`);

function keep(fact, change) {
  signed.set(keyOf(fact), { ...entry(fact), ...change });
  byId("facts-done").textContent = saidDone();
  byId("facts").querySelector("progress").value = done();
  if ("done" in change) byId(`tick-${facts.indexOf(fact)}`)?.closest("tr").classList.toggle("done", change.done);
  const printed = byId(`note-${facts.indexOf(fact)}`)?.parentElement.querySelector(".printed");
  if (printed) printed.textContent = entry(fact).note;
}

const short = (words, most) => (words.length > most ? `${words.slice(0, most - 2).trimEnd()}…` : words);
