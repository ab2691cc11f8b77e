/** Keywords as the browser keeps them, and as they stand in an address: `#q=腾讯,kimi*,%2Fcolou%3Fr%2F`. */

import { TONES } from "../element/tones.js";
import { MOST_WORDS, freeColour, keyOf } from "./keyword_list.js";
import { parseKeywords, writeKeyword } from "./keyword_syntax.js";

/** @typedef {import("./keyword_list.js").Word} Word */
/** @typedef {import("./keyword_syntax.js").Typed} Typed */

/** In UTF-16 units. */
const LONGEST = 1000;

/**
 * @param {unknown} stored
 * @returns {Word[]} What of it can be used.
 */
export function keptKeywords(stored) {
  if (!Array.isArray(stored)) return [];
  return stored.slice(0, MOST_WORDS).flatMap((word) => {
    const { text, match, exact, colour, on } = word ?? {};
    if (typeof text !== "string" || text.trim() === "" || text.length > LONGEST) return [];
    return {
      text,
      match: ["prefix", "anywhere", "regex"].includes(match) ? match : "auto",
      exact: exact === true,
      colour: Number.isInteger(colour) && colour >= 0 && colour < TONES ? colour : 0,
      on: on !== false,
    };
  });
}

/**
 * @param {string} hash
 * @returns {Typed[] | null} Null where the address says nothing of keywords.
 */
export function readKeywords(hash) {
  const found = /[#&]q=([^&]*)/u.exec(hash);
  if (!found) return null;
  return found[1].split(",").slice(0, MOST_WORDS).map(decode).flatMap(parseKeywords).filter(({ text }) => text);
}

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part.replaceAll("+", " "));
  } catch {
    return part;
  }
}

/** @param {readonly Word[]} words */
export function writeKeywords(words) {
  const marked = words.filter(({ on }) => on);
  return marked.map((word) => encodeURIComponent(writeKeyword(word))).join(",");
}

/**
 * What an address asks for is marked. What the reader keeps beside it stays, unmarked.
 * @param {readonly Typed[]} asked
 * @param {readonly Word[]} kept
 * @returns {Word[]}
 */
export function keywordsOf(asked, kept) {
  const wanted = new Set(asked.map(keyOf));
  const words = kept.map((word) => ({ ...word, on: wanted.has(keyOf(word)) }));
  return lend(asked, words.filter(({ on, lent }) => on || !lent));
}

/**
 * @param {readonly Typed[]} asked
 * @param {readonly Word[]} words
 * @returns {Word[]} With those asked for that are not among them, which are not kept.
 */
export function lend(asked, words) {
  const all = [...words];
  const known = new Set(all.map(keyOf));
  for (const word of asked) {
    if (known.has(keyOf(word))) continue;
    known.add(keyOf(word));
    all.push({ ...word, colour: freeColour(all.filter(({ on }) => on)), on: true, lent: true });
  }
  return all;
}
