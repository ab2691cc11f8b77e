/** The article that is open, and its texts that come onto the screen one after the other: of several only the last counts. */

import { divide } from "./parts.js";

/** @typedef {import("../../wasm/js/index.js").Article} Article */
/** @typedef {import("../../wasm/js/types.js").View} View */
/** @typedef {import("./tree.js").Tree} Tree */

export class Views {
  /** @type {Article | null} */
  #article = null;
  /** @type {string | undefined} */
  #base;
  /** The one on the screen; it is closed when another one is there. @type {Article | null} */
  #shown = null;
  /** @type {Tree | null} */
  #tree = null;
  /** @type {(() => View) | null} */
  #makeView = null;
  /** Counts them, so that one that comes late is dropped; which of them is on the screen. */
  #turn = 0;
  #shownTurn = 0;

  get article() {
    return this.#article;
  }

  /** The address against which those of the article are resolved. */
  get base() {
    return this.#base;
  }

  /** What is on the screen, to be drawn. */
  get tree() {
    return this.#tree;
  }

  /** The same as data, without marks; made when it is asked for. */
  get view() {
    return this.#makeView?.() ?? null;
  }

  /** Whether another text is on its way. */
  get isChanging() {
    return this.#turn !== this.#shownTurn;
  }

  /**
   * The article that comes next; the one on the screen stays until then.
   * @param {Article} article
   * @param {string | undefined} base
   */
  take(article, base) {
    if (this.#article !== this.#shown) this.#article?.close();
    this.#article = article;
    this.#base = base;
  }

  /**
   * @param {import("../../wasm/js/types.js").ViewOptions} options
   * @param {() => void} show Called where it is there, at once: nobody may see the new text with what belongs to the old one.
   * @returns {Promise<boolean>} Whether it is there; not when there is no article, and when another text was asked for
   *   meanwhile. Rejects only where it is the last one that fails.
   */
  async make(options, show) {
    const article = this.#article;
    if (!article) return false;
    const turn = ++this.#turn;
    try {
      const [tree, makeView] = await Promise.all([article.toTree(options), article.viewer(options)]);
      if (turn !== this.#turn) return false;
      this.#shownTurn = turn;
      if (this.#shown !== article) this.#shown?.close();
      this.#shown = article;
      this.#makeView = makeView;
      this.#tree = divide(tree);
      show();
      return true;
    } catch (error) {
      if (turn === this.#turn) throw error;
      return false;
    }
  }
}
