// The desk page: what holds the draft, the findings and the glossary together.
import * as api from "./api.js";
import { Draft } from "./draft.js";
import { setUpFiles } from "./files.js";
import { Panel, shownAs } from "./findings.js";
import { setUpGlossary } from "./glossary.js";
import { counted, inUnits, moved, movedFinding, unitsOf } from "./text.js";

const PAUSE = 250; // milliseconds without a keystroke before the draft is checked
const NOTHING_YET = "What is found in the draft will stand here, with what to write instead.";
const get = (id) => document.getElementById(id);

const state = {
  path: "draft.txt", // its suffix says how the text is read
  findings: [], // in UTF-16 units of the draft as it is now
  current: null,
  ignored: new Set(),
  undo: [], // what U takes back, the latest last
  largest: Infinity, // bytes that the server takes
  back: null, // where the text was put back: what is found there becomes current
};
let timer = 0;
let underWay = null;

const draft = new Draft({ area: get("draft"), layer: get("layer"), sheet: get("sheet"), onChange, onCaret });
const panel = new Panel({
  panel: get("panel"), list: get("findings"), filters: get("filters"), place: get("place"), steps: [get("previous"), get("next")],
  does: { select, accept, acceptAll, change, ignore, cue, filter: show },
});

const keyOf = (finding) => `${finding.rule}\n${finding.text}`;
const open = () => state.findings.filter((finding) => !state.ignored.has(keyOf(finding)));
const shown = () => open().filter((finding) => !panel.hidden.has(finding.severity));

function onChange(what) {
  state.findings = state.findings.flatMap((finding) => {
    const place = movedFinding(finding, what);
    if (finding === state.current) state.current = place;
    return place ? [place] : [];
  });
  for (const step of state.undo) if (step.place) step.place = moved(step.place, what);
  get("empty").hidden = draft.text !== "";
  show();
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
}

function onCaret(offset) {
  const found = shown().find((finding) => finding.start <= offset && offset <= finding.end);
  if (found && found !== state.current) {
    state.current = found;
    show();
  }
}

/** Ask the server, and take its answer if the draft has not changed meanwhile. */
async function check() {
  clearTimeout(timer);
  underWay?.abort();
  const { text } = draft;
  if (!text.trim()) return take([], text);
  underWay = new AbortController();
  const late = setTimeout(() => tell("Checking…"), 400);
  try {
    const answer = await api.check(text, state.path, underWay.signal);
    if (text === draft.text) take(answer.findings, text);
    trouble("");
  } catch (error) {
    if (error.name === "AbortError") return undefined;
    if (error.status === 503) timer = setTimeout(check, 1000);
    else trouble(error.message);
  } finally {
    clearTimeout(late);
  }
  return undefined;
}

function take(findings, text) {
  const units = unitsOf(text);
  const before = state.current;
  state.findings = findings.map((finding) => inUnits(finding, units));
  const same = state.findings.filter((finding) => before && keyOf(finding) === keyOf(before));
  const { back } = state;
  state.back = null;
  state.current = (back !== null && state.findings.find((finding) => finding.start <= back && back <= finding.end)) || same.sort((a, b) => Math.abs(a.start - before.start) - Math.abs(b.start - before.start))[0] || shown()[0] || null;
  tell("");
  const number = counted(open().length, "finding");
  if (get("spoken").textContent !== number && (text.trim() || get("spoken").textContent)) get("spoken").textContent = number;
  get("nothing").textContent = text.trim() ? "Nothing found." : NOTHING_YET;
  show();
}

function show() {
  const visible = shown();
  if (!visible.includes(state.current)) state.current = visible.find((finding) => finding.start >= (state.current?.start ?? 0)) || visible[0] || null;
  const marks = visible.map((finding) => ({ ...finding, look: `${finding.severity}${finding === state.current ? " current" : ""}` }));
  const cues = state.current?.evidence ?? [];
  const widest = cues.filter((cue) => !cues.some((other) => other !== cue && other.start <= cue.start && cue.end <= other.end && other.text !== cue.text));
  for (const cue of widest) marks.push({ ...cue, look: "cue" });
  draft.draw(marks);
  panel.draw(open(), state.current);
  get("nothing").hidden = state.findings.length > 0;
  const count = state.findings.length - open().length;
  get("ignored").hidden = count === 0;
  get("ignored").firstElementChild.textContent = `${count} ignored.`;
  for (const name of ["copy", "download", "clear"]) get(name).disabled = draft.text === "";
}

function select(finding) {
  state.current = finding;
  show();
  draft.reveal(finding);
}

function step(by) {
  const all = shown();
  if (!all.length) return;
  const number = all.indexOf(state.current);
  select(all[(number + by + all.length) % all.length]);
}

function accept(finding, number = 0) {
  const edit = finding.edits[number];
  if (edit) replace(finding, edit, `“${finding.text}” → ${shownAs(finding.suggestions[number])}`);
}

function change(finding, text) {
  replace(finding, { start: finding.start, end: finding.end, text }, `“${finding.text}” → ${text || "removed"}`);
}

