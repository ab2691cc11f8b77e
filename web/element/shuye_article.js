/**
 * `<shuye-article src script keywords>`: an article, clean, in the reader's script, with keywords marked.
 *
 * Attributes (all observed):
 *   src               Address of the article. Beside it the element requests by itself only the images that lie on
 *                     the page's own server.
 *   script            "original" (default), "zh-Hans", "zh-Hant", "zh-Hant-TW", …
 *   keywords          What to mark, parted by commas (also ，、；) or line breaks.
 *   article-keywords  Mark the article's own keywords, too.
 *   show              Roles to show, parted by spaces; by default "body notice".
 *   punctuation       "regional": quotation marks as the script has them, full-width marks between Chinese
 *                     characters; by default "keep".
 *   cut               How boldly what is no part of the article is cut: "cautious", "normal" (default), "bold". It
 *                     counts when an article is opened; with `src`, a change opens it anew.
 *   images            "load" loads images at once; otherwise each waits for a click.
 *
 * Property `glossary`: the reader's own words.
 *
 * Events (they bubble and leave the shadow tree): `shuye-open` { article }, `shuye-view` { view },
 * `shuye-error` { error }.
 */

import { open } from "../../wasm/js/index.js";
import { explain, fetchArticle } from "./errors.js";
import { imageNode } from "./images.js";
import { message, pickLanguage } from "./messages.js";
import { placeOf, selectedRange } from "./places.js";
import { CSS } from "./style.js";
import { buildTree } from "./tree.js";

/** @typedef {import("../../wasm/js/index.js").Article} Article */
/** @typedef {Parameters<typeof open>[0]} Source */
/** @typedef {NonNullable<Parameters<typeof open>[1]> & { base?: string }} OpenOptions */
/** @typedef {Awaited<ReturnType<Article["view"]>>} View */
/** @typedef {import("../../wasm/js/types.js").Glossary} Glossary */

/** The elements that hold a line of text; no match goes beyond one. */
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, dt, dd, th, td, pre, figcaption, blockquote, figure";

/** On a server there are no elements; importing the module is harmless there. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** @type {CSSStyleSheet | undefined} */
let sheet;

function sharedSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}

/**
 * @param {string | null} list
 * @returns {string[]} Without blanks and without doubles.
 */
export function splitKeywords(list) {
  const words = (list ?? "").split(/[,，、;；\n\t]/u).map((word) => word.trim());
  return [...new Set(words.filter(Boolean))];
}

export class ShuyeArticle extends Base {
  static observedAttributes = ["src", "script", "keywords", "article-keywords", "show", "punctuation", "cut", "images"];

  #body = document.createElement("div");
  #notice = document.createElement("p");

