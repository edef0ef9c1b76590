// Small helpers to make elements. Text goes in as text, never as HTML.

export const byId = (id) => document.getElementById(id);

/** An element: make("button", {class: "main", onclick: f}, "Words", otherElement). */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** The words for a number of things: counted(1, "story", "stories"). */
export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** Have the browser save *words* in a file. */
export function save(name, type, words) {
  const address = URL.createObjectURL(new Blob([words], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
