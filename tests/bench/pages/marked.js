/** @file What is marked on a page: how many marks, and how many characters in all of them. */

/**
 * @typedef {object} Marked
 * @property {number} marks
 * @property {number} characters UTF-16 units; those of a mark in a mark count once
 */

/**
 * As elements.
 *
 * @param {ParentNode} root
 * @returns {Marked}
 */
export function marksOf(root) {
  const all = [...root.querySelectorAll("mark")];
  const outer = all.filter((mark) => !mark.parentElement?.closest("mark"));
  return { marks: all.length, characters: sum(outer.map((mark) => mark.textContent?.length ?? 0)) };
}

/**
 * As CSS custom highlights.
 *
 * @param {string} prefix of their names
 * @returns {Marked}
 */
export function rangesOf(prefix) {
  const highlights = [...CSS.highlights].filter(([name]) => name.startsWith(prefix));
  const ranges = highlights.flatMap(([, highlight]) => [...highlight]);
  return { marks: ranges.length, characters: sum(ranges.map((range) => lengthOf(range))) };
}

/** @param {AbstractRange} range */
function lengthOf(range) {
  if (range.startContainer === range.endContainer) return range.endOffset - range.startOffset;
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString().length;
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
