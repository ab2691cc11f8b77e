/** Which match is the first to go to. */

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
