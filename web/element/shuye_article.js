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
 *
 * This is what a page sees of it, and what comes when. How it is done is beside it: articles are opened (opening.js), give
 * texts for the screen (views.js), which are drawn (drawing.js), in which keywords are found and marked (matches.js), and of
 * which something can be selected (places.js).
 */

import { CHANGES, ElementWithAttributes, searchOptions, textOptions } from "./attributes.js";
import { draw } from "./drawing.js";
import { explain, fetchArticle } from "./errors.js";
import { NOTHING, findKeywords } from "./finding.js";
import { focusOn, followed } from "./focus.js";
import { splitKeywords, withColours } from "./keywords.js";
import { Matches } from "./matches.js";
import { languageAt, message } from "./messages.js";
import { Notice } from "./notice.js";
import { Opening } from "./opening.js";
import { placeOf, placeOfMatch, selectedRange } from "./places.js";
import { scrollToStart } from "./scrolling.js";
import { Soon } from "./soon.js";
import { CSS } from "./style.js";
import { Views } from "./views.js";

/** @typedef {import("../../wasm/js/index.js").Article} Article */
/** @typedef {Parameters<typeof import("../../wasm/js/index.js").open>[0]} Source */
/** @typedef {NonNullable<Parameters<typeof import("../../wasm/js/index.js").open>[1]> & { base?: string }} OpenOptions */
/** @typedef {Awaited<ReturnType<Article["view"]>>} View */
/** @typedef {import("../../wasm/js/types.js").Found} Found */
/** @typedef {import("../../wasm/js/types.js").Glossary} Glossary */
/** @typedef {import("../../wasm/js/types.js").KeywordOptions} KeywordOptions */

/** @type {CSSStyleSheet | undefined} */
let sheet;

function sharedSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}

