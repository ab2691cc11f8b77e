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
  element.addEventListener("shuye-view", async (event) => {
    const { view } = /** @type {CustomEvent} */ (event).detail;
    const { article } = element;
    const named = ownKeywords(view);
    if (isNew || named.length > 0) list.setOwn(named, isNew);
    isNew = false;
    if (named.length > 0 || !article) return;
    // To find some takes a look at all of the text: the article is on the screen first.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    if (article !== element.article) return;
    const found = await article.find([], { ...element.viewOptions, articleKeywords: true }).catch(() => null);
    if (found && article === element.article) list.setOwn(ownKeywords({ ...view, keywords: found.keywords }), false);
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
