/**
 * @file Keywords: as people write them, as the core takes them, and as `find` tells of them. There may be thousands, and
 * other ones at every key that is pressed: so they go in as bytes, and only numbers come back.
 */

import { invalidOption } from "./error.js";
import { element, encode, wellFormed } from "./text.js";

/** @typedef {import("./types.js").Keyword} Keyword */
/** @typedef {import("./types.js").KeywordOptions} KeywordOptions */

const colours = 8;

/** What stands behind the text of a keyword that is only a text, and of one that has a colour besides. */
const plain = "\0auto\0\0\0\0";
const coloured = Array.from({ length: colours }, (_, colour) => `\0auto\0\0${colour}\0\0`);

/**
 * A list as the core takes it, with five elements for each keyword (wasm/marshal.h), as bytes of UTF-8.
 *
 * @param {unknown} keywords
 */
export function keywordsRequest(keywords) {
  if (keywords === undefined) return encode("");
  if (!Array.isArray(keywords)) throw invalidOption("keywords must be an array of strings or objects");
  let request = "";
  // An index, since `forEach` passes over the holes of an array.
  for (let i = 0; i < keywords.length; i++) request += keywordRequest(keywords[i]);
  return encode(request);
}

/** @param {unknown} keyword */
function keywordRequest(keyword) {
  if (typeof keyword === "string") return element(keyword) + plain;
  if (keyword === null || typeof keyword !== "object") throw invalidOption("keywords must be an array of strings or objects");
  const { text, match = "auto", exact = false, colour, label = "" } = /** @type {Record<string, unknown>} */ (keyword);
  if (typeof text !== "string") throw invalidOption("the text of a keyword must be a string");
  if (typeof match !== "string") throw invalidOption("the match of a keyword must be a string");
  if (typeof exact !== "boolean") throw invalidOption("exact of a keyword must be a boolean");
  if (typeof label !== "string") throw invalidOption("the label of a keyword must be a string");
  if (colour !== undefined && !isColour(colour)) throw invalidOption(`the colour of a keyword must be one of 0 to ${colours - 1}`);
  if (match === "auto" && !exact && label === "") return element(text) + (colour === undefined ? plain : coloured[colour]);
  return `${element(text)}\0${element(match)}\0${exact ? "exact" : ""}\0${colour ?? ""}\0${element(label)}\0`;
}

/**
 * @param {unknown} colour
 * @returns {colour is number}
 */
function isColour(colour) {
  return typeof colour === "number" && Number.isInteger(colour) && colour >= 0 && colour < colours;
}

/**
 * What `find` is to tell of keywords, but for the counts and the colours. Made when it is called: the array is the
 * caller's, who may change it before there is an answer.
 *
 * @param {readonly (string | KeywordOptions)[]} keywords which `keywordsRequest` has taken
 * @returns {Keyword[]}
 */
export function keywordsToTell(keywords) {
  return keywords.map((keyword) => {
    const { text, label } = typeof keyword === "string" ? { text: keyword } : keyword;
    /** @type {Keyword} */
    const told = { text: asTold(text), source: "reader", count: 0, colour: 0 };
    if (label) told.label = asTold(label);
    return told;
  });
}

/**
 * A text as the core has it.
 *
 * @param {string} text
 */
function asTold(text) {
  return /[\0\uD800-\uDFFF]/.test(text) ? wellFormed(element(text)) : text;
}

/**
 * @param {Keyword[]} keywords from `keywordsToTell`
 * @param {Uint32Array} numbers two for each, as wasm/marshal.h has them
 */
export function fillIn(keywords, numbers) {
  keywords.forEach((keyword, i) => {
    keyword.count = numbers[2 * i];
    keyword.colour = numbers[2 * i + 1];
  });
}
