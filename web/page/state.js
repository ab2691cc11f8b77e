/**
 * What the reader chose. It is kept in localStorage (where there is one: a page from a file may be
 * refused) and, as far as it says what is seen of the article, in the address: `#script=zh-Hant-TW&q=腾讯`.
 * The glossary stays with the reader: it may be long, and is nobody else's business.
 */

import { pickLanguage } from "../element/messages.js";
import { splitKeywords } from "../element/shuye_article.js";
import { NO_TERMS, readable } from "./terms.js";

/**
 * @typedef {object} Choices
 * @property {string} script
 * @property {string[]} keywords
 * @property {"keep" | "regional"} punctuation
 * @property {import("./terms.js").Glossary} glossary
 * @property {"auto" | "light" | "dark"} theme
 * @property {"serif" | "sans"} font
 * @property {"1" | "2" | "3" | "4"} size
 * @property {boolean} images
 * @property {import("../element/messages.js").Language} language
 */

const STORE = "shuye";
/** @type {(keyof Choices)[]} */
const STORED = ["script", "punctuation", "glossary", "theme", "font", "size", "images", "language"];

/** @type {{ [Key in keyof Choices]?: readonly Choices[Key][] }} What may be read back. */
const ALLOWED = {
  script: ["original", "zh-Hans", "zh-Hant", "zh-Hant-TW"],
  punctuation: ["keep", "regional"],
  theme: ["auto", "light", "dark"],
  font: ["serif", "sans"],
  size: ["1", "2", "3", "4"],
  images: [true, false],
  language: ["zh-Hans", "zh-Hant", "en"],
};

export class State extends EventTarget {
  /** @type {Choices} */
  #now = {
    script: "original",
    keywords: [],
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
    Object.assign(this.#now, allowed(stored), { glossary: readable(stored["glossary"]) }, readAddress());
    addEventListener("hashchange", () => this.#change(readAddress()));
  }

  /** @returns {Readonly<Choices>} */
  get now() {
    return this.#now;
  }

  /** @param {Partial<Choices>} patch */
  set(patch) {
    if (!this.#change(patch)) return;
    writeStore(this.#now);
    writeAddress(this.#now);
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
    localStorage.setItem(STORE, JSON.stringify(Object.fromEntries(STORED.map((key) => [key, choices[key]]))));
  } catch {
    // Refused or full: the choices hold as long as the page is open.
  }
}

/** @returns {Partial<Choices>} */
function readAddress() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  /** @type {Partial<Choices>} */
  const patch = allowed({
    script: parameters.get("script"),
    punctuation: parameters.get("punctuation"),
  });
  const words = parameters.get("q");
  if (words !== null) patch.keywords = splitKeywords(words);
  return patch;
}

/** @param {Choices} choices */
function writeAddress(choices) {
  const parts = [];
  if (choices.script !== "original") parts.push(`script=${choices.script}`);
  if (choices.punctuation !== "keep") parts.push(`punctuation=${choices.punctuation}`);
  if (choices.keywords.length > 0) parts.push(`q=${choices.keywords.map(encodeURIComponent).join(",")}`);
  const address = new URL(location.href);
  address.hash = parts.join("&");
  try {
    history.replaceState(null, "", address);
  } catch {
    // A page in a sandbox has no address of its own to change.
  }
}
