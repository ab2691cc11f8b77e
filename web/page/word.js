/**
 * Where a word comes from: select one in a converted article (double click, long press, keyboard), and a small
 * button beside it opens a card with the original, the reason, and the ways to have it otherwise.
 */

import { get, make } from "./dom.js";
import { attempt } from "./glossary.js";
import { t } from "./language.js";
import { knows, withEntry, withProtected, without } from "./terms.js";
import { isTyping } from "./typing.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("../element/places.js").Place} Place */
/** @typedef {import("../../wasm/js/types.js").Explanation} Explanation */

/** A word or a phrase; with more selected somebody wants to copy. */
const LONGEST = 24;

/** What a dictionary of OpenCC is for, by the beginning of its name. */
const DICTIONARIES = /^(?:ST|TS|TWPhrases|TWVariants|HKPhrases|HKVariants|JP)/u;

/** Until a selection has come to rest. */
const REST_MS = 250;

const GAP_PX = 6;
/** Fingers have the handles of their selection under it. */
const TOUCH_GAP_PX = 30;

/** @param {Reader} reader */
export function setUpWord(reader) {
  const { element, announcer } = reader;
  const ask = get("ask");
  const card = get("word");
  /** @type {Place | null} */
  let place = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const offer = () => {
    place = isConverted(reader) && !card.matches(":popover-open") ? element.selected({ match: false }) : null;
    ask.hidden = !place || place.text.length > LONGEST;
    if (place && !ask.hidden) putBeside(ask, place.rect);
  };
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(offer, REST_MS);
  });
  element.addEventListener("shuye-view", () => {
    ask.hidden = true;
    card.hidePopover(); // It says what was.
  });

  const open = async () => {
    if (card.matches(":popover-open")) return;
    const at = element.selected() ?? place; // Where it is now; a tap may have taken the selection away.
    if (!isConverted(reader)) return announcer.warn(t("ask_unconverted"));
    if (!at || at.text.length > LONGEST) return announcer.warn(t("ask_nothing"));
    ask.hidden = true;
    try {
      show(reader, await explainAll(reader, at));
      card.showPopover();
      putBeside(card, at.rect);
    } catch {
      announcer.warn(t("ask_failed"));
    }
  };
  ask.addEventListener("pointerdown", (event) => event.preventDefault()); // The selection stays.
  ask.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "e" || isTyping(event) || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    open();
  });
}

/** Whether a word may read otherwise than it was written. @param {Reader} reader */
function isConverted({ element, state }) {
  const { view } = element;
  if (!view || element.script === "original") return false;
  const { entries, protect } = state.now.glossary;
  return Boolean(view.view.configuration) || entries.length + protect.length > 0 || view.blocks.some(({ script }) => script);
}

/**
 * @param {HTMLElement} box In coordinates of the page, so that it goes with the text.
 * @param {DOMRect} rect
 */
function putBeside(box, rect) {
  const gap = matchMedia("(pointer: coarse)").matches ? TOUCH_GAP_PX : GAP_PX;
  const width = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(rect.left, width - box.offsetWidth - 8));
  const below = rect.bottom + gap;
  const fits = below + box.offsetHeight <= innerHeight || rect.top < box.offsetHeight + gap;
  box.style.insetInlineStart = `${left + scrollX}px`;
  box.style.insetBlockStart = `${(fits ? below : rect.top - GAP_PX - box.offsetHeight) + scrollY}px`;
}

/**
 * The pieces that the selection touches, one after the other.
 * @param {Reader} reader
 * @param {Place} place
 * @returns {Promise<Explanation[]>}
 */
async function explainAll({ element }, { block, start, end }) {
  /** @type {Explanation[]} */
  const pieces = [];
  for (let offset = start; offset < end; ) {
    const piece = await element.article?.explain({ block, offset }, element.viewOptions);
    if (!piece) break;
    pieces.push(piece);
    offset = Math.max(piece.end, offset + 1);
  }
  if (pieces.length === 0) throw new Error("nothing to explain");
  return pieces;
}

/**
 * @param {Reader} reader
 * @param {Explanation[]} pieces
 */
function show(reader, pieces) {
  const source = pieces.map((piece) => piece.source.text).join("");
  const result = pieces.map((piece) => piece.result).join("");
  const { element } = reader;
  const original = make("span", { lang: element.view?.metadata.script ?? "" }, source);
  const now = make("b", { lang: element.view?.view.script ?? "" }, result);
  get("word-title").replaceChildren(...(source === result ? [now] : [original, " → ", now]));
  get("word-steps").replaceChildren(...reasons(pieces).map(line));
  showActions(reader, source, result);
}

/** @typedef {{ from: string, to: string, why: string, dictionary: string }} Reason */

/**
 * What became of the pieces and why; neighbours that stay for the same reason are said at once.
 * @param {Explanation[]} pieces
 * @returns {Reason[]}
 */
function reasons(pieces) {
  /** @type {Reason[]} */
  const said = [];
  for (const reason of pieces.flatMap(reasonsOf)) {
    const last = said.at(-1);
    const stays = last?.from === last?.to && reason.from === reason.to;
    if (last && stays && last.why === reason.why && last.dictionary === reason.dictionary) {
      last.from += reason.from;
      last.to += reason.to;
    } else {
      said.push(reason);
    }
  }
  return said;
}

/**
 * @param {Explanation} piece
 * @returns {Reason[]} One for each step.
 */
function reasonsOf({ source: { text }, steps }) {
  if (steps.length === 0) return [{ from: text, to: text, why: t("rule_none"), dictionary: "" }];
  return steps.map(({ rule, dictionary, from, to }) => {
    const known = DICTIONARIES.exec(dictionary ?? "")?.[0];
    const why = known ? `${t(`dictionary_${known}`)} · ${t(`rule_${rule}`)}` : t(`rule_${rule}`);
    return { from, to, why, dictionary: dictionary ?? "" };
  });
}

/** @param {Reason} reason */
function line({ from, to, why, dictionary }) {
  const change = make("span", { class: "change" }, from === to ? from : `${from} → ${to}`);
  const name = dictionary ? [make("code", {}, dictionary)] : [];
  return make("li", {}, change, make("small", {}, why), ...name);
}

/**
 * @param {Reader} reader
 * @param {string} source
 * @param {string} result
 */
function showActions({ state, announcer }, source, result) {
  const card = get("word");
  const known = knows(state.now.glossary, source);
  const keep = /** @type {HTMLButtonElement} */ (get("word-keep"));
  const form = /** @type {HTMLFormElement} */ (get("word-form"));
  const to = /** @type {HTMLInputElement} */ (get("word-to"));
  const problem = get("word-error");
  problem.hidden = true;
  to.removeAttribute("aria-invalid");
  to.value = result;
  keep.textContent = t(known ? "word_free" : "word_keep", { word: source });
  keep.onclick = () => {
    const change = known ? without : withProtected;
    if (!attempt(state, (glossary) => change(glossary, source), problem)) return;
    announcer.say(t(known ? "word_freed" : "word_kept", { word: source }));
    card.hidePopover();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const entry = { from: source, to: to.value };
    if (!attempt(state, (glossary) => withEntry(without(glossary, source), entry), problem, to)) return;
    announcer.say(t("word_replaced", { word: entry.to }));
    card.hidePopover();
  };
}
