/**
 * @file The measure of every text here: multisets of pairs of characters, white space taken out first.
 */

/** @typedef {Map<string, number>} Bigrams */

/**
 * @param {string} text
 * @returns {Bigrams}
 */
export function bigramsOf(text) {
  const characters = [...text.replace(/\s+/gu, "")];
  /** @type {Bigrams} */
  const bigrams = new Map();
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = characters[i] + characters[i + 1];
    bigrams.set(pair, (bigrams.get(pair) ?? 0) + 1);
  }
  return bigrams;
}

/** @param {Bigrams} bigrams */
const sizeOf = (bigrams) => [...bigrams.values()].reduce((sum, count) => sum + count, 0);

/**
 * How many of `wanted` are in `found`, each as often as in both.
 *
 * @param {Bigrams} wanted
 * @param {Bigrams} found
 */
function inBoth(wanted, found) {
  let both = 0;
  for (const [pair, count] of wanted) both += Math.min(count, found.get(pair) ?? 0);
  return both;
}

/**
 * F1 of precision and recall.
 *
 * @param {string} gold
 * @param {string} text
 */
export function scoreOf(gold, text) {
  const [wanted, found] = [bigramsOf(gold), bigramsOf(text)];
  const both = inBoth(wanted, found);
  return both === 0 ? 0 : (2 * both) / (sizeOf(wanted) + sizeOf(found));
}

/**
 * How many bigrams of `whole` are not in `text`.
 *
 * @param {string} whole
 * @param {string} text
 */
export function missingFrom(whole, text) {
  const wanted = bigramsOf(whole);
  return sizeOf(wanted) - inBoth(wanted, bigramsOf(text));
}
