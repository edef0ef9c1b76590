// What the page asks of its own server; nothing is asked of any other.

async function answer(response) {
  const found = await response.json().catch(() => ({ error: "The server's answer can't be read." }));
  if (!response.ok) {
    const error = new Error(found.error ?? `The server answered ${response.status}.`);
    throw Object.assign(error, { isForLater: response.status === 503 });
  }
  return found;
}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("The server does not answer. Is lintnews serve still running?");
  }
  return answer(response);
}

export const settings = () => ask("/desk/settings");
export const sample = () => ask("/desk/sample");

/** Findings and facts of the story in *fields*; aborted by *signal* when something newer is asked. */
export const check = (fields, signal) =>
  ask("/desk/check", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(fields), signal });

/** The fields for the *data* of a file called *name*. */
export const takeIn = (name, data) =>
  ask("/desk/take-in", {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream", "X-File-Name": encodeURIComponent(name) },
    body: data,
  });
