/// <reference lib="esnext.disposable" preserve="true" />

import { ShuyeError, invalidOption } from "./error.js";
import { expectedPacks } from "./expected_packs.js";
import { fillIn, keywordsToTell } from "./keywords.js";
import { fetchAhead, loadCore } from "./loader.js";
import { openRequest, optionsObject, scriptToCome, viewRequest } from "./options.js";
import { readSource } from "./source.js";

/** @typedef {import("./types.js").ViewOptions} ViewOptions */

/** As the core has it: kMaxInputBytes. */
const maxInputBytes = 64 * 1024 * 1024;

/** Gives back the memory of articles that were forgotten. */
const forgotten = new FinalizationRegistry(
  /** @param {{ core: import("./loader.js").Core, handle: import("./core.js").ArticleHandle }} held */
  ({ core, handle }) => core.release(handle),
);

/**
 * An article that was opened. It stays as it is; a view of it is cheap, so that another script or another keyword
 * needs no new `open`. Its memory is given back by `close()`, and some day when it is forgotten.
 *
 * Every method that takes options takes those of `view`, and rejects with a ShuyeError: `invalid_option`,
 * `unknown_script`, `unreadable` (a pack cannot be loaded; it can be tried again), `pack_damaged`, `closed`.
 */
export class Article {
  #core;
  #handle;
  #closed = false;

