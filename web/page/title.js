/** What to call an article: by its title or, where it has none, by its first sentence. */

const FIRST_SENTENCE = /^\s*[^。！？!?\n]{1,40}/u;

/**
 * @param {import("./start.js").View | null} view
 * @returns {string} Empty when there is nothing to call it by.
 */
export function titleOf(view) {
  return (view?.metadata.title || FIRST_SENTENCE.exec(view?.text ?? "")?.[0] || "").trim();
}
