/** @file The whole way with markdown-it, opencc-js and advanced-mark.js, all keywords in one pattern. */

import Mark from "advanced-mark.js/dist/mark.es6.js";
import { marksOf } from "./marked.js";
import { convert, render } from "./peers_way.js";

/** @type {import("./whole_way_page.js").Show} */
export function show(bytes, keywords, place) {
  place.innerHTML = render(bytes);
  new Mark(place).mark(keywords.map(convert), {
    separateWordSearch: false,
    diacritics: false,
    accuracy: "partially",
    combinePatterns: Infinity,
  });
}

/** @type {import("./whole_way_page.js").Count} */
export const count = marksOf;
