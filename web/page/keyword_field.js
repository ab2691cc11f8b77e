/**
 * The field: what is typed is marked at once, and Enter keeps it. With nothing in the field, Enter goes on to the next
 * match, and Backspace takes the last word away.
 */

import { get } from "./dom.js";
import { writeKeyword } from "./keyword_syntax.js";
import { formatNumber, t } from "./language.js";
import { isTyping } from "./typing.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("./keyword_list.js").KeywordList} KeywordList */

/** Until somebody who types has come to rest, and wants to hear the count. */
const REST_MS = 600;

/**
 * @param {Reader} reader
 * @param {KeywordList} list
 */
export function setUpKeywordField(reader, list) {
  const { element, announcer } = reader;
  const input = /** @type {HTMLInputElement} */ (get("keyword"));
  const form = get("keyword-form");

  // The letters that an input method composes from are no word yet.
  const type = () => list.type(input.value);
  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) type();
  });
  input.addEventListener("compositionend", type);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim() === "") return void element.next();
    if (!list.add(input.value)) announcer.warn(t("keywords_full"));
    input.value = "";
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && event.shiftKey) {
      event.preventDefault();
      element.previous();
    } else if (event.key === "Escape" && input.value !== "") {
      event.stopPropagation(); // The sheet stays.
      input.value = "";
      type();
    } else if (event.key === "Backspace" && input.value === "" && !event.repeat) {
      const last = list.mine.at(-1);
      if (last) list.remove(last);
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || isTyping(event)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  element.addEventListener("shuye-matches", (event) => {
    const count = countOfLive(reader, list);
    tellError(/** @type {CustomEvent} */ (event).detail.error, list);
    form.dataset.colour = String(list.live[0]?.colour ?? "");
    get("live-count").textContent = count === null ? "" : formatNumber(count);
    clearTimeout(timer);
    if (count === null) return;
    const word = input.value.trim();
    timer = setTimeout(() => announcer.say(t("keyword_count", { word, count: formatNumber(count) })), REST_MS);
  });
}

/**
 * @param {unknown} error
 * @param {KeywordList} list
 */
function tellError(error, list) {
  const problem = get("keyword-error");
  const word = list.marked.findLast(({ match }) => match === "regex");
  problem.hidden = !error;
  problem.textContent = error ? t("keyword_bad", { word: word ? writeKeyword(word) : "" }) : "";
}

/**
 * @param {Reader} reader
 * @param {KeywordList} list
 * @returns {number | null} Null while nothing is being typed.
 */
function countOfLive({ element }, { live }) {
  if (live.length === 0) return null;
  return element.found.keywords.slice(-live.length).reduce((sum, { count }) => sum + count, 0);
}
