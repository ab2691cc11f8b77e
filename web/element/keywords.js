/** The words to mark, as the author of a page or a reader gives them. */

import { TONES } from "./tones.js";

/** @typedef {import("../../wasm/js/types.js").KeywordOptions} KeywordOptions */
/** @typedef {KeywordOptions & { colour: number }} ColouredKeyword */

/**
 * @param {string | null} list
 * @returns {string[]} Without blanks and without doubles.
 */
export function splitKeywords(list) {
  const words = (list ?? "").split(/[,，、;；\n\t]/u).map((word) => word.trim());
  return [...new Set(words.filter(Boolean))];
}

/**
 * Gives each keyword a colour: its own, or the one that it had before, or the first of those that are used least. So a
 * keyword keeps its colour when another one goes.
 * @param {readonly (string | KeywordOptions)[]} keywords
 * @param {readonly ColouredKeyword[]} before
 * @returns {ColouredKeyword[]}
 */
export function withColours(keywords, before) {
  /** @type {Map<string, number>} */
  const had = new Map();
  for (const { text, colour } of before) had.set(text, colour);
  const uses = new Array(TONES).fill(0);
  const colours = keywords.map((keyword) => {
    const colour = typeof keyword === "string" ? had.get(keyword) : (keyword.colour ?? had.get(keyword.text));
    if (colour !== undefined) ++uses[colour % TONES];
    return colour;
  });
  return keywords.map((keyword, index) => {
    const colour = colours[index] ?? takeLeast(uses);
    return typeof keyword === "string" ? { text: keyword, colour } : { ...keyword, colour };
  });
}

/**
 * @param {number[]} uses Of each colour.
 * @returns {number} The first of those that are used least, which is used once more now.
 */
function takeLeast(uses) {
  let least = 0;
  for (let i = 1; i < uses.length; i++) if (uses[i] < uses[least]) least = i;
  ++uses[least];
  return least;
}
