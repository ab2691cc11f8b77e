/** Opening articles, one at a time: whoever opens another one gives up the one that is on its way. */

import { open, preload } from "../../wasm/js/index.js";

/** @typedef {import("../../wasm/js/index.js").Article} Article */
/** @typedef {import("./shuye_article.js").Source} Source */
/** @typedef {import("./shuye_article.js").OpenOptions} OpenOptions */

/**
 * What an article is opened for.
 * @typedef {object} Reader
 * @property {() => OpenOptions} options What counts where the source says nothing else; asked for when the source is there.
 * @property {(article: Article, base: string | undefined) => Promise<void>} take The article is the reader's from then on.
 * @property {(error: unknown) => void} fail Not called for what was given up.
 */

export class Opening {
  #reader;
  /** @type {AbortController | null} */
  #current = null;

  /** @param {Reader} reader */
  constructor(reader) {
    this.#reader = reader;
  }

  giveUp() {
    this.#current?.abort();
  }

  /**
   * @param {(signal: AbortSignal) => Promise<{ source: Source, options: OpenOptions }>} find
   * @returns {Promise<Article>} Rejects with what `fail` is told, or with an `AbortError`.
   */
  async open(find) {
    this.giveUp();
    const current = new AbortController();
    this.#current = current;
    const { signal } = current;
    try {
      const finding = find(signal);
      queueMicrotask(preload); // A page that imports the element may yet say where the module is.
      const { source, options } = await finding;
      const { base, ...rest } = options;
      const article = await open(source, { ...this.#reader.options(), ...rest });
      if (signal.aborted) {
        article.close();
        signal.throwIfAborted();
      }
      await this.#reader.take(article, base);
      return article;
    } catch (error) {
      if (!signal.aborted) this.#reader.fail(error);
      throw error;
    } finally {
      if (this.#current === current) this.#current = null;
    }
  }
}
