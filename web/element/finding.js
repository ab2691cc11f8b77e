/** Looking for the keywords of an element. */

/** @typedef {import("../../wasm/js/index.js").Article} Article */
/** @typedef {import("../../wasm/js/types.js").Found} Found */
/** @typedef {import("./keywords.js").ColouredKeyword} ColouredKeyword */

/** @type {Found} */
export const NOTHING = { keywords: [], matches: [] };

/**
 * Somebody may still be typing a regular expression: the other keywords are found all the same.
 * @param {Article} article
 * @param {readonly ColouredKeyword[]} keywords
 * @param {{ articleKeywords: boolean }} options
 * @returns {Promise<{ found: Found, error?: unknown }>}
 */
export async function findKeywords(article, keywords, options) {
  if (keywords.length === 0 && !options.articleKeywords) return { found: NOTHING };
  try {
    return { found: await article.find(keywords, options) };
  } catch (error) {
    const simple = keywords.map((keyword) => (keyword.match === "regex" ? { ...keyword, match: "auto", text: "" } : keyword));
    const found = await article.find(simple, options).catch(() => NOTHING);
    return { found: { ...found, keywords: found.keywords.map((keyword, at) => ({ ...keyword, text: keywords[at]?.text ?? keyword.text })) }, error };
  }
}

/**
 * @param {import("../../wasm/js/types.js").Match} one
 * @param {import("../../wasm/js/types.js").Match} other
 */
export function isSamePlace(one, other) {
  return one.block === other.block && one.start === other.start && one.end === other.end;
}
