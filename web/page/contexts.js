/** What stands around a match, for a list and for a voice. */

/** @typedef {import("./start.js").View} View */

/**
 * @param {View} view
 * @param {View["matches"][number]} match
 * @param {number} before In UTF-16 units, about.
 * @param {number} after
 * @returns {[before: string, word: string, after: string]}
 */
export function contextOf(view, { block, start, end }, before, after) {
  const text = view.blocks[block]?.text ?? "";
  const from = edge(text, Math.max(0, start - before));
  const to = edge(text, Math.min(text.length, end + after));
  return [
    (from > 0 ? "…" : "") + plain(text.slice(from, start)),
    plain(text.slice(start, end)),
    plain(text.slice(end, to)) + (to < text.length ? "…" : ""),
  ];
}

/**
 * Not between the halves of a character.
 * @param {string} text
 * @param {number} place
 */
function edge(text, place) {
  return /[\uDC00-\uDFFF]/u.test(text[place] ?? "") ? place - 1 : place;
}

/** An image and a line's end are characters of the text. @param {string} text */
function plain(text) {
  return text.replaceAll("\uFFFC", " ").replace(/\s+/gu, " ");
}
