/**
 * `<shuye-article src script keywords>`: an article, clean, in the reader's script, with keywords marked.
 *
 * Attributes (all observed):
 *   src                 Address of the article. Beside it the element requests by itself only the images that lie on
 *                       the page's own server.
 *   script              "original" (default), "zh-Hans", "zh-Hant", "zh-Hant-TW", …
 *   keywords            What to mark, parted by commas (also ，、；) or line breaks.
 *   article-keywords    Mark the article's own keywords, too.
 *   overlaps            Which of several matches at one place count: "leftmost-longest" (default), "leftmost-first",
 *                       "all".
 *   ignore-punctuation  Find a keyword also with punctuation and spaces between its characters.
 *   regional-words      Find also what a keyword is called in other regions: 软件 finds 軟體.
 *   show                Roles to show, parted by spaces; by default "body notice".
 *   punctuation         "regional": quotation marks as the script has them, full-width marks between Chinese
 *                       characters; by default "keep".
 *   cut                 How boldly what is no part of the article is cut: "cautious", "normal" (default), "bold". It
 *                       counts when an article is opened; with `src`, a change opens it anew.
 *   images              "load" loads images at once; otherwise each waits for a click.
 *
 * Properties: `keywords` takes strings, and objects that say more of a keyword: { text, match, exact, colour, label }.
 * What does not name its colour gets one, and keeps it when another keyword goes. `glossary`: the reader's own words.
 *
 * To go from match to match: `next(keyword)`, `previous(keyword)`, `revealMatch(index)`; `found` and
 * `current` tell what there is and where one is.
 *
 * Events (they bubble and leave the shadow tree):
 *   shuye-open     { article }
 *   shuye-view     { view }               another text is on the screen
 *   shuye-matches  { keywords, matches }  the marks are those of these keywords now; with `error` where something that
 *                                         was asked for cannot be looked for
 *   shuye-match    { index, match }       a match was gone to
 *   shuye-error    { error }
 *
 * Marks are CSS custom highlights, so that the nodes of the article stay as they are when keywords change; where an
 * engine has none, they are `<mark>` elements. Either way `--shuye-mark-0` to `--shuye-mark-7` are their colours,
 * `--shuye-mark-ink` that of their text, and `--shuye-current`, `--shuye-current-text` those of the match gone to.
 */

import { nextMatch, open, preload, previousMatch } from "../../wasm/js/index.js";
import { explain, fetchArticle } from "./errors.js";
import { NOTHING, findKeywords, isSamePlace } from "./finding.js";
import { firstBelow } from "./first_below.js";
import { imageNode } from "./images.js";
import { splitKeywords, withColours } from "./keywords.js";
import { Marks } from "./marks.js";
import { message, pickLanguage } from "./messages.js";
import { NearParts } from "./near.js";
import { divide, measureParts } from "./parts.js";
import { placeOf, selectedRange } from "./places.js";
import { scrollTo, scrollToStart } from "./scrolling.js";
import { CSS } from "./style.js";
import { buildTree } from "./tree.js";

/** @typedef {import("../../wasm/js/index.js").Article} Article */
/** @typedef {Parameters<typeof open>[0]} Source */
/** @typedef {NonNullable<Parameters<typeof open>[1]> & { base?: string }} OpenOptions */
/** @typedef {Awaited<ReturnType<Article["view"]>>} View */
/** @typedef {import("../../wasm/js/types.js").Found} Found */
/** @typedef {import("../../wasm/js/types.js").Glossary} Glossary */
/** @typedef {import("../../wasm/js/types.js").KeywordOptions} KeywordOptions */

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

export class ShuyeArticle extends Base {
  static observedAttributes = [
    ...["src", "script", "keywords", "article-keywords", "overlaps", "ignore-punctuation", "regional-words"],
    ...["show", "punctuation", "cut", "images"],
  ];

  #body = document.createElement("div");
  #notice = document.createElement("p");

  /** @type {Article | null} */
  #article = null;
  /** The one on the screen; it is closed when another one is there. @type {Article | null} */
  #shown = null;
  /** Makes the view on the screen, without marks. @type {(() => View) | null} */
  #makeView = null;
  /** With the marks, where somebody has asked for it. @type {View | null} */
  #view = null;
  /** @type {import("./tree.js").Tree | null} */
  #tree = null;
  /** @type {Glossary | null} */
  #glossary = null;
  /** As they were set. @type {readonly (string | KeywordOptions)[]} */
  #keywords = [];
  /** @type {import("./keywords.js").ColouredKeyword[]} */
  #coloured = [];
  #found = NOTHING;
  /** @type {Marks | null} */
  #marks = null;
  #near = new NearParts(this.#body, () => this.isConnected && this.#marks?.follow());
  /** What is printed is not only what is near the screen. */
  #printing = new AbortController();
  /** Index of the match that was gone to. */
  #current = -1;
  /** @type {string | undefined} */
  #base;
  /** @type {AbortController | null} */
  #loading = null;
  /** Counts views, so that one that comes late is dropped; which of them is on the screen. */
  #viewTurn = 0;
  #shownTurn = 0;
  #searchTurn = 0;
  #viewDue = false;
  #searchDue = false;

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

