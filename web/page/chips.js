/** A chip for each keyword: its dot turns it on and off, its word goes to the next place, its cross takes it away. */

import { get, icon, make } from "./dom.js";
import { keyOf } from "./keyword_list.js";
import { formatNumber, t } from "./language.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("./keyword_list.js").KeywordList} KeywordList */
/** @typedef {import("./keyword_list.js").Word} Word */

/**
 * @param {Reader} reader
 * @param {KeywordList} list
 */
export function setUpChips(reader, list) {
  const { element, state } = reader;
  const mine = get("chips");
  const own = get("own-list");
  const switchAll = get("own-switch");

  const show = () => {
    fill(mine, list.mine, reader, list);
    fill(own, list.own, reader, list);
    get("own").hidden = list.own.length === 0;
    switchAll.setAttribute("aria-checked", String(list.own.every(({ on }) => on)));
  };
  switchAll.addEventListener("click", () => list.switchOwn(!list.own.every(({ on }) => on)));
  list.addEventListener("change", show);
  state.watch(["language"], () => {
    for (const chips of [mine, own]) chips.replaceChildren();
    show();
    count(reader, list);
  });
  element.addEventListener("shuye-matches", () => count(reader, list));
}

/**
 * Chips that stay keep their elements, and with them the focus.
 * @param {HTMLElement} chips
 * @param {readonly Word[]} words
 * @param {Reader} reader
 * @param {KeywordList} list
 */
function fill(chips, words, reader, list) {
  const known = new Map([...chips.children].map((chip) => [/** @type {HTMLElement} */ (chip).dataset.key, chip]));
  const wanted = words.map((word) => {
    const key = keyOf(word);
    const chip = /** @type {HTMLElement} */ (known.get(key) ?? makeChip(word, reader, list));
    chip.dataset.key = key;
    update(chip, word);
    return chip;
  });
  if (wanted.length === chips.children.length && wanted.every((chip, at) => chip === chips.children[at])) return;
  const held = [...chips.children].findIndex((chip) => chip.contains(document.activeElement));
  chips.replaceChildren(...wanted);
  if (held < 0 || chips.contains(document.activeElement)) return;
  // What had the focus is gone: the keyboard goes on at what is in its place.
  const next = wanted[Math.min(held, wanted.length - 1)]?.querySelector(".chip-remove");
  /** @type {HTMLElement} */ (next ?? get("keyword")).focus();
}

/**
 * @param {Word} word
 * @param {Reader} reader
 * @param {KeywordList} list
 */
function makeChip(word, reader, list) {
  const key = keyOf(word);
  const now = () => [...list.mine, ...list.own].find((each) => keyOf(each) === key) ?? word;
  const toggle = () => list.change(now(), { on: !now().on });
  const onOff = make("button", { type: "button", class: "chip-switch", role: "switch", onclick: toggle });
  const visit = make("button", { type: "button", class: "chip-word" }, make("span"), make("span", { class: "count" }));
  visit.addEventListener("click", () => {
    if (!now().on) return toggle();
    reader.element.next(list.marked.findIndex((each) => keyOf(each) === key));
  });
  const remove = make("button", { type: "button", class: "chip-remove", onclick: () => list.remove(now()) }, icon("close"));
  const chip = make("li", { class: "chip" }, onOff, visit, remove);
  chip.addEventListener("keydown", (event) => {
    if (event.key === "Delete") list.remove(now());
  });
  return chip;
}

/**
 * @param {HTMLElement} chip
 * @param {Word} word
 */
function update(chip, word) {
  const [onOff, visit, remove] = chip.children;
  const name = nameOf(word);
  if (word.on) chip.dataset.colour = String(word.colour);
  else delete chip.dataset.colour;
  onOff.setAttribute("aria-checked", String(word.on));
  onOff.setAttribute("aria-label", t("keyword_add", { word: name }));
  onOff.setAttribute("title", t(word.on ? "keyword_off" : "keyword_on"));
  remove.setAttribute("aria-label", t("keyword_remove", { word: name }));
  visit.children[0].textContent = name;
  const isNew = visit.children[1].textContent === "";
  if (!word.on || isNew) setCount(visit, name, word.on ? undefined : (word.count ?? null));
}

/** How a word is shown: as it would be typed, but for what is plain. @param {Word} word */
export function nameOf({ label, text, match, exact }) {
  const word = exact ? `“${label ?? text}”` : (label ?? text);
  if (match === "regex") return `/${text}/`;
  return { auto: word, prefix: `${word}*`, anywhere: `*${word}*` }[match];
}

/**
 * @param {Reader} reader
 * @param {KeywordList} list
 */
function count({ element }, list) {
  const { keywords } = element.found;
  if (keywords.length !== list.marked.length) return; // Those of a moment ago.
  const counts = new Map(list.marked.map((word, at) => [keyOf(word), keywords[at].count]));
  for (const chip of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".chip[data-key]"))) {
    const found = counts.get(chip.dataset.key ?? "");
    if (found !== undefined) setCount(chip.children[1], chip.children[1].children[0].textContent ?? "", found);
  }
}

/**
 * @param {Element} visit
 * @param {string} name
 * @param {number | null | undefined} found Null: nobody looks for it; undefined: somebody does now.
 */
function setCount(visit, name, found) {
  const isKnown = typeof found === "number";
  visit.children[1].textContent = isKnown ? formatNumber(found) : found === null ? "" : "…";
  visit.setAttribute("aria-label", isKnown ? t("keyword_count", { word: name, count: formatNumber(found) }) : name);
}
