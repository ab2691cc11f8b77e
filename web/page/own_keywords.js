/** The article's own keywords: those of its author, and those that were found in it. */

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("./start.js").View} View */

/**
 * @param {Reader} reader
 * @param {import("./keyword_list.js").KeywordList} list
 */
export function followArticle({ element }, list) {
  let isNew = true;
  element.addEventListener("shuye-open", () => {
    isNew = true;
  });
  element.addEventListener("shuye-view", (event) => {
    list.setOwn(ownKeywords(/** @type {CustomEvent} */ (event).detail.view), isNew);
    isNew = false;
  });
}

/**
 * @param {View} view
 * @returns {{ text: string, source: string, label: string, count: number }[]}
 */
function ownKeywords({ keywords, metadata }) {
  const own = keywords.filter(({ source }) => source !== "reader");
  const bySource = { "front-matter": metadata.keywords, tags: metadata.tags };
  const labels = Object.entries(bySource).flatMap(([source, inScript]) => {
    const asWritten = own.filter((keyword) => keyword.source === source);
    // The metadata are in the view's script, and may say one thing twice.
    return asWritten.map(({ text }, index) => (asWritten.length === inScript.length ? inScript[index] : text));
  });
  // What an author named without writing it has no place to go to.
  return own
    .map(({ text, source, count }, index) => ({ text, source, count, label: labels[index] ?? text }))
    .filter(({ count }) => count > 0);
}