  /**
   * @private Articles are made by `open`.
   * @param {import("./loader.js").Core} core
   */
  constructor(core) {
    this.#core = core;
    this.#handle = core.createArticle();
    forgotten.register(this, { core, handle: this.#handle }, this);
  }

  /**
   * `open` of the package.
   *
   * @param {import("./source.js").Source} source
   * @param {import("./types.js").OpenOptions} [options]
   * @returns {Promise<Article>}
   */
  static async open(source, options) {
    const request = openRequest(options);
    const script = scriptToCome(options);
    const loading = loadCore();
    const reading = readSource(source, maxInputBytes);
    reading.then(({ bytes }) => fetchAhead(expectedPacks(bytes, script))).catch(() => {}); // Told below.
    const [core, { bytes, hints }] = await Promise.all([loading, reading]);
    request.name ||= hints.name ?? "";
    request.format ||= hints.format ?? "";
    // A string has been decoded, whatever its file was.
    request.charset = typeof source === "string" ? "utf-8" : request.charset || (hints.charset ?? "");

    const article = new Article(core);
    try {
      core.call(() => article.#handle.open(bytes, request));
      await core.loadMissing(() => core.call((packs) => article.#handle.finish(packs)));
      return article;
    } catch (error) {
      article.close();
      throw error;
    }
  }

  /**
   * The article in one script, with the keywords found, as plain data. The packs that the script needs are loaded
   * first, once for all articles.
   *
   * @param {ViewOptions} [options]
   * @returns {Promise<import("./types.js").View>}
   */
  async view(options) {
    return JSON.parse(await this.#render("json", options));
  }

  /**
   * `view` for later: loads what the view needs and gives a function that makes it, at once, when it is first called,
   * and then has it. For those who may need no more of it than the text on the screen, which is in `toTree`.
   *
   * @param {ViewOptions} [options]
   * @returns {Promise<() => import("./types.js").View>} throws a ShuyeError with `closed` when the article was closed
   *   before the view was made
   */
  async viewer(options) {
    const make = await this.#with(options, (request) => {
      return () => JSON.parse(this.#call((handle, packs) => handle.render("json", request, packs)));
    });
    /** @type {import("./types.js").View | undefined} */
    let view;
    return () => (view ??= make());
  }

  /**
   * Finds keywords, in whatever script, width and case they and the article are written. Light: of the view that the
   * other options ask for nothing is made anew but the matches, so it can be asked at every key that is pressed. The
   * article's own keywords are left aside unless `articleKeywords` asks for them. With `context` each match has
   * `before` and `after`: up to so many UTF-16 units of the view's text on each side, at most 10,000.
   *
   * @param {readonly (string | import("./types.js").KeywordOptions)[]} keywords
   * @param {Omit<ViewOptions, "keywords"> & { context?: number }} [options]
   * @returns {Promise<import("./types.js").Found>} the keywords in their order
   */
  async find(keywords, options) {
    if (keywords === undefined) throw invalidOption("keywords must be an array of strings or objects");
    const asked = { ...optionsObject(options), keywords };
    const request = viewRequest(asked);
    if (request.context > 0) return JSON.parse(await this.#render("matches", asked));
    const told = keywordsToTell(keywords);
    await this.#loadPacks(request);
    const found = this.#call((handle, packs) => handle.find(request, packs));
    fillIn(told, found.keywords);
    return { keywords: [...told, ...JSON.parse(found.ownKeywords)], matches: matchesOf(found.matches) };
  }

  /**
   * Why a place of the text reads as it does: for a reader who taps a word. Takes the options of the view in which the
   * place is.
   *
   * @param {{ block: number, offset: number }} position index of the block in `view.blocks`, and UTF-16 units of the
   *   block's text in the view. Where the view has no such place it rejects with `invalid_option`.
   * @param {ViewOptions} [options]
   * @returns {Promise<import("./types.js").Explanation>}
   */
  async explain(position, options) {
    const { block, offset } = position ?? {};
    for (const part of [block, offset]) {
      if (!Number.isInteger(part) || part < 0 || part > 0xffffffff) {
        throw invalidOption("position must have block and offset, both whole numbers");
      }
    }
    return JSON.parse(
      await this.#with(options, (request) => {
        return this.#call((handle, packs) => handle.explain(block, offset, request, packs));
      }),
    );
  }

  /**
   * Semantic HTML: one `<article lang="…">`, keywords as `<mark data-keyword="0" data-colour="0">`. Where matches
   * overlap, each piece is one mark with all its keywords (`data-keyword="0 3"`); no mark is inside another. No styles,
   * no scripts; it is safe to put into a page.
   *
   * @param {ViewOptions} [options]
   * @returns {Promise<string>}
   */
  toHtml(options) {
    return this.#render("html", options);
  }

  /**
   * A whole HTML page that reads without a network and without scripts.
   *
   * @param {ViewOptions} [options]
   * @returns {Promise<string>}
   */
  toPage(options) {
    return this.#render("page", options);
  }

  /**
   * The elements of `toHtml` as data (JsonML), to build nodes from without parsing markup. `data-block` on an element
   * is the index into `view.blocks` of the block whose text it holds; in it a `span` of the class `object` stands for a
   * U+FFFC that cannot be shown, with the words that are shown instead, if there are any.
   *
   * @param {ViewOptions} [options]
   * @returns {Promise<import("./types.js").Tree>}
   */
  async toTree(options) {
    return JSON.parse(await this.#render("tree", options));
  }

  /**
   * What `view` gives, as text.
   *
   * @param {ViewOptions} [options]
   * @returns {Promise<string>}
   */
  toJson(options) {
    return this.#render("json", options);
  }

  /**
   * CommonMark with GFM's extensions, with front matter when there is metadata.
   *
   * @param {ViewOptions} [options]
   * @returns {Promise<string>}
   */
  toMarkdown(options) {
    return this.#render("markdown", options);
  }

  /**
   * The text alone, blocks parted by empty lines.
   *
   * @param {ViewOptions} [options]
   * @returns {Promise<string>}
   */
  toText(options) {
    return this.#render("text", options);
  }

  /**
   * Gives a removed block back to the article, or takes a repair back; later views have it. Rejects with `unknown_trace_entry` when the id is
   * of no removal.
   *
   * @param {number} traceId the `id` of an entry of `view.trace`
   * @returns {Promise<void>}
   */
  async restore(traceId) {
    if (!Number.isInteger(traceId) || traceId < 0 || traceId > 0xffffffff) {
      throw invalidOption("traceId must be an id of the trace");
    }
    this.#call((handle) => handle.restore(traceId));
  }

  /** Gives the memory back. What is called later rejects with `closed`; closing again does nothing. */
  close() {
    if (this.#closed) return;
    this.#closed = true;
    forgotten.unregister(this);
    this.#core.release(this.#handle);
  }

  /** For `using`. (A runtime that has no Symbol.dispose yet gets a method named "undefined", which no one calls.) */
  [Symbol.dispose]() {
    this.close();
  }

  /**
   * @param {import("./core.js").Output} output
   * @param {unknown} options
   * @returns {Promise<string>}
   */
  #render(output, options) {
    return this.#with(options, (request) => {
      return this.#call((handle, packs) => handle.render(output, request, packs));
    });
  }

  /**
   * Loads the packs that a view needs, and then works.
   *
   * @template T
   * @param {unknown} options
   * @param {(request: import("./core.js").ViewRequest) => T} work
   */
  async #with(options, work) {
    const request = viewRequest(options);
    await this.#loadPacks(request);
    return work(request);
  }

  /** @param {import("./core.js").ViewRequest} request */
  async #loadPacks({ script, regionalWords }) {
    await this.#core.loadMissing(() => this.#call((handle, packs) => handle.missing(script, regionalWords, packs)));
  }

  /**
   * @template T
   * @param {(
   *   handle: import("./core.js").ArticleHandle,
   *   packs: import("./core.js").PacksHandle,
   * ) => import("./core.js").Answer<T>} work
   * @returns {T}
   */
  #call(work) {
    if (this.#closed) throw new ShuyeError("closed", "input", "the article was closed");
    return this.#core.call((packs) => work(this.#handle, packs));
  }
}

/**
 * @param {Uint32Array} numbers six for each, as wasm/marshal.h has them
 * @returns {import("./types.js").Match[]}
 */
function matchesOf(numbers) {
  const matches = [];
  for (let i = 0; i < numbers.length; i += 6) {
    matches.push({
      keyword: numbers[i],
      block: numbers[i + 1],
      start: numbers[i + 2],
      end: numbers[i + 3],
      originalStart: numbers[i + 4],
      originalEnd: numbers[i + 5],
    });
  }
  return matches;
}
