/** The words that the reader cares about: the panel's parts, and the element that shows the marks. */

import { setUpChips } from "./chips.js";
import { setUpKeywordField } from "./keyword_field.js";
import { KeywordList } from "./keyword_list.js";
import { setUpKeywordOptions } from "./keyword_options.js";
import { followArticle } from "./own_keywords.js";
import { setUpResults } from "./results.js";
import { setUpStrip } from "./strip.js";
import { setUpVisits } from "./visits.js";

/** @typedef {import("./start.js").Reader} Reader */

/** @param {Reader} reader */
export function setUpKeywords(reader) {
  const { element, state } = reader;
  const list = new KeywordList(state);

  list.addEventListener("change", () => {
    element.keywords = list.marked.map(({ text, match, exact, colour, label }) => ({ text, match, exact, colour, ...(label ? { label } : {}) }));
  });
  state.watch(["ignorePunctuation", "regionalWords", "overlaps"], (now) => {
    element.ignorePunctuation = now.ignorePunctuation;
    element.regionalWords = now.regionalWords;
    element.overlaps = now.overlaps ? "all" : "leftmost-longest";
  });

  followArticle(reader, list);
  setUpKeywordField(reader, list);
  setUpKeywordOptions(reader, list);
  setUpChips(reader, list);
  setUpVisits(reader);
  setUpResults(reader);
  setUpStrip(reader);
  list.dispatchEvent(new Event("change"));
}
