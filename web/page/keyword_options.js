/** How keywords are looked for: all of them, and each by itself, with its colour. */

import { TONES } from "../element/tones.js";
import { nameOf } from "./chips.js";
import { get, make } from "./dom.js";
import { keyOf } from "./keyword_list.js";
import { t } from "./language.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("./keyword_list.js").KeywordList} KeywordList */
/** @typedef {import("./keyword_list.js").Word} Word */

/** @type {readonly Word["match"][]} */
const KINDS = ["auto", "prefix", "anywhere", "regex"];

/**
 * @param {Reader} reader
 * @param {KeywordList} list
 */
export function setUpKeywordOptions({ state }, list) {
  const form = get("keyword-options");
  const rows = get("keyword-rows");
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(".switch input"));

  for (const box of boxes) box.addEventListener("change", () => state.set({ [box.name]: box.checked }));
  state.watch(["ignorePunctuation", "regionalWords", "overlaps"], (now) => {
    for (const box of boxes) box.checked = Boolean(now[/** @type {"overlaps"} */ (box.name)]);
  });

  const show = () => {
    const held = focusedField(rows);
    rows.replaceChildren(...list.mine.map((word, index) => row(word, index, list)));
    if (held) /** @type {HTMLElement | null} */ (rows.querySelector(held))?.focus();
  };
  form.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "open") show();
  });
  list.addEventListener("change", () => {
    if (form.matches(":popover-open")) show();
  });
}

/** @param {HTMLElement} rows */
function focusedField(rows) {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || !rows.contains(field)) return null;
  return `[name="${field.name}"]${field.type === "radio" ? ":checked" : ""}`;
}

/**
 * @param {Word} word
 * @param {number} index
 * @param {KeywordList} list
 */
function row(word, index, list) {
  const set = (/** @type {Partial<Word>} */ patch) => {
    // It may have changed since, or become the same as another one.
    const now = list.mine.find((each) => keyOf(each) === keyOf(word)) ?? word;
    const then = keyOf({ ...now, ...patch });
    if (then !== keyOf(now) && list.mine.some((each) => keyOf(each) === then)) list.remove(now);
    else list.change(now, patch);
  };
  const name = nameOf(word);
  const kind = make("select", { name: `match-${index}`, "aria-label": t("match_kind", { word: name }) });
  kind.append(...KINDS.map((each) => make("option", { value: each }, t(`match_${each}`))));
  kind.value = word.match;
  kind.addEventListener("change", () => set({ match: /** @type {Word["match"]} */ (kind.value) }));

  const exact = make("input", { type: "checkbox", name: `exact-${index}` });
  exact.checked = word.exact;
  exact.disabled = word.match === "regex";
  exact.addEventListener("change", () => set({ exact: exact.checked }));

  const colours = make("fieldset", { class: "colours", "aria-label": t("colour_of", { word: name }) });
  for (let colour = 0; colour < TONES; ++colour) colours.append(swatch(colour, index, word, () => set({ colour })));

  const exactly = make("label", { class: "exact" }, exact, t("match_exact"));
  return make("li", {}, make("b", {}, word.text), kind, exactly, colours);
}

/**
 * @param {number} colour
 * @param {number} index
 * @param {Word} word
 * @param {() => void} choose
 */
function swatch(colour, index, word, choose) {
  const label = t(`colour_${colour}`);
  const radio = make("input", { type: "radio", name: `colour-${index}`, value: String(colour), "aria-label": label, title: label });
  radio.dataset.colour = String(colour);
  radio.checked = word.colour === colour;
  radio.addEventListener("change", choose);
  return radio;
}
