/**
 * @file From the options that people write to the requests that the core takes. Types are checked here; whether a
 * name is known is the core's to say.
 */

import { invalidOption } from "./error.js";
import { keywordsRequest } from "./keywords.js";
import { element, wellFormed } from "./text.js";

/** @type {readonly import("./types.js").Format[]} */
const formats = ["markdown", "html", "plain"];
const cuttings = ["cautious", "normal", "bold"];

/**
 * A list as the core takes it: each element ended by a NUL.
 *
 * @param {readonly string[]} elements
 */
function list(elements) {
  return wellFormed(elements.map((text) => `${element(text)}\0`).join(""));
}

/**
 * @param {unknown} options
 * @returns {Record<string, unknown>}
 */
export function optionsObject(options) {
  if (options === undefined) return {};
  if (options === null || typeof options !== "object") throw invalidOption("options must be an object");
  return /** @type {Record<string, unknown>} */ (options);
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {string} otherwise
 */
function stringOption(name, value, otherwise) {
  if (value === undefined) return otherwise;
  if (typeof value !== "string") throw invalidOption(`${name} must be a string`);
  return wellFormed(value);
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {readonly string[]} otherwise
 * @returns {string}
 */
function listOption(name, value, otherwise) {
  if (value === undefined) return list(otherwise);
  // Spread, since `every` passes over the holes of an array.
  if (!Array.isArray(value) || ![...value].every((element) => typeof element === "string")) {
    throw invalidOption(`${name} must be an array of strings`);
  }
  return list(value);
}

/**
 * A glossary as the core takes it: two lists, of which the first has two elements for each entry. What its terms may
 * be is the core's to say.
 *
 * @param {unknown} glossary
 * @returns {{ glossary: string, protect: string }}
 */
export function glossaryRequest(glossary) {
  if (glossary === undefined) return { glossary: "", protect: "" };
  if (glossary === null || typeof glossary !== "object") throw invalidOption("glossary must be an object");
  const { entries = [], protect } = /** @type {Record<string, unknown>} */ (glossary);
  if (!Array.isArray(entries)) throw invalidOption("glossary.entries must be an array");
  const pairs = [...entries].flatMap((entry) => {
    if (typeof entry?.from === "string" && typeof entry.to === "string") return [entry.from, entry.to];
    throw invalidOption("glossary.entries must be an array of objects with from and to, both strings");
  });
  return { glossary: list(pairs), protect: listOption("glossary.protect", protect, []) };
}

/**
 * @param {unknown} options
 * @returns {import("./core.js").OpenRequest}
 */
export function openRequest(options) {
  const { format, charset, name, cut } = optionsObject(options);
  if (format !== undefined && !formats.some((known) => known === format)) {
    throw invalidOption(`format must be one of ${formats.join(", ")}`);
  }
  if (cut !== undefined && !cuttings.some((known) => known === cut)) {
    throw invalidOption(`cut must be one of ${cuttings.join(", ")}`);
  }
  return {
    format: stringOption("format", format, ""),
    charset: stringOption("charset", charset, ""),
    name: stringOption("name", name, ""),
    cut: stringOption("cut", cut, ""),
  };
}

/**
 * The script that an article which is being opened will be read in, or `""`.
 *
 * @param {unknown} options of `open`
 */
export function scriptToCome(options) {
  return stringOption("script", optionsObject(options).script, "");
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function flag(name, value) {
  if (value === undefined) return false;
  if (typeof value !== "boolean") throw invalidOption(`${name} must be a boolean`);
  return value;
}

/** @param {unknown} context */
function contextOption(context) {
  if (context === undefined) return 0;
  if (!Number.isInteger(context) || Number(context) < 0 || Number(context) > maxContext) {
    throw invalidOption(`context must be a whole number up to ${maxContext}`);
  }
  return Number(context);
}

/** Of text on each side of a match, in UTF-16 units. */
const maxContext = 10_000;

/**
 * @param {unknown} options
 * @returns {import("./core.js").ViewRequest}
 */
export function viewRequest(options) {
  return options === undefined ? plainView : checkedView(options);
}

/** @param {unknown} options */
function checkedView(options) {
  const { script, keywords, overlaps, show, punctuation, glossary, ...rest } = optionsObject(options);
  return {
    script: stringOption("script", script, "original"),
    keywords: keywordsRequest(keywords),
    articleKeywords: flag("articleKeywords", rest.articleKeywords),
    overlaps: stringOption("overlaps", overlaps, "leftmost-longest"),
    ignorePunctuation: flag("ignorePunctuation", rest.ignorePunctuation),
    regionalWords: flag("regionalWords", rest.regionalWords),
    context: contextOption(rest.context),
    show: listOption("show", show, ["body", "notice"]),
    punctuation: stringOption("punctuation", punctuation, "keep"),
    ...glossaryRequest(glossary),
  };
}

/** Of a small article, making this anew would be a part of what it takes. */
const plainView = checkedView({});
