// The glossary: look up terms, and edit the desk's own.
import * as api from "./api.js";
import { counted, element, link } from "./text.js";

const get = (id) => document.getElementById(id);
const PAUSE = 150; // milliseconds without a keystroke before the glossary is asked
const KINDS = [
  "acronym-expansion", "untranslated-acronym", "literal-name", "wrong-romanization", "russian-exonym", "wrong-entity",
  "homograph", "inconsistent-term", "untranslated-residue", "calque",
];
const LISTS = ["en", "uk", "ru", "rejects", "near", "unless"];

/** Wire the glossary tab; `known` is what the server told of itself, `onSaved` is called after each change. */
export function setUpGlossary(known, onSaved) {
  let timer = 0;
  let underWay = null;

  async function look() {
    underWay?.abort();
    underWay = new AbortController();
    try {
      const { total, terms } = await api.terms(get("query").value, underWay.signal);
      get("terms").replaceChildren(...terms.map((term) => entry(term, known.glossary && term.own ? () => edit(term) : null)));
      get("count").textContent = total > terms.length ? `${counted(total, "entry").replace("entrys", "entries")}, the first ${terms.length} are shown` : total === 1 ? "1 entry" : `${total} entries`;
    } catch (error) {
      if (error.name !== "AbortError") get("count").textContent = error.message;
    }
  }

  get("query").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  get("add").hidden = !known.glossary;
  get("add").addEventListener("click", () => edit(null));
  for (const kind of KINDS) get("term-form").elements.kind.append(element("option", { value: kind, textContent: known.kinds[kind] || kind }));
  get("term-cancel").addEventListener("click", () => get("term-dialog").close());

  let edited = null;

  function edit(term) {
    edited = term;
    const form = get("term-form");
    form.reset();
    trouble("");
    get("term-name").textContent = term ? `Edit ${term.title}` : "Add a term";
    get("term-remove").hidden = !term;
    const values = term?.own ?? {};
    for (const name of LISTS) form.elements[name].value = (values[name] ?? []).join("\n");
    for (const name of ["note", "source", "flag", "pass"]) form.elements[name].value = values[name] ?? "";
    form.elements.kind.value = values.kind ?? KINDS[0];
    get("term-dialog").showModal();
    form.elements.en.focus();
  }

  function trouble(message) {
    get("term-trouble").textContent = message;
    get("term-trouble").hidden = !message;
  }

  async function done(act) {
    try {
      await act();
      get("term-dialog").close();
      look();
      onSaved();
    } catch (error) {
      trouble(error.message);
      get("term-trouble").scrollIntoView({ block: "nearest" });
    }
  }

  get("term-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const { elements } = get("term-form");
    const lines = (name) => elements[name].value.split("\n").map((line) => line.trim()).filter(Boolean);
    const term = Object.fromEntries(LISTS.map((name) => [name, lines(name)]));
    for (const name of ["kind", "note", "source", "flag", "pass"]) term[name] = elements[name].value.trim();
    if (!term.en.length) {
      trouble("Give at least one right form.");
      elements.en.focus();
      return;
    }
    done(() => api.saveTerm(edited?.id ?? idOf(term.en[0]), term));
  });
  get("term-remove").addEventListener("click", () => done(() => api.removeTerm(edited.id)));
}

/** An id for a term: small Latin letters, digits and hyphens. */
function idOf(form) {
  const plain = form.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return plain.replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "term";
}

function entry(term, onEdit) {
  const head = element("div", { className: "term-head" }, element("h3", { textContent: term.title }), element("span", { className: "hint", textContent: term.file }));
  if (onEdit) {
    const button = element("button", { className: "plain", textContent: "Edit", "aria-label": `Edit ${term.title}` });
    button.addEventListener("click", onEdit);
    head.append(button);
  }
  const made = element("li", { className: "term" }, head);
  if (term.en.length > 1) made.append(element("p", { className: "also" }, "also ", term.en.slice(1).join(", ")));
  const native = Object.entries(term.native).map(([language, forms]) =>
    element("span", {}, element("small", { textContent: language }), element("b", { lang: language, textContent: forms.join(", ") }), " "));
  if (native.length) made.append(element("p", { className: "native" }, ...native));
  if (term.rejects.length) made.append(element("p", { className: "rejects" }, "not ", ...struck(term.rejects.slice(0, 12))));
  if (term.note) made.append(element("p", { textContent: term.note }));
  if (term.source) made.append(element("p", { className: "hint" }, link(term.source)));
  return made;
}

function struck(forms) {
  return forms.flatMap((form, number) => [number ? ", " : "", element("s", { textContent: form })]);
}
