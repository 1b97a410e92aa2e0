// The findings beside the draft, as cards; the current one is open.
import * as api from "./api.js";
import { counted, element, link } from "./text.js";

const SEVERITIES = ["error", "warning", "info"];
const REMOVE = "(remove)";

export const shownAs = (suggestion) => (suggestion === REMOVE || suggestion === "" ? "remove" : suggestion);

export class Panel {
  /** `does` has what the buttons do: select, accept, acceptAll, change, ignore, cue, filter, step. */
  constructor({ panel, list, filters, place, steps, does }) {
    Object.assign(this, { panel, list, filters, place, steps, does });
    this.hidden = new Set();
    this.kinds = {};
    this.changing = null; // the finding whose words are being changed by hand
    this.told = null; // the finding whose rule is explained
  }

  /** Draw `findings` with `current` open; keeps the focus where it was. */
  draw(findings, current) {
    const shown = findings.filter((finding) => !this.hidden.has(finding.severity));
    const focused = this.list.contains(document.activeElement);
    if (current !== this.drawn) this.changing = this.told = null;
    this.drawn = current;
    this.list.replaceChildren(...shown.map((finding) => this.card(finding, finding === current, findings)));
    this.drawFilters(findings);
    const number = shown.indexOf(current);
    this.place.textContent = shown.length ? `${number + 1 || "–"} of ${shown.length}` : "";
    for (const step of this.steps) step.disabled = !shown.length;
    this.panel.classList.toggle("none", !shown.length);
    if (focused) this.focus();
    this.list.querySelector(".card.current")?.scrollIntoView({ block: "nearest" });
  }

  /** Put the focus on the open card. */
  focus() {
    const wanted = this.changing ? ".card.current input" : ".card.current .card-head";
    (this.list.querySelector(wanted) || this.panel.querySelector("#panel-name")).focus({ preventScroll: true });
  }

  drawFilters(findings) {
    const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
    const buttons = SEVERITIES.filter(count).map((severity) => {
      const number = count(severity);
      const words = counted(number, severity).split(" ");
      const button = element("button", { "aria-pressed": String(!this.hidden.has(severity)) },
        element("span", { className: `dot ${severity}` }), element("span", {}, element("b", { textContent: words[0] }), ` ${words[1]}`));
      button.addEventListener("click", () => {
        if (!this.hidden.delete(severity)) this.hidden.add(severity);
        this.does.filter();
        this.filters.querySelectorAll("button")[buttons.indexOf(button)]?.focus();
      });
      return button;
    });
    this.filters.replaceChildren(...buttons);
  }

  card(finding, open, findings) {
    const first = finding.suggestions[0];
    const head = element("button", { className: "card-head", "aria-expanded": String(open) },
      element("span", { className: `dot ${finding.severity}` }),
      element("span", { className: "unseen", textContent: `${finding.severity}: ` }),
      element("span", { className: "card-words" }, finding.text.replace(/\s+/g, " "),
        first === undefined || open ? "" : element("span", { className: "card-first" }, " → ", shownAs(first))),
      open ? element("span", { className: "card-kind", textContent: finding.kind.replaceAll("-", " ") }) : "");
    head.addEventListener("click", () => this.does.select(finding));
    const card = element("li", { className: `card${open ? " current" : ""}` }, head);
    if (open) card.append(this.body(finding, findings));
    return card;
  }

  body(finding, findings) {
    const body = element("div", { className: "card-body" }, element("p", { className: "card-why", textContent: finding.message }));
    if (finding.evidence.length) {
      const cues = [...new Map(finding.evidence.map((cue) => [cue.text.toLowerCase(), cue])).values()];
      const buttons = cues.map((cue) => button("", cue.text, () => this.does.cue(cue), `Show “${cue.text}” in the draft`));
      body.append(element("div", { className: "cues" }, "because of", ...buttons));
    }
    if (finding.suggestions.length) {
      const fixes = finding.suggestions.map((suggestion, number) => {
        const edit = finding.edits[number];
        if (!edit) return element("span", { className: "advice", textContent: suggestion }); // no wording to put in
        const shown = edit.text && !edit.text.includes(suggestion) ? edit.text : shownAs(suggestion);
        return button("fix", shown, () => this.does.accept(finding, number), edit.text ? `Write ${edit.text}` : "Remove it");
      });
      body.append(element("div", { className: "fixes", role: "group", "aria-label": "Suggestions" }, ...fixes));
    }
    if (this.changing === finding) body.append(this.changer(finding));
    body.append(this.actions(finding, findings));
    if (this.told?.finding === finding) body.append(explained(this.told.rule));
    return body;
  }

  actions(finding, findings) {
    const same = findings.filter((other) => other.rule === finding.rule && other.text === finding.text).length;
    const acts = [
      button("plain", "Change…", () => this.startChange(finding)),
      button("plain", "Ignore", () => this.does.ignore(finding)),
      button("plain", "Why?", () => this.explain(finding), "More about this rule"),
    ];
    if (same > 1 && finding.edits[0]) {
      acts.unshift(button("plain", `All ${same}`, () => this.does.acceptAll(finding), `Accept the first suggestion at all ${same} places`));
    }
    return element("div", { className: "acts" }, ...acts);
  }

  changer(finding) {
    const input = element("input", { value: shownAs(finding.suggestions[0] ?? finding.text), "aria-label": "Write instead" });
    if (finding.suggestions[0] === REMOVE) input.value = finding.text;
    const form = element("form", { className: "change" }, input, element("button", { className: "primary", textContent: "Put in" }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.changing = null;
      this.does.change(finding, input.value);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.changing = null;
      this.does.filter();
    });
    return form;
  }

  startChange(finding) {
    this.changing = finding;
    this.does.filter();
    const input = this.list.querySelector(".change input");
    input?.focus();
    input?.select();
  }

  async explain(finding) {
    if (this.told?.finding === finding) {
      this.told = null;
    } else {
      const answer = await api.rule(finding.rule).catch(() => ({ rules: [] }));
      this.told = { finding, rule: answer.rules.find((rule) => rule.rule === finding.rule) || answer.rules[0] };
    }
    this.does.filter();
  }
}

function button(className, text, act, label) {
  const made = element("button", { className, textContent: text, type: "button" });
  if (label) made.title = label;
  made.addEventListener("click", act);
  return made;
}

function explained(rule) {
  const more = element("div", { className: "more" });
  if (!rule) return element("div", { className: "more", textContent: "Nothing more is known of this rule." });
  const row = (label, ...what) => more.append(element("p", {}, element("b", { textContent: `${label}: ` }), ...what));
  row("Rule", rule.rule);
  if (rule.why) row("Note", rule.why);
  if (rule.native.length) row("Translates", rule.native.join(", "));
  if (rule.near.length) row("Speaks for it", few(rule.near));
  if (rule.unless.length) row("Speaks against it", few(rule.unless));
  for (const example of rule.examples.slice(0, 4)) row(example.flag ? "Flagged" : "Passed", example.text);
  if (rule.source) row("Source", link(rule.source));
  return more;
}

const few = (words) => (words.length > 16 ? `${words.slice(0, 16).join(", ")} and ${words.length - 16} more` : words.join(", "));