  /** @type {Article | null} */
  #article = null;
  /** @type {View | null} */
  #view = null;
  /** @type {import("./tree.js").Tree | null} */
  #tree = null;
  /** @type {Glossary | null} */
  #glossary = null;
  /** @type {string | undefined} */
  #base;
  /** @type {AbortController | null} */
  #loading = null;
  /** Counts views, so that one that comes late is dropped. */
  #turn = 0;
  #viewDue = false;
  /** The pieces of the match that was gone to. @type {Element[]} */
  #current = [];

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sharedSheet()];
    this.#body.setAttribute("part", "article");
    this.#notice.setAttribute("part", "notice");
    this.#notice.hidden = true;
    root.append(this.#notice, this.#body);
    root.addEventListener("click", (event) => this.#follow(event));
  }

  /** The open article, or null. It belongs to the element, which closes it. */
  get article() {
    return this.#article;
  }

  /** What is on the screen: the JSON of the article in this script, with these keywords; or null. */
  get view() {
    return this.#view;
  }

  get src() {
    return this.getAttribute("src") ?? "";
  }
  set src(value) {
    this.setAttribute("src", value);
  }

  get script() {
    return this.getAttribute("script") || "original";
  }
  set script(value) {
    this.setAttribute("script", value);
  }

  /** @returns {string[]} */
  get keywords() {
    return splitKeywords(this.getAttribute("keywords"));
  }
  set keywords(words) {
    this.setAttribute("keywords", words.join("\n"));
  }

  get punctuation() {
    return this.getAttribute("punctuation") || "keep";
  }
  set punctuation(value) {
    this.setAttribute("punctuation", value);
  }

  get cut() {
    return this.getAttribute("cut") || "normal";
  }
  set cut(value) {
    this.setAttribute("cut", value);
  }

  /**
   * The reader's own words, `{ entries: [{ from, to }], protect: [] }`, or null. A change makes the view anew.
   * @returns {Glossary | null}
   */
  get glossary() {
    return this.#glossary;
  }
  set glossary(value) {
    this.#glossary = value;
    this.#viewSoon();
  }

  /** The options of the current view, for `article.toMarkdown` and its like. */
  get viewOptions() {
    const show = (this.getAttribute("show") ?? "").split(/\s+/u).filter(Boolean);
    return {
      script: this.script,
      keywords: this.keywords,
      articleKeywords: this.hasAttribute("article-keywords"),
      punctuation: this.punctuation,
      ...(show.length > 0 ? { show } : {}),
      ...(this.#glossary ? { glossary: this.#glossary } : {}),
    };
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "src" || name === "cut") this.#openSource();
    else if (name === "images") this.#draw();
    else this.#viewSoon();
  }

  /**
   * Opens an article. What was being opened before is given up; the article on the screen stays
   * until this one is there, and stays for good when this one cannot be opened.
   * @param {Source} source
   * @param {OpenOptions} [options] `base`: the address against which the article's own are resolved.
   * @returns {Promise<Article>} Rejects with what `shuye-error` tells, or with an `AbortError` when
   *   something else was opened meanwhile.
   */
  async open(source, options = {}) {
    return this.#load(async () => ({ source, options }));
  }

  /** Makes the view anew, for example after `article.restore`. */
  async refresh() {
    const article = this.#article;
    if (!article) return;
    const turn = ++this.#turn;
    try {
      const options = this.viewOptions;
      const [view, tree] = await Promise.all([article.view(options), article.toTree(options)]);
      if (turn !== this.#turn) return;
      this.#view = view;
      this.#tree = /** @type {import("./tree.js").Tree} */ (tree);
      this.#draw();
      this.#say("");
      this.#tell("shuye-view", { view });
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /**
   * Scrolls to a place of the article, such as an entry of `view.outline`.
   * @param {string} id
   * @returns {boolean} Whether there is such a place.
   */
  reveal(id) {
    const place = this.shadowRoot?.getElementById(id);
    if (!place) return false;
    if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
    return true;
  }

  /**
   * Goes to the next or an earlier match, around the ends.
   * @param {number} [keyword] Index into `view.keywords`; without it, of all of them.
   * @param {number} [step] 1 or -1.
   * @returns {number} Which match of how many it is now, from 0; -1 when there is none.
   */
  step(keyword, step = 1) {
    const found = this.#matches(keyword);
    if (found.length === 0) return -1;
    const at = found.findIndex((pieces) => pieces[0] === this.#current[0]);
    const next = at < 0 ? (step > 0 ? 0 : found.length - 1) : (at + step + found.length) % found.length;
    for (const piece of this.#current) piece.classList.remove("current");
    this.#current = found[next] ?? [];
    for (const piece of this.#current) piece.classList.add("current");
    this.#current[0]?.scrollIntoView({ block: "center" });
    return next;
  }

  /**
   * What is selected in the article, or else the match that was gone to: its place in `view.blocks`.
   * @param {{ match?: boolean }} [options] `match`: false asks for what is selected alone.
   * @returns {import("./places.js").Place | null} None when nothing is, or more than one block.
   */
  selected({ match: orMatch = true } = {}) {
    const root = this.shadowRoot;
    if (!root || !this.#view) return null;
    const range = selectedRange(root);
    if (range || !orMatch) return range && placeOf(range, this.#view);
    const [first] = this.#current;
    const last = this.#current.at(-1);
    if (!first || !last) return null;
    const match = document.createRange();
    match.setStartBefore(first);
    match.setEndAfter(last);
    return placeOf(match, this.#view);
  }

  /**
   * The matches on the screen, each in the pieces into which inline elements cut it.
   * @param {number | undefined} keyword
   * @returns {Element[][]}
   */
  #matches(keyword) {
    const of = keyword === undefined ? "" : `="${Number(keyword)}"`;
    /** @type {Element[][]} */
    const matches = [];
    for (const mark of this.#body.querySelectorAll(`mark[data-keyword${of}]`)) {
      const last = matches.at(-1)?.at(-1);
      if (last && isContinued(last, mark)) matches.at(-1)?.push(mark);
      else matches.push([mark]);
    }
    return matches;
  }

  #openSource() {
    const src = this.getAttribute("src");
    if (!src) {
      if (src === "") this.#loading?.abort();
      return;
    }
    this.#load(async (signal) => {
      const base = new URL(src, this.ownerDocument.baseURI).href;
      return { source: await fetchArticle(base, signal), options: { name: base, base } };
    }).catch(() => {}); // Told by shuye-error.
  }

  /**
   * @param {(signal: AbortSignal) => Promise<{ source: Source, options: OpenOptions }>} find
   * @returns {Promise<Article>}
   */
  async #load(find) {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#say("loading");
    try {
      const { source, options } = await find(loading.signal);
      const { base, ...rest } = options;
      const article = await open(source, { cut: this.cut, ...rest });
      if (loading.signal.aborted) {
        article.close();
        loading.signal.throwIfAborted();
      }
      this.#replace(article, base);
      await this.refresh();
      return article;
    } catch (error) {
      if (!loading.signal.aborted) this.#fail(error);
      throw error;
    } finally {
      if (this.#loading === loading) this.#loading = null;
    }
  }

  /**
   * @param {Article} article
   * @param {string | undefined} base
   */
  #replace(article, base) {
    this.#article?.close();
    this.#article = article;
    this.#base = base;
    this.#current = [];
    this.#tell("shuye-open", { article });
  }

  /** Several attributes that change together make one view. */
  #viewSoon() {
    if (this.#viewDue || !this.#article) return;
    this.#viewDue = true;
    queueMicrotask(() => {
      this.#viewDue = false;
      this.refresh();
    });
  }

  #draw() {
    if (!this.#tree) return;
    const load = this.getAttribute("images") === "load";
    const say = (/** @type {string} */ key) => message(this.#language(), key);
    this.#current = [];
    this.#body.replaceChildren(
      buildTree(this.#tree, {
        ...(this.#base ? { base: this.#base } : {}),
        image: (image) => imageNode(image, { load, say }),
        tableName: (number) => `${say("table")} ${number}`,
      }),
    );
  }

  /** A link within the article: the address bar knows nothing of a shadow tree's ids. @param {Event} event */
  #follow(event) {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!link) return;
    event.preventDefault();
    this.reveal(decodeFragment(link.getAttribute("href") ?? ""));
  }

  /** @param {unknown} error */
  #fail(error) {
    const { key, detail } = explain(error);
    this.#say(key, detail);
    this.#tell("shuye-error", { error });
  }

  /**
   * Shows what is going on to everyone, or, with an empty key, nothing.
   * @param {string} key
   * @param {string} [detail]
   */
  #say(key, detail = "") {
    const failed = key !== "" && key !== "loading";
    this.#notice.setAttribute("role", failed ? "alert" : "status");
    this.#notice.classList.toggle("failed", failed);
    this.#notice.hidden = key === "";
    this.#notice.textContent = key === "" ? "" : message(this.#language(), key);
    if (detail) {
      const small = document.createElement("small");
      small.textContent = detail;
      this.#notice.append(" ", small);
    }
    this.#body.setAttribute("aria-busy", String(key === "loading"));
  }

  /** The language of the place where the element stands. */
  #language() {
    return pickLanguage([this.closest("[lang]")?.getAttribute("lang"), ...navigator.languages]);
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/**
 * Whether two marks are one match: of the same word, with a border of an element between them and nothing else.
 * @param {Element} first
 * @param {Element} second
 */
function isContinued(first, second) {
  if (first.getAttribute("data-keyword") !== second.getAttribute("data-keyword")) return false;
  if (first.parentNode === second.parentNode) return false;
  const between = document.createRange();
  between.setStartAfter(first);
  between.setEndBefore(second);
  return between.toString() === "" && first.closest(BLOCKS) === second.closest(BLOCKS);
}

/** @param {string} fragment */
function decodeFragment(fragment) {
  try {
    return decodeURIComponent(fragment.slice(1));
  } catch {
    return fragment.slice(1);
  }
}
