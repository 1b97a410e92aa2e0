// What the page asks of the server.

/** What the server said when it refused. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(address, options, read = (response) => response.json()) {
  let response;
  try {
    response = await fetch(address, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused(0, "The server does not answer. Is lintnews serve still running?");
  }
  if (response.status === 401) location.assign("/login");
  if (response.ok) return read(response);
  const { detail } = await response.json().catch(() => ({}));
  throw new Refused(response.status, detail || `The server answered with ${response.status}.`);
}

const sent = (method, value, signal) => ({
  method, signal, headers: { "content-type": "application/json" }, body: JSON.stringify(value),
});

export const info = () => ask("/api/v1/info");

/** The findings of a text, read as the suffix of `path` says. */
export const check = (text, path, signal) => ask("/api/v1/check", sent("POST", { text, path }, signal));

/** The text of a file and its findings. */
export const read = (name, bytes) =>
  ask(`/api/v1/check?include=document&filename=${encodeURIComponent(name)}`, {
    method: "POST", headers: { "content-type": "application/octet-stream" }, body: bytes,
  });

/** The bytes of the file `file` with `text` in the place of its own. */
export async function correct(file, text) {
  const data = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.readAsDataURL(file);
  });
  const address = `/api/v1/correct?filename=${encodeURIComponent(file.name)}`;
  return ask(address, sent("POST", { data, text }), (response) => response.blob());
}

export const rule = (name) => ask(`/api/v1/rules/${name.split("/").map(encodeURIComponent).join("/")}`);

export const terms = (query, signal) => ask(`/api/v1/terms?q=${encodeURIComponent(query)}`, { signal });

export const saveTerm = (id, term) => ask(`/api/v1/glossary/${encodeURIComponent(id)}`, sent("PUT", term));

export const removeTerm = (id) => ask(`/api/v1/glossary/${encodeURIComponent(id)}`, sent("DELETE", {}));
