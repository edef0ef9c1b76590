// The story: a plain text area, and behind it the same words once more, in which findings are underlined.

import { byId, make } from "./dom.js";

const area = byId("copy");
const mirror = byId("mirror");
const LEVELS = ["error", "warning", "info"];

let findings = [];
let lit = [];
let told = () => {};

/** Call *listener* with the number of the finding that the caret or the pointer is on, or -1. */
export const onPoint = (listener) => (told = listener);

export const text = () => area.value;

export function setText(words) {
  area.value = words;
  findings = [];
  lit = [];
  draw();
}

/** Put *words* in the place [start, end) so that the browser can undo it. */
export function replace(start, end, words) {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  const done = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
  if (!done) {
    area.setRangeText(words, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Underline *found*: the findings, each with a place or none. */
export function underline(found) {
  findings = found;
  lit = [];
  draw();
}

/** Show which finding is looked at: its words, and the places that it contradicts. */
export function light(number) {
  const places = number < 0 ? [] : findings[number].notes.map((note) => note.place).filter(isHere);
  const next = number < 0 ? [] : [{ place: findings[number].place, kind: "looked-at" }, ...places.map((place) => ({ place, kind: "other" }))];
  if (JSON.stringify(next) === JSON.stringify(lit)) return;
  lit = next;
  draw();
}

/** Show *places* as one fact's, or none. */
export function glance(places) {
  lit = places.filter(isHere).map((place) => ({ place, kind: "other" }));
  draw();
}

/** Select the words at *place* and bring them into view. */
export function goTo(place) {
  if (!isHere(place)) {
    byId("headline").focus();
    byId("headline").setSelectionRange(place.start, place.end);
    return;
  }
  glance([place]);
  const box = mirror.querySelector(`[data-start="${place.start}"]`)?.getBoundingClientRect();
  if (box && (box.top < 90 || box.bottom > window.innerHeight - 120)) window.scrollBy({ top: box.top - window.innerHeight / 3 });
  area.focus({ preventScroll: true });
  area.setSelectionRange(place.start, place.end);
}

const isHere = (place) => place !== null && place.where === "text";

/** Keep findings where they belong while the words before them change, until the server has looked again. */
export function shift(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const end = before.length - tail;
  const by = after.length - before.length;
  const moved = (place) => {
    if (!isHere(place) || place.end <= start) return place;
    return place.start >= end ? { ...place, start: place.start + by, end: place.end + by } : null;
  };
  findings = findings.map((finding) => ({
    ...finding,
    place: moved(finding.place),
    notes: finding.notes.map((note) => ({ ...note, place: moved(note.place) })),
  }));
  lit = lit.map((one) => ({ ...one, place: moved(one.place) })).filter((one) => one.place);
  draw();
}

function draw() {
  const spans = findings
    .map((finding, number) => ({ place: finding.place, kind: finding.severity, number }))
    .filter((span) => isHere(span.place));
  spans.push(...lit.filter((span) => isHere(span.place)).map((span) => ({ ...span, number: -1 })));
  const cuts = [...new Set([0, area.value.length, ...spans.flatMap((span) => [span.place.start, span.place.end])])].sort((a, b) => a - b);
  const starting = [...spans].sort((a, b) => a.place.start - b.place.start);
  const pieces = [];
  let open = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [start, end] = [cuts[index], cuts[index + 1]];
    while (next < starting.length && starting[next].place.start <= start) open.push(starting[next++]);
    open = open.filter((span) => span.place.end > start);
    pieces.push(piece(area.value.slice(start, end), start, end, open));
  }
  mirror.replaceChildren(...pieces, "\n\u200b");
}

function piece(words, start, end, open) {
  if (open.length === 0) return make("span", { "data-start": start, "data-end": end }, words);
  const level = LEVELS.find((one) => open.some((span) => span.kind === one));
  const others = open.filter((span) => span.number < 0).map((span) => span.kind);
  const owner = open.find((span) => span.kind === level);
  return make(
    "mark",
    { class: [level, ...others].filter(Boolean).join(" "), "data-start": start, "data-end": end, "data-finding": owner ? owner.number : false },
    words,
  );
}

function findingUnder(x, y) {
  for (const mark of mirror.querySelectorAll("mark[data-finding]")) {
    for (const box of mark.getClientRects()) {
      if (x >= box.left && x <= box.right && y >= box.top - 2 && y <= box.bottom + 2) return Number(mark.dataset.finding);
    }
  }
  return -1;
}

/** The finding at the caret, or -1. */
export function atCaret() {
  if (document.activeElement !== area) return -1;
  const at = area.selectionStart;
  return findings.findIndex((one) => isHere(one.place) && one.place.start <= at && at <= one.place.end);
}

let waiting = false;
area.addEventListener("pointermove", (event) => {
  if (waiting || event.pointerType === "touch") return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    told(findingUnder(event.clientX, event.clientY), "pointer");
  });
});
area.addEventListener("pointerleave", () => told(-1, "pointer"));
document.addEventListener("selectionchange", () => {
  if (document.activeElement === area) told(atCaret(), "caret");
});