export class ShuyeArticle extends ElementWithAttributes {
  #body = document.createElement("div");
  #notice = new Notice(this);
  #views = new Views();
  #matches = new Matches(this.#body);
  #opening = new Opening({
    options: () => ({ cut: this.cut, script: this.script }),
    take: (article, base) => this.#take(article, base),
    fail: (error) => this.#fail(error),
  });

  /** The view on the screen with its marks, where somebody has asked for it. @type {View | null} */
  #view = null;
  /** @type {Glossary | null} */
  #glossary = null;
  /** As they were set. @type {readonly (string | KeywordOptions)[]} */
  #keywords = [];
  /** @type {import("./keywords.js").ColouredKeyword[]} */
  #coloured = [];
  /** Counts searches, so that one that comes late is dropped. */
  #searchTurn = 0;

  /** Several attributes that change together make one view. */
  #anotherView = new Soon(() => this.refresh());
  /** Other marks in the same text. Where another text is on its way, it comes with them. */
  #otherMarks = new Soon(() => {
    if (!this.#anotherView.due && !this.#views.isChanging) this.#search();
  });
  /** What is printed is not only what is near the screen. */
  #printing = new AbortController();

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sharedSheet()];
    this.#body.setAttribute("part", "article");
    root.append(this.#notice.node, this.#body);
    root.addEventListener("click", (event) => {
      const id = followed(event);
      if (id === null) return;
      event.preventDefault();
      this.reveal(id);
    });
  }

  connectedCallback() {
    this.#printing = new AbortController();
    const { signal } = this.#printing;
    addEventListener("beforeprint", () => this.#matches.print(true), { signal });
    addEventListener("afterprint", () => this.#matches.print(false), { signal });
    this.#matches.paint();
  }

  disconnectedCallback() {
    this.#printing.abort();
    this.#matches.hide();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    const change = CHANGES[name];
    if (change === "article") this.#openSource();
    else if (change === "view") this.#viewSoon();
    else if (change === "drawing") this.#draw();
    else if (change === "keywords") this.keywords = splitKeywords(now);
    else if (change === "search") this.#searchSoon();
  }

  /** The open article, or null. It belongs to the element, which closes it. */
  get article() {
    return this.#views.article;
  }

  /** What is on the screen: the JSON of the article in this script, with these keywords; or null. Made when it is asked for. */
  get view() {
    const { view } = this.#views;
    if (!this.#view && view) {
      const { found } = this;
      const marked = this.hasAttribute("article-keywords") && found !== NOTHING;
      const own = marked ? [] : view.keywords; // Else they are among those found.
      this.#view = { ...view, keywords: [...found.keywords, ...own], matches: found.matches };
    }
    return this.#view;
  }

  /**
   * What is marked: `keywords`, each with its colour and how often it was found, and `matches` in the order of the text;
   * `match.keyword` is an index into the former, `start` and `end` are places of `view.blocks[match.block].text`.
   */
  get found() {
    return this.#matches.found;
  }

  /** Index of the match that was gone to last; -1: of none. */
  get current() {
    return this.#matches.current;
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
    return { ...this.#textOptions, ...searchOptions(this), keywords: this.#coloured };
  }

  get #textOptions() {
    return { ...textOptions(this), ...(this.#glossary ? { glossary: this.#glossary } : {}) };
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
    try {
      if (await this.#views.make(this.#textOptions, () => this.#showText())) await this.#search();
    } catch (error) {
      this.#fail(error);
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
    focusOn(place);
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
    if (!this.#matches.goTo(index)) return false;
    const match = this.found.matches[index] ?? null;
    this.#tell("shuye-match", { index, match });
    return match !== null;
  }

  /**
   * How far below the upper edge of the window each match is, in CSS pixels and about: for marks beside a scrollbar.
   * @returns {number[]}
   */
  matchTops() {
    return this.#matches.tops();
  }

  /**
   * Puts the focus where a match is, for whoever reads on from there.
   * @param {number} index Into `found.matches`.
   */
  focusMatch(index) {
    const element = this.#matches.element(index);
    if (element instanceof HTMLElement) focusOn(element);
  }

  /**
   * What is selected in the article, or else the match that was gone to: its place in `view.blocks`.
   * @param {{ match?: boolean }} [options] `match`: false asks for what is selected alone.
   * @returns {import("./places.js").Place | null} None when nothing is, or more than one block.
   */
  selected({ match: orMatch = true } = {}) {
    const root = this.shadowRoot;
    if (!root || !this.#views.tree) return null;
    const range = selectedRange(root);
    if (range || !orMatch) return range && this.view && placeOf(range, this.view);
    const place = this.#matches.place;
    return place && this.view && placeOfMatch(place, this.view);
  }

  /**
   * @param {1 | -1} step
   * @param {number | undefined} keyword
   */
  #step(step, keyword) {
    const index = this.#matches.beside(step, keyword);
    if (index >= 0) this.revealMatch(index);
    return index;
  }

  #openSource() {
    const src = this.getAttribute("src");
    if (!src) {
      if (src === "") this.#opening.giveUp();
      return;
    }
    this.#load(async (signal) => {
      const base = new URL(src, this.ownerDocument.baseURI).href;
      return { source: await fetchArticle(base, signal), options: { name: base, base } };
    }).catch(() => {}); // Told by shuye-error.
  }

  /** @param {Parameters<Opening["open"]>[0]} find */
  #load(find) {
    const opened = this.#opening.open(find);
    this.#say("loading");
    return opened;
  }

  /**
   * @param {Article} article
   * @param {string | undefined} base
   */
  async #take(article, base) {
    this.#views.take(article, base);
    this.#tell("shuye-open", { article });
    await this.refresh();
  }

  #viewSoon() {
    if (this.article) this.#anotherView.ask();
  }

  #searchSoon() {
    if (this.article) this.#otherMarks.ask();
  }

  /** All within one task, so that the next frame has the marks. */
  async #search() {
    const { article } = this;
    const turn = ++this.#searchTurn;
    const { keywords, ...options } = this.viewOptions;
    const { found, error } = article ? await findKeywords(article, keywords, options) : { found: NOTHING };
    if (turn === this.#searchTurn && !this.#views.isChanging) this.#show(found, error);
  }

  /**
   * @param {Found} found
   * @param {unknown} [error] Why that is not all that was asked for.
   */
  #show(found, error) {
    this.#matches.show(found);
    this.#view = null;
    this.#tell("shuye-matches", { ...found, ...(error ? { error } : {}) });
  }

  #showText() {
    this.#view = null;
    this.#matches.forget();
    this.#draw();
    this.#say("");
    this.#tell("shuye-view", lazily("view", () => this.view));
  }

  #draw() {
    const { base, tree } = this.#views;
    if (!tree) return;
    this.#matches.leave();
    const blocks = draw(tree, this.#body, {
      base,
      load: this.getAttribute("images") === "load",
      say: (key) => message(languageAt(this), key),
    });
    this.#matches.enter(blocks);
  }

  /** @param {unknown} error */
  #fail(error) {
    const { key, detail } = explain(error);
    this.#say(key, detail);
    this.#tell("shuye-error", { error });
  }

  /**
   * Says what is going on, or, with an empty key, nothing.
   * @param {string} key
   * @param {string} [detail]
   */
  #say(key, detail) {
    this.#notice.say(key, detail);
    this.#body.setAttribute("aria-busy", String(key === "loading"));
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

