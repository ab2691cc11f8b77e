/** Which place of the text is the first below a line of the window: of matches, and of headings. */

/**
 * The first place that is not above a height of the window. Places come in the order of the text, which nearly always is
 * that of the screen, so a few measurements do.
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
