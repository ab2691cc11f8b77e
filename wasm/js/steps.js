/** @file From match to match. */

/** @typedef {Pick<import("./types.js").Match, "keyword" | "block" | "start">} Place */

/**
 * The match that follows a position: the first of those that begin behind it, around the end of the article.
 *
 * @param {readonly Place[]} matches of a view or of `find`, in their order
 * @param {{ block: number, offset: number }} position index of the block, and UTF-16 units of its text in the view
 * @param {number} [keyword] of this keyword alone: an index into the view's keywords
 * @returns {number} an index into `matches`; -1 when there is none
 */
export function nextMatch(matches, position, keyword) {
  return walk(matches, firstBehind(matches, position, 1), 1, keyword);
}

/**
 * The match that comes before a position: the last of those that begin before it, around the beginning of the article.
 *
 * @param {readonly Place[]} matches
 * @param {{ block: number, offset: number }} position
 * @param {number} [keyword]
 * @returns {number}
 */
export function previousMatch(matches, position, keyword) {
  return walk(matches, firstBehind(matches, position, 0) - 1, -1, keyword);
}

/**
 * How many matches begin before `least` units behind the position.
 *
 * @param {readonly Place[]} matches
 * @param {{ block: number, offset: number }} position
 * @param {0 | 1} least
 */
function firstBehind(matches, { block, offset }, least) {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const match = matches[middle];
    if (match.block < block || (match.block === block && match.start < offset + least)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The same by index, for who stands on a match: of several that overlap, each has its turn.
 *
 * @param {readonly Pick<Place, "keyword">[]} matches
 * @param {number} first Index of the match that is looked at first; outside of the matches: around the end.
 * @param {1 | -1} step
 * @param {number} [keyword]
 * @returns {number} Index, -1 when there is none.
 */
export function walk(matches, first, step, keyword) {
  const count = matches.length;
  for (let way = 0; way < count; ++way) {
    const index = (first + step * way + 2 * count) % count;
    if (keyword === undefined || matches[index].keyword === keyword) return index;
  }
  return -1;
}
