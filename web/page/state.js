/**
 * What the reader chose. It is kept in localStorage (where there is one: a page from a file may be
 * refused) and, as far as it says what is seen of the article, in the address: `#script=zh-Hant-TW&q=腾讯`.
 * The glossary stays with the reader: it may be long, and is nobody else's business. Keywords are kept, and those that
 * are marked stand in the address: who follows it sees the same, beside what they keep themselves.
 */

import { pickLanguage } from "../element/messages.js";
import { keptKeywords, keywordsOf, readKeywords, writeKeywords } from "./kept_keywords.js";
import { NO_TERMS, readable } from "./terms.js";

/**
 * @typedef {object} Choices
 * @property {string} script
 * @property {import("./keyword_list.js").Word[]} keywords
 * @property {boolean} own Mark those that the article's author gave it.
 * @property {boolean} ignorePunctuation
 * @property {boolean} regionalWords
 * @property {boolean} overlaps Mark every one of several keywords at one place.
 * @property {"keep" | "regional"} punctuation
 * @property {import("./terms.js").Glossary} glossary
 * @property {"auto" | "light" | "dark"} theme
 * @property {"serif" | "sans"} font
 * @property {"1" | "2" | "3" | "4"} size
 * @property {boolean} images
 * @property {import("../element/messages.js").Language} language
 */

const STORE = "shuye";
const STORED = /** @type {(keyof Choices)[]} */ ([
  ...["script", "punctuation", "glossary", "theme", "font", "size", "images", "language"],
  ...["own", "ignorePunctuation", "regionalWords", "overlaps"],
]);

/** @type {{ [Key in keyof Choices]?: readonly Choices[Key][] }} What may be read back. */
const ALLOWED = {
  script: ["original", "zh-Hans", "zh-Hant", "zh-Hant-TW"],
  punctuation: ["keep", "regional"],
  theme: ["auto", "light", "dark"],
  font: ["serif", "sans"],
  size: ["1", "2", "3", "4"],
  images: [true, false],
  own: [true, false],
  ignorePunctuation: [true, false],
  regionalWords: [true, false],
  overlaps: [true, false],
  language: ["zh-Hans", "zh-Hant", "en"],
};

export class State extends EventTarget {
  /** @type {Choices} */
  #now = {
    script: "original",
    keywords: [],
    own: true,
    ignorePunctuation: false,
    regionalWords: false,
    overlaps: false,
    punctuation: "keep",
    glossary: NO_TERMS,
    theme: "auto",
    font: "serif",
    size: "2",
    images: false,
    language: pickLanguage(navigator.languages),
  };

  constructor() {
    super();
    const stored = readStore();
    const kept = { glossary: readable(stored["glossary"]), keywords: keptKeywords(stored["keywords"]) };
    Object.assign(this.#now, allowed(stored), kept);
    Object.assign(this.#now, readAddress(this.#now));
    addEventListener("hashchange", () => this.#change(readAddress(this.#now)));
  }

  /** @returns {Readonly<Choices>} */
  get now() {
    return this.#now;
  }

  /**
   * @param {Partial<Choices>} patch
   * @returns {boolean} Whether anything is different now.
   */
  set(patch) {
    if (!this.#change(patch)) return false;
    writeStore(this.#now);
    writeAddress(this.#now);
    return true;
  }

  /**
   * Calls `listener` now and whenever one of these changes.
   * @param {(keyof Choices)[]} keys
   * @param {(now: Readonly<Choices>) => void} listener
   */
  watch(keys, listener) {
    this.addEventListener("change", (event) => {
      const changed = /** @type {CustomEvent<(keyof Choices)[]>} */ (event).detail;
      if (keys.some((key) => changed.includes(key))) listener(this.#now);
    });
    listener(this.#now);
  }

  /**
   * @param {Partial<Choices>} patch
   * @returns {boolean} Whether anything is different now.
   */
  #change(patch) {
    const keys = /** @type {(keyof Choices)[]} */ (Object.keys(patch));
    const changed = keys.filter((key) => JSON.stringify(patch[key]) !== JSON.stringify(this.#now[key]));
    if (changed.length === 0) return false;
    Object.assign(this.#now, patch);
    this.dispatchEvent(new CustomEvent("change", { detail: changed }));
    return true;
  }
}

/**
 * @param {Record<string, unknown>} values
 * @returns {Partial<Choices>}
 */
function allowed(values) {
  const entries = Object.entries(values).filter(([key, value]) =>
    /** @type {readonly unknown[] | undefined} */ (ALLOWED[/** @type {keyof Choices} */ (key)])?.includes(value),
  );
  return Object.fromEntries(entries);
}

/** @returns {Record<string, unknown>} */
function readStore() {
  try {
    const value = JSON.parse(localStorage.getItem(STORE) ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** @param {Choices} choices */
function writeStore(choices) {
  try {
    const kept = Object.fromEntries(STORED.map((key) => [key, choices[key]]));
    localStorage.setItem(STORE, JSON.stringify({ ...kept, keywords: choices.keywords.filter(({ lent }) => !lent) }));
  } catch {
    // Refused or full: the choices hold as long as the page is open.
  }
}

/**
 * @param {Choices} now
 * @returns {Partial<Choices>}
 */
function readAddress(now) {
  const parameters = new URLSearchParams(location.hash.slice(1));
  /** @type {Partial<Choices>} */
  const patch = allowed({
    script: parameters.get("script"),
    punctuation: parameters.get("punctuation"),
  });
  const words = readKeywords(location.hash);
  if (words) patch.keywords = keywordsOf(words, now.keywords);
  return patch;
}

/** @param {Choices} choices */
function writeAddress(choices) {
  const parts = [];
  if (choices.script !== "original") parts.push(`script=${choices.script}`);
  if (choices.punctuation !== "keep") parts.push(`punctuation=${choices.punctuation}`);
  const words = writeKeywords(choices.keywords);
  if (words) parts.push(`q=${words}`);
  const address = new URL(location.href);
  address.hash = parts.join("&");
  try {
    history.replaceState(null, "", address);
  } catch {
    // A page in a sandbox has no address of its own to change.
  }
}
