/**
 * How a keyword is typed, in the field and in the address:
 *
 *   kimi       the word, in any script, width and case
 *   kimi*      words that begin with it
 *   *kimi*     inside words, too
 *   "騰訊"      exactly so
 *   /colou?r/  a regular expression
 */

import { splitKeywords } from "../element/keywords.js";

/** @typedef {"auto" | "prefix" | "anywhere" | "regex"} MatchKind */
/** @typedef {{ text: string, match: MatchKind, exact: boolean }} Typed */

const EXACT = /^(?:"(.+)"|“(.+)”|「(.+)」)(\*?)$/u;
const REGEX = /^\/(.+)\/$/u;
const ANYWHERE = /^\*(.+)\*$/u;
const PREFIX = /^([^*]+)\*$/u;

/**
 * One or several keywords. A comma parts them, but in a regular expression or between quotation marks it is of the word.
 * @param {string} typed
 * @returns {Typed[]}
 */
export function parseKeywords(typed) {
  const whole = parseKeyword(typed);
  if (whole.match === "regex" || (whole.exact && !/["”」].*["“「]/u.test(typed.trim().slice(1, -1)))) return [whole];
  return splitKeywords(typed).map(parseKeyword);
}

/**
 * @param {string} typed
 * @returns {Typed}
 */
export function parseKeyword(typed) {
  const text = typed.trim();
  const regex = REGEX.exec(text);
  if (regex) return { text: regex[1], match: "regex", exact: false };
  const anywhere = ANYWHERE.exec(text);
  const [inner, exact] = unquoted(anywhere ? anywhere[1] : text);
  if (anywhere) return { text: inner, match: "anywhere", exact };
  const prefix = PREFIX.exec(inner);
  return { text: prefix ? prefix[1] : inner, match: prefix ? "prefix" : "auto", exact };
}

/**
 * Without its quotation marks; a star behind them is kept.
 * @param {string} text
 * @returns {[text: string, exact: boolean]}
 */
function unquoted(text) {
  const found = EXACT.exec(text);
  return found ? [`${found[1] ?? found[2] ?? found[3]}${found[4]}`, true] : [text, false];
}

/**
 * What would be typed for it.
 * @param {Typed} keyword
 */
export function writeKeyword({ text, match, exact }) {
  if (match === "regex") return `/${text}/`;
  const word = exact ? `"${text}"` : text;
  if (match === "anywhere") return `*${word}*`;
  return match === "prefix" ? `${word}*` : word;
}
