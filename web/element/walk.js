/** From one match to the next. */

/** @typedef {import("../../wasm/js/types.js").Match} Match */

/**
 * @param {readonly Match[]} matches
 * @param {number} from Index of where one is; -1 with a step forward and the number of matches with one back: at an end.
 * @param {1 | -1} step
 * @param {number | undefined} keyword Of this one alone.
 * @returns {number} Index, around the ends; -1 when there is none.
 */
export function nextMatch(matches, from, step, keyword) {
  const count = matches.length;
  for (let way = 1; way <= count; ++way) {
    const index = (from + step * way + count * 2) % count;
    if (keyword === undefined || matches[index].keyword === keyword) return index;
  }
  return -1;
}

/**
 * The first match that is not above a height of the window. Matches come in the order of the text, which nearly always
 * is that of the screen, so a few measurements do.
 * @param {number} count
 * @param {(index: number) => number} topOf
 * @param {number} height
 */
export function firstBelow(count, topOf, height) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (topOf(middle) < height) low = middle + 1;
    else high = middle;
  }
  return low;
}
