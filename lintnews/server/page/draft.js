// The draft: a text area that people write in, over a layer of the same text that carries the marks.
import { change, element } from "./text.js";

const COARSE = matchMedia("(pointer: coarse)");

export class Draft {
  /** `onChange(what)` is told of every change of the text, `onCaret(offset)` of every move of the caret. */
  constructor({ area, layer, sheet, onChange, onCaret }) {
    Object.assign(this, { area, layer, sheet, onChange });
    this.known = "";
    area.addEventListener("input", () => this.changed());
    for (const event of ["click", "keyup"]) {
      area.addEventListener(event, () => area.selectionStart === area.selectionEnd && onCaret(area.selectionStart));
    }
  }

  get text() {
    return this.area.value;
  }

  /** Put another text in place of all; it cannot be undone with the keyboard. */
  set text(text) {
    this.area.value = text;
    this.changed();
    this.sheet.scrollTop = 0;
  }

  changed() {
    const before = this.known;
    this.known = this.text;
    this.onChange(change(before, this.known));
  }

  /** Replace a range, so that the browser's own undo knows of it where it can. */
  replace(start, end, text) {
    const { area } = this;
    const focused = document.activeElement;
    const scrolled = this.sheet.scrollTop;
    if (COARSE.matches) {
      area.setRangeText(text, start, end, "end"); // a focus would bring up the keyboard
    } else {
      area.focus({ preventScroll: true });
      area.setSelectionRange(start, end);
      const done = text ? document.execCommand("insertText", false, text) : start === end || document.execCommand("delete");
      if (!done) area.setRangeText(text, start, end, "end");
      if (focused !== area) focused?.focus({ preventScroll: true });
    }
    this.sheet.scrollTop = scrolled;
    if (this.known !== this.text) this.changed();
  }

  /** Draw `marks`, each with start, end and a class; where they overlap, all classes hold. */
  draw(marks) {
    const { text } = this;
    const cuts = new Set([0, text.length]);
    for (const { start, end } of marks) cuts.add(start).add(end);
    const edges = [...cuts].sort((a, b) => a - b);
    const sorted = [...marks].sort((a, b) => a.start - b.start);
    const pieces = [];
    let open = [];
    let next = 0;
    for (let number = 0; number + 1 < edges.length; number += 1) {
      const [start, end] = [edges[number], edges[number + 1]];
      while (next < sorted.length && sorted[next].start <= start) open.push(sorted[next++]);
      open = open.filter((mark) => mark.end > start);
      const words = text.slice(start, end);
      pieces.push(open.length ? element("mark", { className: open.map((mark) => mark.look).join(" "), textContent: words }) : words);
    }
    this.layer.replaceChildren(...pieces, "\n "); // room for a caret after a last line break
  }

  /** Bring a range of the text into view. */
  reveal({ start, end }) {
    const [place, frame] = [this.rangeOf(start, end).getBoundingClientRect(), this.sheet.getBoundingClientRect()];
    const margin = Math.min(90, frame.height / 4);
    if (place.top < frame.top + margin || place.bottom > frame.bottom - margin) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.sheet.scrollBy({ top: place.top - frame.top - frame.height / 3, behavior: calm ? "auto" : "smooth" });
    }
  }

  /** The place of a range in the layer, whose text nodes are the text in order. */
  rangeOf(start, end) {
    const range = document.createRange();
    const nodes = document.createTreeWalker(this.layer, NodeFilter.SHOW_TEXT);
    let begin = 0;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const stop = begin + node.length;
      if (start >= begin && start <= stop) range.setStart(node, start - begin);
      if (end >= begin && end <= stop) {
        range.setEnd(node, end - begin);
        break;
      }
      begin = stop;
    }
    return range;
  }

  /** Put the caret at a range. */
  select(start, end) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
  }
}