  connectedCallback() {
    this.#printing = new AbortController();
    const { signal } = this.#printing;
    addEventListener("beforeprint", () => this.#marks?.print(true), { signal });
    addEventListener("afterprint", () => this.#marks?.print(false), { signal });
    this.#paint();
  }

  /** Highlights are the document's: those of an element that is gone would hold its article for ever. */
  disconnectedCallback() {
    this.#printing.abort();
    this.#marks?.hide();
  }

  /** The open article, or null. It belongs to the element, which closes it. */
  get article() {
    return this.#article;
  }

  /** What is on the screen: the JSON of the article in this script, with these keywords; or null. Made when it is asked for. */
  get view() {
    if (!this.#view && this.#makeView) {
      const view = this.#makeView();
      const marked = this.hasAttribute("article-keywords") && this.#found !== NOTHING;
      const own = marked ? [] : view.keywords; // Else they are among those found.
      this.#view = { ...view, keywords: [...this.#found.keywords, ...own], matches: this.#found.matches };
    }
    return this.#view;
  }

  /**
   * What is marked: `keywords`, each with its colour and how often it was found, and `matches` in the order of the text;
   * `match.keyword` is an index into the former, `start` and `end` are places of `view.blocks[match.block].text`.
   */
  get found() {
    return this.#found;
  }

  /** Index of the match that was gone to last; -1: of none. */
  get current() {
    return this.#current;
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

  /**
   * What to mark, as it was set last, here or by the attribute.
   * @returns {readonly (string | KeywordOptions)[]}
   */
  get keywords() {
    return this.#keywords;
  }
  set keywords(keywords) {
    this.#keywords = [...keywords];
    this.#coloured = withColours(this.#keywords, this.#coloured);
    this.#searchSoon();
  }

  get overlaps() {
    return this.getAttribute("overlaps") || "leftmost-longest";
  }
  set overlaps(value) {
    this.setAttribute("overlaps", value);
  }

  get ignorePunctuation() {
    return this.hasAttribute("ignore-punctuation");
  }
  set ignorePunctuation(value) {
    this.toggleAttribute("ignore-punctuation", value);
  }

  get regionalWords() {
    return this.hasAttribute("regional-words");
  }
  set regionalWords(value) {
    this.toggleAttribute("regional-words", value);
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
    return {
      ...this.#textOptions,
      ...this.#searchOptions,
      keywords: this.#coloured,
      articleKeywords: this.hasAttribute("article-keywords"),
    };
  }

  /** What the text depends on. */
  get #textOptions() {
    const show = (this.getAttribute("show") ?? "").split(/\s+/u).filter(Boolean);
    return {
      script: this.script,
      punctuation: this.punctuation,
      ...(show.length > 0 ? { show } : {}),
      ...(this.#glossary ? { glossary: this.#glossary } : {}),
    };
  }

  get #searchOptions() {
    const { overlaps, ignorePunctuation, regionalWords } = this;
    return { overlaps, ignorePunctuation, regionalWords };
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
    else if (name === "keywords") this.keywords = splitKeywords(now);
    else if (["article-keywords", "overlaps", "ignore-punctuation", "regional-words"].includes(name)) this.#searchSoon();
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
    const turn = ++this.#viewTurn;
    try {
      const options = this.#textOptions;
      const [tree, makeView] = await Promise.all([article.toTree(options), article.viewer(options)]);
      if (turn !== this.#viewTurn) return;
      this.#shownTurn = turn;
      if (this.#shown !== article) this.#shown?.close();
      this.#shown = article;
      this.#makeView = makeView;
      this.#view = null;
      this.#tree = divide(/** @type {import("./tree.js").Tree} */ (tree));
      this.#found = NOTHING;
      this.#current = -1;
      this.#draw();
      this.#say("");
      this.#tell("shuye-view", lazily("view", () => this.view));
      await this.#search();
    } catch (error) {
      if (turn === this.#viewTurn) this.#fail(error);
    }
  }

  /**
   * Scrolls to a place of the article, such as an entry of `view.outline`: `--shuye-scroll-margin` below the upper edge.
   * @param {string} id
   * @returns {boolean} Whether there is such a place.
   */
  reveal(id) {
    const place = this.shadowRoot?.getElementById(id);
    if (!place) return false;
    if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    scrollToStart(place);
    return true;
  }

  /**
   * Goes to the next match, around the end; at first to the first one that is on the screen or below it.
   * @param {number} [keyword] Index into `found.keywords`; without it, of all of them.
   * @returns {number} Index into `found.matches`; -1 when there is none.
   */
  next(keyword) {
    return this.#step(1, keyword);
  }

  /**
   * Goes to the match before, around the beginning.
   * @param {number} [keyword]
   * @returns {number}
   */
  previous(keyword) {
    return this.#step(-1, keyword);
  }

  /**
   * Goes to a match: it comes onto the screen, and stands out from the others.
   * @param {number} index Into `found.matches`; -1 lets none of them stand out.
   * @returns {boolean} Whether there is such a match.
   */
  revealMatch(index) {
    const match = this.#found.matches[index];
    if ((!match && index !== -1) || !this.#marks) return false;
    const marks = this.#marks;
    this.#current = index;
    marks.select(index);
    const element = marks.element(index);
    if (element) scrollTo(element, () => marks.rect(index));
    this.#tell("shuye-match", { index, match: match ?? null });
    return Boolean(match);
  }

  /**
   * How far below the upper edge of the window each match is, in CSS pixels and about: for marks beside a scrollbar.
   * @returns {number[]}
   */
  matchTops() {
    return this.#marks?.tops() ?? [];
  }

  /**
   * Puts the focus where a match is, for whoever reads on from there.
   * @param {number} index Into `found.matches`.
   */
  focusMatch(index) {
    const element = this.#marks?.element(index);
    if (!(element instanceof HTMLElement)) return;
    if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
    element.focus({ preventScroll: true });
  }

  /**
   * What is selected in the article, or else the match that was gone to: its place in `view.blocks`.
   * @param {{ match?: boolean }} [options] `match`: false asks for what is selected alone.
   * @returns {import("./places.js").Place | null} None when nothing is, or more than one block.
   */
  selected({ match: orMatch = true } = {}) {
    const root = this.shadowRoot;
    if (!root || !this.#makeView) return null;
    const range = selectedRange(root);
    if (range || !orMatch) return range && this.view && placeOf(range, this.view);
    const match = this.#found.matches[this.#current];
    const rect = this.#marks?.rect(this.#current);
    if (!match || !rect) return null;
    const { block, start, end } = match;
    return { block, start, end, text: (this.view?.blocks[block]?.text ?? "").slice(start, end), rect };
  }

  /**
   * @param {1 | -1} step
   * @param {number | undefined} keyword
   */
  #step(step, keyword) {
    const { matches } = this.#found;
    const marks = this.#marks;
    if (!marks || matches.length === 0) return -1;
    let from = this.#current;
    if (from < 0) {
      const below = firstBelow(matches.length, (index) => marks.rect(index)?.top ?? 0, 0);
      from = step > 0 ? below - 1 : below;
    }
    const index = (step > 0 ? nextMatch : previousMatch)(matches, from, keyword);
    if (index >= 0) this.revealMatch(index);
    return index;
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
      const finding = find(loading.signal);
      queueMicrotask(preload); // A page that imports the element may yet say where the module is.
      const { source, options } = await finding;
      const { base, ...rest } = options;
      const article = await open(source, { cut: this.cut, script: this.script, ...rest });
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
    if (this.#article !== this.#shown) this.#article?.close();
    this.#article = article;
    this.#base = base;
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

  /** Other marks in the same text. Where another text is on its way, it comes with them. */
  #searchSoon() {
    if (this.#searchDue || !this.#article) return;
    this.#searchDue = true;
    queueMicrotask(() => {
      this.#searchDue = false;
      if (!this.#viewDue && this.#viewTurn === this.#shownTurn) this.#search();
    });
  }

  /** All within one task, so that the next frame has the marks. */
  async #search() {
    const article = this.#article;
    const turn = ++this.#searchTurn;
    const { keywords, ...options } = this.viewOptions;
    const { found, error } = article ? await findKeywords(article, keywords, options) : { found: NOTHING };
    if (turn === this.#searchTurn && this.#viewTurn === this.#shownTurn) this.#show(found, error);
  }

  /**
   * @param {Found} found
   * @param {unknown} [error] Why that is not all that was asked for.
   */
  #show(found, error) {
    const before = this.#found.matches[this.#current];
    this.#found = found;
    this.#current = before ? found.matches.findIndex((match) => isSamePlace(match, before)) : -1;
    this.#view = null;
    this.#paint();
    this.#tell("shuye-matches", { ...this.#found, ...(error ? { error } : {}) });
  }

  /** Highlights are the document's: an element that is not in it has none. */
  #paint() {
    if (!this.#marks || !this.isConnected) return;
    this.#marks.show(this.#found.matches, this.#found.keywords);
    this.#marks.select(this.#current);
  }

  #draw() {
    if (!this.#tree) return;
    const load = this.getAttribute("images") === "load";
    const say = (/** @type {string} */ key) => message(this.#language(), key);
    this.#marks?.hide();
    this.#near.reset();
    const blocks = new Map();
    const built = buildTree(this.#tree, {
      ...(this.#base ? { base: this.#base } : {}),
      image: (image) => imageNode(image, { load, say }),
      tableName: (number) => `${say("table")} ${number}`,
      blocks,
    });
    measureParts(built);
    this.#body.replaceChildren(built);
    this.#marks = new Marks(this.#body, blocks, this.#near);
    this.#paint();
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
 * An object with one property, made when somebody reads it.
 * @template T
 * @param {string} name
 * @param {() => T} make
 */
function lazily(name, make) {
  return Object.defineProperty({}, name, { enumerable: true, get: make });
}

/** @param {string} fragment */
function decodeFragment(fragment) {
  try {
    return decodeURIComponent(fragment.slice(1));
  } catch {
    return fragment.slice(1);
  }
}
