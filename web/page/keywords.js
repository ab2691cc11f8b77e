/** The words that the reader cares about: typed, counted, visited, taken away. */

import { splitKeywords } from "../element/shuye_article.js";
import { TONES } from "../element/tree.js";
import { get, icon, make } from "./dom.js";
import { formatNumber, t } from "./language.js";
import { isTyping } from "./typing.js";

/** @typedef {import("./start.js").Reader} Reader */

/** How many of the article's own keywords are offered. */
const SUGGESTIONS = 12;

/** @param {Reader} reader */
export function setUpKeywords(reader) {
  const { element, state } = reader;
  const input = /** @type {HTMLInputElement} */ (get("keyword"));

  get("keyword-form").addEventListener("submit", (event) => {
    event.preventDefault();
    add(state, splitKeywords(input.value));
    input.value = "";
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Backspace" && input.value === "" && !event.isComposing) {
      state.set({ keywords: state.now.keywords.slice(0, -1) });
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || isTyping(event)) return;
    event.preventDefault();
    input.focus();
  });
  get("next").addEventListener("click", () => visit(reader, undefined, 1));
  get("previous").addEventListener("click", () => visit(reader, undefined, -1));

  state.watch(["keywords"], (now) => {
    element.keywords = [...now.keywords];
    showChips(reader);
  });
  state.watch(["language"], () => {
    showChips(reader);
    suggest(reader);
  });
  element.addEventListener("shuye-view", () => {
    showChips(reader);
    suggest(reader);
    announce(reader);
  });
}

/**
 * @param {Reader["state"]} state
 * @param {string[]} words
 */
function add(state, words) {
  state.set({ keywords: [...new Set([...state.now.keywords, ...words])] });
}

/**
 * The reader's keywords of the view; null until it knows them.
 * @param {Reader} reader
 */
function counted({ element, state }) {
  const known = (element.view?.keywords ?? []).filter((keyword) => keyword.source === "reader");
  const same = known.length === state.now.keywords.length;
  return same ? known : null;
}

/** @param {Reader} reader */
function showChips(reader) {
  const { state } = reader;
  const known = counted(reader);
  const words = state.now.keywords;
  get("chips").replaceChildren(...words.map((word, at) => chip(reader, word, at, known?.[at]?.count)));
  get("steps").hidden = !known?.some((keyword) => keyword.count > 0);
  get("position").textContent = "";
}

/**
 * @param {Reader} reader
 * @param {string} word
 * @param {number} at
 * @param {number | undefined} count
 */
function chip(reader, word, at, count) {
  const { state } = reader;
  const label = count === undefined ? word : t("keyword_count", { word, count });
  const number = make("span", { class: "count" }, count === undefined ? "…" : formatNumber(count));
  const visitIt = make("button", { type: "button", class: "chip-word", "aria-label": label }, word, number);
  visitIt.addEventListener("click", () => visit(reader, at, 1));
  visitIt.disabled = count === 0;
  const remove = make(
    "button",
    {
      type: "button",
      class: "chip-remove",
      "aria-label": t("keyword_remove", { word }),
      onclick: () => {
        state.set({ keywords: state.now.keywords.filter((each) => each !== word) });
        get("keyword").focus();
      },
    },
    icon("close"),
  );
  return make("li", { class: "chip", "data-tone": String(at % TONES) }, visitIt, remove);
}

/**
 * @param {Reader} reader
 * @param {number | undefined} keyword
 * @param {number} step
 */
function visit({ element }, keyword, step) {
  const at = element.step(keyword, step);
  if (at < 0) return;
  const keywords = element.view?.keywords ?? [];
  const of = keyword === undefined ? keywords : keywords.slice(keyword, keyword + 1);
  const total = of.reduce((sum, each) => sum + each.count, 0);
  // An <output> is read aloud by itself.
  get("position").textContent = t("position", { at: formatNumber(at + 1), total: formatNumber(total) });
}

/** The article's own keywords that are not marked yet. @param {Reader} reader */
function suggest(reader) {
  const { element, state } = reader;
  const metadata = element.view?.metadata;
  const own = [...(metadata?.keywords ?? []), ...(metadata?.tags ?? [])];
  const fresh = [...new Set(own)].filter((word) => !state.now.keywords.includes(word)).slice(0, SUGGESTIONS);
  get("suggestions").hidden = fresh.length === 0;
  const list = get("suggestion-list");
  const held = [...list.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
  list.replaceChildren(
    ...fresh.map((word) => {
      const label = t("keyword_add", { word });
      const button = make("button", { type: "button", class: "suggestion", "aria-label": label }, word);
      button.addEventListener("click", () => add(state, [word]));
      return make("li", {}, button);
    }),
  );
  // The button that was pressed is gone: the keyboard goes on at the one in its place.
  if (held >= 0) (list.querySelectorAll("button")[held] ?? get("keyword")).focus();
}

/** @param {Reader} reader */
function announce(reader) {
  const known = counted(reader) ?? [];
  reader.announcer.say(known.map(({ text, count }) => t("keyword_count", { word: text, count })).join("; "));
}
