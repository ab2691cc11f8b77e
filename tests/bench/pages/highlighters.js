/**
 * @file Who marks keywords in an article that is on the page already. Runs in a page.
 */

import AdvancedMark from "advanced-mark.js/dist/mark.es6.js";
import Mark from "mark.js/dist/mark.es6.js";
import { marksOf, rangesOf } from "./marked.js";
import { RegexHighlighter } from "./regex_highlighter.js";

/**
 * @typedef {object} Highlighter
 * @property {(keywords: readonly string[], limit: number) => unknown} mark finds and marks them, instead of those of
 *   before; may give a promise. Throws when it has not come to an end after so many milliseconds.
 * @property {() => import("./marked.js").Marked} marked what is marked now
 * @property {boolean} rebuilds whether it changes the article, so that it needs a new one for each call
 */

/** @typedef {"shuye" | "regex" | "regex near the screen" | "mark.js" | "advanced-mark.js" | "combinePatterns"} Kind */

/**
 * @param {Kind} kind
 * @param {import("../../../web/element/shuye_article.js").ShuyeArticle} element with the article
 * @param {Element} copy of what the element shows
 * @returns {Highlighter}
 */
export function makeHighlighter(kind, element, copy) {
  if (kind === "shuye") return shuyeHighlighter(element);
  if (kind === "regex" || kind === "regex near the screen") {
    const highlighter = new RegexHighlighter(copy);
    return { mark: (keywords) => highlighter.mark(keywords, kind !== "regex"), marked: () => rangesOf("regex-"), rebuilds: false };
  }
  const options = { separateWordSearch: false, diacritics: false, accuracy: /** @type {const} */ ("partially") };
  return {
    mark(keywords, limit) {
      const end = performance.now() + limit;
      const filter = () => {
        if (performance.now() > end) throw new Error("too slow");
        return true;
      };
      if (kind === "mark.js") new Mark(copy).mark(keywords, { ...options, filter });
      else if (kind === "advanced-mark.js") new AdvancedMark(copy).mark(keywords, { ...options, cacheTextNodes: true, filter });
      // All in one pattern is what is fastest for it.
      else new AdvancedMark(copy).mark(keywords, { ...options, combinePatterns: Infinity });
    },
    marked: () => marksOf(copy),
    rebuilds: true,
  };
}

/**
 * @param {import("../../../web/element/shuye_article.js").ShuyeArticle} element
 * @returns {Highlighter}
 */
function shuyeHighlighter(element) {
  return {
    async mark(keywords) {
      const shown = new Promise((resolve) => element.addEventListener("shuye-matches", resolve, { once: true }));
      element.keywords = [...keywords];
      await shown;
    },
    marked() {
      const { matches } = element.found;
      if (rangesOf("shuye-mark-").marks === 0) throw new Error("nothing is marked on the screen");
      // Many marks are set as the article is scrolled (web/element/near.js): what is found is known of all of it.
      return { marks: matches.length, characters: matches.reduce((sum, { start, end }) => sum + end - start, 0) };
    },
    rebuilds: false,
  };
}
