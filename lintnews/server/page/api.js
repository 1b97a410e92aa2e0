// What the page asks of the server.

/** What the server said when it refused. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(address, options) {
  let response;
  try {
    response = await fetch(address, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused(0, "The server does not answer. Is lintnews serve still running?");
  }
  if (response.status === 401) location.assign("/login");
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer.detail || `The server answered with ${response.status}.`);
  return answer;
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

export const rule = (name) => ask(`/api/v1/rules/${name.split("/").map(encodeURIComponent).join("/")}`);

export const terms = (query, signal) => ask(`/api/v1/terms?q=${encodeURIComponent(query)}`, { signal });

export const saveTerm = (id, term) => ask(`/api/v1/glossary/${encodeURIComponent(id)}`, sent("PUT", term));

export const removeTerm = (id) => ask(`/api/v1/glossary/${encodeURIComponent(id)}`, sent("DELETE", {}));
