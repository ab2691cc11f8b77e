/**
 * Matches may overlap where they are asked to; marks must not. A text is cut where a match begins or ends, and each
 * piece knows all the matches that it is of.
 */

/** @typedef {import("../../wasm/js/types.js").Match} Match */

/**
 * @typedef {object} Piece
 * @property {number} block
 * @property {number} start In UTF-16 units of the block's text.
 * @property {number} end
 * @property {number[]} matches Indices, of the outermost first.
 */

/**
 * @param {readonly Match[]} matches In the order of the text: by block, by start, the longer first.
 * @returns {Piece[]} In the same order.
 */
export function piecesOf(matches) {
  /** @type {Piece[]} */
  const pieces = [];
  for (let first = 0; first < matches.length; ) {
    const last = endOfCluster(matches, first);
    if (last === first + 1) pieces.push({ ...placeOf(matches[first]), matches: [first] });
    else cutCluster(matches, first, last, pieces);
    first = last;
  }
  return pieces;
}

/** @param {Match} match */
function placeOf({ block, start, end }) {
  return { block, start, end };
}

/**
 * Where the matches end that hang together with the one at `first`.
 * @param {readonly Match[]} matches
 * @param {number} first
 */
function endOfCluster(matches, first) {
  const { block } = matches[first];
  let { end } = matches[first];
  let next = first + 1;
  for (; next < matches.length && matches[next].block === block && matches[next].start < end; ++next) {
    end = Math.max(end, matches[next].end);
  }
  return next;
}

/**
 * @param {readonly Match[]} matches
 * @param {number} first
 * @param {number} last
 * @param {Piece[]} pieces
 */
function cutCluster(matches, first, last, pieces) {
  /** @type {Set<number>} */
  const cuts = new Set();
  for (let at = first; at < last; ++at) cuts.add(matches[at].start).add(matches[at].end);
  const places = [...cuts].sort((a, b) => a - b);
  /** @type {number[]} */
  let open = [];
  let next = first;
  for (let at = 0; at + 1 < places.length; ++at) {
    const start = places[at];
    open = open.filter((match) => matches[match].end > start);
    for (; next < last && matches[next].start === start; ++next) open.push(next);
    if (open.length > 0) pieces.push({ block: matches[first].block, start, end: places[at + 1], matches: [...open] });
  }
}
