"use strict";

const SEVERITIES = ["error", "warning", "info"];
const notes = [...document.querySelectorAll(".note")];
const docs = [...document.querySelectorAll(".doc")];
const legend = [...document.querySelectorAll(".legend button")];
const bars = [...document.querySelectorAll(".chart rect")];
const marks = grouped("f");
const cues = grouped("e");
const filter = { off: new Set(), kind: "", doc: "" };
let shown = notes;
let current = null;

/** Elements by the numbers of the findings that their attribute data-NAME lists. */
function grouped(name) {
  const groups = new Map();
  for (const item of document.querySelectorAll(`[data-${name}]`)) {
    for (const number of item.dataset[name].split(" ")) {
      if (!groups.has(number)) groups.set(number, []);
      groups.get(number).push(item);
    }
  }
  return groups;
}

const numberOf = (note) => note.id.slice(1);
const marksOf = (note) => marks.get(numberOf(note)) || [];
const cuesOf = (note) => cues.get(numberOf(note)) || [];

const told = (number) => number.toLocaleString("en");

function made(tag, properties, ...children) {
  const item = Object.assign(document.createElement(tag), properties);
  item.append(...children);
  return item;
}

// The page reads well without this script: only now are its controls of use.
document.body.prepend(document.getElementById("overview"));

const count = made("output", {});
const kinds = choice("Kind", legend.map((button) => button.dataset.kind), (kind) => kind.replaceAll("-", " "));
const documents = choice("Document", docs.map((doc) => doc.id), (id) => document.getElementById(`${id}-name`).textContent);
const bar = document.getElementById("bar");
bar.append(made("div", {}, ...switches(), kinds, documents, steps()));
bar.hidden = notes.length === 0;
bar.addEventListener("submit", (event) => event.preventDefault());
kinds.addEventListener("change", () => apply({ kind: kinds.value }));
documents.addEventListener("change", () => apply({ doc: documents.value }));
for (const button of legend) {
  button.disabled = false;
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => apply({ kind: filter.kind === button.dataset.kind ? "" : button.dataset.kind }));
}

function choice(label, values, named) {
  const all = made("option", { value: "", textContent: `All ${label.toLowerCase()}s` });
  const select = made("select", { title: label, hidden: values.length < 2 }, all,
    ...values.map((value) => made("option", { value, textContent: named(value) })));
  select.setAttribute("aria-label", label);
  return select;
}

function switches() {
  return SEVERITIES.filter((name) => notes.some((note) => note.dataset.severity === name)).map((name) => {
    const number = notes.filter((note) => note.dataset.severity === name).length;
    const word = name === "info" || number === 1 ? name : `${name}s`;
    const button = made("button", { type: "button", className: name }, made("span", {}), told(number), made("b", { textContent: ` ${word}` }));
    button.setAttribute("aria-pressed", "true");
    button.addEventListener("click", () => {
      if (!filter.off.delete(name)) filter.off.add(name);
      button.setAttribute("aria-pressed", String(!filter.off.has(name)));
      apply({});
    });
    return button;
  });
}

function steps() {
  const step = (label, key, by) => {
    const button = made("button", { type: "button", title: `${label} finding (key ${key})` }, `${label} `, made("kbd", { textContent: key }));
    button.addEventListener("click", () => move(by));
    return button;
  };
  return made("div", { className: "steps" }, count, step("Previous", "k", -1), step("Next", "j", 1));
}

/** Change the filters and show what passes them. */
function apply(change) {
  Object.assign(filter, change);
  kinds.value = filter.kind;
  documents.value = filter.doc;
  const passes = (note) => !filter.off.has(note.dataset.severity) && (!filter.kind || note.dataset.kind === filter.kind)
    && (!filter.doc || note.dataset.doc === filter.doc);
  shown = notes.filter(passes);
  const visible = new Set(shown);
  const lively = new Set(shown.map((note) => note.dataset.doc));
  const kept = new Set(shown.flatMap(marksOf));
  for (const note of notes) note.hidden = !visible.has(note);
  for (const list of marks.values()) for (const mark of list) mark.classList.toggle("off", !kept.has(mark));
  for (const doc of docs) doc.hidden = !lively.has(doc.id);
  for (const button of legend) button.setAttribute("aria-pressed", String(button.dataset.kind === filter.kind));
  for (const rect of bars) rect.classList.toggle("faint", Boolean(filter.kind) && rect.dataset.kind !== filter.kind);
  if (current && !visible.has(current)) select(null);
  tell();
}

function tell() {
  const place = shown.indexOf(current) + 1;
  count.textContent = place ? `${told(place)} of ${told(shown.length)}` : `${told(shown.length)} shown`;
}

/** Open a note, light up its words and what speaks for it; null closes. */
function select(note) {
  light(current, false);
  current = note;
  light(current, true);
  tell();
}

function light(note, on) {
  if (!note) return;
  note.classList.toggle("now", on);
  if (on) note.setAttribute("aria-current", "true");
  else note.removeAttribute("aria-current");
  for (const mark of marksOf(note)) mark.classList.toggle("now", on);
  for (const cue of cuesOf(note)) cue.classList.toggle("lit", on);
}

function show(note) {
  select(note);
  note.querySelector(".words").focus({ preventScroll: true });
  const target = marksOf(note)[0] || note;
  target.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => target.scrollIntoView({ block: "center" })); // what came into view has its height only now
  try {
    history.replaceState(null, "", `#${note.id}`);
  } catch {
    // some viewers give the page no address
  }
}

function move(by) {
  if (!shown.length) return;
  const place = shown.indexOf(current);
  const next = place < 0 ? (by > 0 ? 0 : shown.length - 1) : (place + by + shown.length) % shown.length;
  show(shown[next]);
}

document.querySelector("main").addEventListener("click", (event) => {
  const mark = event.target.closest(".mark");
  const note = event.target.closest(".note");
  if (mark && !mark.classList.contains("off")) {
    event.preventDefault();
    const found = mark.dataset.f.split(" ").map((number) => document.getElementById(`c${number}`)).filter((item) => !item.hidden);
    const place = found.indexOf(current);
    const next = found[(place + 1) % found.length];
    select(next);
    next.scrollIntoView({ block: "nearest" });
  } else if (mark) {
    event.preventDefault();
  } else if (note) {
    if (String(getSelection())) return; // somebody copies from it
    event.preventDefault();
    show(note);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input, textarea")) return;
  const act = { j: () => move(1), n: () => move(1), k: () => move(-1), p: () => move(-1), Escape: () => select(null) }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

tell();
if (/^#c\d+$/.test(location.hash)) {
  const note = document.getElementById(location.hash.slice(1));
  if (note) show(note);
}
