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
  const objects = keywords.map((keyword) => (typeof keyword === "string" ? { text: keyword } : keyword));
  const colours = objects.map(({ text, colour }) => colour ?? had.get(text));
  for (const colour of colours) if (colour !== undefined) ++uses[colour % TONES];
  return objects.map((keyword, index) => {
    const colour = colours[index] ?? firstLeast(uses);
    if (colours[index] === undefined) ++uses[colour];
    return { ...keyword, colour };
  });
}

/**
 * @param {readonly number[]} numbers
 * @returns {number} The index of the first of the least.
 */
function firstLeast(numbers) {
  let least = 0;
  for (let i = 1; i < numbers.length; i++) if (numbers[i] < numbers[least]) least = i;
  return least;
}
