// Text and places in it. The server counts code points, JavaScript counts UTF-16 units.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** A function from offsets in code points of `text` to offsets in UTF-16 units. */
export function unitsOf(text) {
  const wide = Array.from(text.matchAll(PAIR), (match, number) => match.index - number);
  if (!wide.length) return (point) => point;
  return (point) => {
    let low = 0;
    let high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wide[middle] < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  };
}

/** What changed between two texts: `from` and `to` in the old one, and by how much what follows has moved. */
export function change(before, after) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let kept = 0;
  while (kept < shorter - from && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept += 1;
  return { from, to: before.length - kept, by: after.length - before.length };
}

/** `range` after a change of the text; null when the change touched it. */
export function moved(range, { from, to, by }) {
  if (range.end <= from) return range;
  if (range.start >= to) return { ...range, start: range.start + by, end: range.end + by };
  return null;
}

/** A finding of the server in UTF-16 units of `text`. */
export function inUnits(finding, units) {
  const place = (range) => ({ ...range, start: units(range.start), end: units(range.end) });
  return { ...place(finding), evidence: finding.evidence.map(place), edits: finding.edits.map((edit) => edit && place(edit)) };
}

/** A finding after a change of the text; null when the change touched it. Evidence that was touched is dropped. */
export function movedFinding(finding, what) {
  const place = moved(finding, what);
  if (!place || finding.edits.some((edit) => edit && !moved(edit, what))) return null;
  const edits = finding.edits.map((edit) => edit && moved(edit, what));
  return { ...place, edits, evidence: finding.evidence.map((cue) => moved(cue, what)).filter(Boolean) };
}

/** An element with properties and children; strings become text and are never read as HTML. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "lang") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A link to `address` when it leads to a web page; the bare text otherwise. */
export function link(address) {
  if (!/^https?:\/\//i.test(address)) return address;
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer", textContent: address });
}

/** "1 error", "3 errors". */
export function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
