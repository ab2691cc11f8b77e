/** @file From match to match. */

/** @typedef {Pick<import("./types.js").Match, "keyword" | "block" | "start">} Place */

/**
 * Where one is: a position in a block's text in the view, in UTF-16 units; or the index of the match that one is at, so
 * that of several which overlap each has its turn (-1 and the number of matches: at an end of the article).
 * @typedef {{ block: number, offset: number } | number} Here
 */

/**
 * The match that follows: the first of those that begin behind a position, around the end of the article.
 *
 * @param {readonly Place[]} matches of a view or of `find`, in their order
 * @param {Here} here
 * @param {number} [keyword] of this keyword alone: an index into the view's keywords
 * @returns {number} an index into `matches`; -1 when there is none
 */
export function nextMatch(matches, here, keyword) {
  return walk(matches, typeof here === "number" ? here + 1 : firstBehind(matches, here, 1), 1, keyword);
}

/**
 * The match that comes before: the last of those that begin before a position, around the beginning of the article.
 *
 * @param {readonly Place[]} matches
 * @param {Here} here
 * @param {number} [keyword]
 * @returns {number}
 */
export function previousMatch(matches, here, keyword) {
  return walk(matches, (typeof here === "number" ? here : firstBehind(matches, here, 0)) - 1, -1, keyword);
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
 * @param {readonly Place[]} matches
 * @param {number} first the one that is looked at first; outside of the matches: around the end
 * @param {1 | -1} step
 * @param {number} [keyword]
 */
function walk(matches, first, step, keyword) {
  const count = matches.length;
  for (let way = 0; way < count; ++way) {
    const index = (((first + step * way) % count) + count) % count;
    if (keyword === undefined || matches[index].keyword === keyword) return index;
  }
  return -1;
}