function replace(finding, { start, end, text }, told) {
  const old = draft.text.slice(start, end);
  const fromPanel = get("panel").contains(document.activeElement);
  const following = shown()[shown().indexOf(finding) + 1] || null;
  if (following) state.current = following; // moves along with the text
  draft.replace(start, end, text);
  state.undo.push({ place: { start, end: start + text.length }, old });
  if (state.current) draft.reveal(state.current);
  if (fromPanel) panel.focus();
  toast(told);
  check();
}

function acceptAll(finding) {
  const same = open().filter((other) => keyOf(other) === keyOf(finding)).reverse();
  for (const other of same) {
    const [edit] = other.edits;
    const old = draft.text.slice(edit.start, edit.end);
    draft.replace(edit.start, edit.end, edit.text);
    state.undo.push({ place: { start: edit.start, end: edit.start + edit.text.length }, old, with: same.length });
  }
  toast(`“${finding.text}” → ${shownAs(finding.suggestions[0])}, at ${same.length} places`);
  check();
}

function ignore(finding) {
  state.ignored.add(keyOf(finding));
  state.undo.push({ ignored: keyOf(finding) });
  toast(`Ignored “${finding.text}” in this draft.`);
  show();
  if (state.current) draft.reveal(state.current);
}

function undo() {
  const last = state.undo.pop();
  if (!last) return;
  if (last.ignored) {
    state.ignored.delete(last.ignored);
    state.current = open().find((finding) => keyOf(finding) === last.ignored) || state.current;
  } else if (last.place) {
    state.back = last.place.start;
    draft.replace(last.place.start, last.place.end, last.old);
  }
  for (let more = (last.with ?? 1) - 1; more > 0; more -= 1) {
    const { place, old } = state.undo.pop();
    if (place) draft.replace(place.start, place.end, old);
  }
  get("toast").hidden = true;
  show();
  check();
}

function cue(range) {
  draft.select(range.start, range.end);
  draft.reveal(range);
}

function tell(text) {
  get("state").textContent = text;
}

function trouble(message) {
  get("trouble").textContent = message;
  get("trouble").hidden = !message;
}

let toastTimer = 0;
function toast(text, { undoable = true } = {}) {
  get("toast").lastElementChild.hidden = !undoable;
  get("toast").firstElementChild.textContent = text;
  get("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (get("toast").hidden = true), 7000);
}

/** Begin with another draft. */
function begin(path, text, findings) {
  Object.assign(state, { path, findings: [], current: null, ignored: new Set(), undo: [], back: null });
  get("toast").hidden = true;
  trouble("");
  tell("");
  draft.text = text;
  if (findings) {
    clearTimeout(timer);
    take(findings, text);
  } else check();
}

function onKey(event) {
  if (get("pane-draft").hidden || document.querySelector("dialog[open]")) return;
  if (event.key === "F8") {
    event.preventDefault();
    if (get("panel").contains(document.activeElement)) step(event.shiftKey ? -1 : 1);
    else {
      const caret = draft.area.selectionStart;
      const ahead = shown().find((finding) => finding.end >= caret);
      if (document.activeElement === draft.area && ahead && !event.shiftKey) select(ahead);
      else if (state.current) select(state.current);
    }
    panel.focus();
  } else if (event.target === draft.area) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && state.current) {
      event.preventDefault();
      const { current } = state;
      accept(current);
      get("spoken").textContent = get("toast").firstElementChild.textContent;
    }
  } else if (get("panel").contains(event.target) && event.target.tagName !== "INPUT" && !event.ctrlKey && !event.metaKey && !event.altKey) {
    onPanelKey(event);
  }
}

function onPanelKey(event) {
  const { current } = state;
  const acts = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    a: () => current && accept(current), i: () => current && ignore(current), c: () => current && panel.startChange(current), u: undo,
    Escape: () => current && draft.select(current.start, current.end),
  };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const act = /^[1-9]$/.test(key) ? () => current && accept(current, Number(key) - 1) : acts[key];
  if (!act) return;
  event.preventDefault();
  act();
  if (!["c", "Escape"].includes(key)) panel.focus();
}

function setUpTabs() {
  const tabs = [get("tab-draft"), get("tab-glossary")];
  const choose = (tab) => {
    for (const other of tabs) {
      other.setAttribute("aria-selected", String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      get(other.getAttribute("aria-controls")).hidden = other !== tab;
    }
    if (tab.id === "tab-glossary") get("query").dispatchEvent(new Event("input"));
  };
  for (const tab of tabs) {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = tabs[1 - tabs.indexOf(tab)];
      other.focus();
      choose(other);
    });
  }
}

get("panel-name").tabIndex = -1;
get("next").addEventListener("click", () => step(1));
get("previous").addEventListener("click", () => step(-1));
get("toast").querySelector("button").addEventListener("click", undo);
get("ignored").querySelector("button").addEventListener("click", () => {
  state.ignored.clear();
  show();
});
get("keys").addEventListener("click", () => get("keys-dialog").showModal());
document.addEventListener("keydown", onKey);
setUpTabs();
setUpFiles({ draft, state, begin, trouble, toast });
show();
const known = await api.info().catch(() => ({ suffixes: [], glossary: false, kinds: {} }));
state.largest = known.largest ?? Infinity;
get("file").accept = known.suffixes.join(",");
get("empty-kinds").textContent = `Takes ${known.suffixes.join(" ")}`;
setUpGlossary(known, check);
if (draft.text) draft.changed(); // what the browser kept over a reload
