/**
 * @file What is read and looked for where highlighting is measured: articles of sentences as they are found, and lists
 * of keywords of which all or some are in them, by a fixed seed.
 */

import { mkdirSync, readFileSync } from "node:fs";
import { dictionaryKeys, randomNumbers } from "./inputs.js";
import { writeOpeningInputs } from "./opening_inputs.js";

/**
 * @typedef {object} KeywordSet
 * @property {string} name
 * @property {string} what in a few words
 * @property {number} count
 * @property {string[][]} lists another one for each call, so that nothing of the call before is of use
 */

/** How many lists of each size there are: more than a page is asked to mark. */
const kLists = 8;

/**
 * @param {string} folder
 * @param {"markdown" | "html"} format
 * @param {number} bytes
 * @returns {string} the path of the article
 */
export function writeArticle(folder, format, bytes) {
  mkdirSync(folder, { recursive: true });
  const written = writeOpeningInputs(folder, [bytes]).find((input) => input.format === format);
  return /** @type {import("./opening_inputs.js").OpeningInput} */ (written).path;
}

/**
 * Keywords are pieces of the article of two to four Han characters, which is what readers look for. A list of thousands
 * is a list of terms or names: most of them are not in any one article.
 *
 * @param {string} article its path
 * @param {readonly number[]} counts
 * @returns {KeywordSet[]}
 */
export function keywordSets(article, counts) {
  const runs = readFileSync(article, "utf8").match(/\p{Script=Han}{2,}/gu) ?? [];
  const random = randomNumbers(2028);
  const inText = () => {
    const characters = runs[random(runs.length)];
    const length = Math.min(2 + random(3), characters.length);
    const begin = random(characters.length - length + 1);
    return characters.slice(begin, begin + length);
  };
  const keys = dictionaryKeys().filter((key) => /^\p{Script=Han}{2,4}$/u.test(key));
  const anywhere = () => keys[random(keys.length)];
  return counts.map((count) => {
    const found = Math.min(count, 500);
    return {
      name: `${count}`,
      what: found === count ? "all of them from the text" : `${found} of them from the text`,
      count,
      lists: Array.from({ length: kLists }, () => distinct(distinct([], inText, found), anywhere, count)),
    };
  });
}

/**
 * @param {string[]} begin
 * @param {() => string} next
 * @param {number} count
 */
function distinct(begin, next, count) {
  const words = new Set(begin);
  // A tiny article has no more than it has.
  for (let tries = 0; words.size < count && tries < 50 * count; tries++) words.add(next());
  return [...words];
}
