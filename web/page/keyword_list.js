/**
 * The keywords of the page: the reader's own, which the state keeps; the article's, which come and go with it; and the
 * word in the field, as long as it is being typed. Each has a colour, which it keeps whatever becomes of the others.
 */

import { TONES } from "../element/tones.js";
import { parseKeywords, writeKeyword } from "./keyword_syntax.js";

/** @typedef {import("./keyword_syntax.js").Typed} Typed */

/**
 * @typedef {Typed & {
 *   colour: number,
 *   on: boolean,
 *   lent?: boolean,
 *   source?: string,
 *   label?: string,
 *   count?: number,
 * }} Word
 * `lent`: came with a link or an example, and is not kept. The article's own have a `source`, the `label` that they are
 * shown by, and the `count` of an article in which nothing else is marked.
 */

/** So many of the keywords that the article's author gave it are marked by themselves. */
const MARKED_OWN = TONES;
const SHOWN_OWN = 16;

/** Of the reader's: more than anyone types, and little enough to be read at every visit. */
export const MOST_WORDS = 200;

/** Of a word that was never marked. */
const NO_COLOUR = -1;

/** @param {Typed} word What makes it the same word. */
export const keyOf = (word) => writeKeyword(word).toLowerCase();

export class KeywordList extends EventTarget {
  #state;
  /** @type {Word[]} */
  #own = [];
  /** Of this article, what the reader took away. @type {Set<string>} */
  #dismissed = new Set();
  /** @type {Word[]} */
  #live = [];

  /** @param {import("./state.js").State} state */
  constructor(state) {
    super();
    this.#state = state;
    state.watch(["keywords"], () => this.#tell());
  }

  /** @returns {readonly Word[]} */
  get mine() {
    return this.#state.now.keywords;
  }

  /** The article's own, those left out that the reader typed. */
  get own() {
    const typed = new Set(this.mine.map(keyOf));
    return this.#own.filter((word) => !typed.has(keyOf(word)) && !this.#dismissed.has(keyOf(word)));
  }

  /** What is being typed. */
  get live() {
    return this.#live;
  }

  /** In the order in which the element gets them. @returns {Word[]} */
  get marked() {
    return [...this.mine.filter(({ on }) => on), ...this.#ownMarked, ...this.#live];
  }

  get #ownMarked() {
    return this.own.filter(({ on }) => on);
  }

  /**
   * Adds one or several words, and turns on those that are there.
   * @param {string} typed
   * @returns {boolean} Whether there was room for all of them.
   */
  add(typed) {
    this.#live = [];
    const words = [...this.mine];
    for (const word of parseKeywords(typed)) {
      const at = words.findIndex((each) => keyOf(each) === keyOf(word));
      if (at >= 0) words[at] = { ...words[at], on: true };
      else words.push({ ...word, colour: freeColour([...words, ...this.#ownMarked]), on: true });
    }
    if (!this.#state.set({ keywords: words.slice(0, MOST_WORDS) })) this.#tell();
    return words.length <= MOST_WORDS;
  }

  /** @param {string} typed What stands in the field. */
  type(typed) {
    const others = [...this.mine, ...this.#ownMarked];
    const known = new Set(others.filter(({ on }) => on).map(keyOf));
    const words = parseKeywords(typed).slice(0, MOST_WORDS).filter((word) => !known.has(keyOf(word)));
    if (words.length === 0 && this.#live.length === 0) return;
    this.#live = [];
    for (const word of words) this.#live.push({ ...word, colour: freeColour([...others, ...this.#live]), on: true });
    this.#tell();
  }

  /**
   * @param {Word} word
   * @param {Partial<Word>} patch
   */
  change(word, patch) {
    const key = keyOf(word);
    const changed = (/** @type {Word} */ each) => (keyOf(each) === key ? { ...each, ...patch } : each);
    if (word.source) {
      this.#setOwn(this.#own.map(changed));
    } else {
      this.#state.set({ keywords: this.mine.map(changed) });
    }
  }

  /** @param {Word} word */
  remove(word) {
    const key = keyOf(word);
    if (word.source) {
      this.#dismissed.add(key);
      this.#tell();
    } else {
      this.#state.set({ keywords: this.mine.filter((each) => keyOf(each) !== key) });
    }
  }

  /** @param {boolean} on All of the article's own at once; the next article does as this one. */
  switchOwn(on) {
    this.#setOwn(this.#own.map((word) => ({ ...word, on })));
    this.#state.set({ own: on });
  }

  /**
   * Another article, or the same one in another script.
   * @param {{ text: string, source: string, label: string, count: number }[]} words
   * @param {boolean} isNew
   */
  setOwn(words, isNew) {
    if (isNew) this.#dismissed.clear();
    const before = new Map(isNew ? [] : this.#own.map((word) => [keyOf(word), word]));
    this.#setOwn(
      words.slice(0, SHOWN_OWN).map((word, index) => {
        const typed = { ...word, match: /** @type {const} */ ("auto"), exact: false };
        const on = word.source !== "found" && index < MARKED_OWN && this.#state.now.own;
        return { colour: NO_COLOUR, on, ...before.get(keyOf(typed)), ...typed };
      }),
    );
  }

  /** @param {Word[]} words Those that are marked get a colour when they have none yet. */
  #setOwn(words) {
    const used = [...this.mine, ...words.filter(({ colour }) => colour !== NO_COLOUR)];
    this.#own = words.map((word) => {
      if (!word.on || word.colour !== NO_COLOUR) return word;
      const coloured = { ...word, colour: freeColour(used) };
      used.push(coloured);
      return coloured;
    });
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * The first of the colours that are used least.
 * @param {readonly { colour: number }[]} words
 */
export function freeColour(words) {
  const uses = new Array(TONES).fill(0);
  for (const { colour } of words) ++uses[colour % TONES];
  return uses.indexOf(Math.min(...uses));
}
