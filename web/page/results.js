/** All matches with what is around them. A press on one goes there. */

import { contextOf } from "./contexts.js";
import { get, make } from "./dom.js";

/** @typedef {import("./start.js").Reader} Reader */

/** So many are listed at once; there is a button for more. */
const PAGE = 100;

/** In UTF-16 units: the match is to be seen in the first of two lines. */
const BEFORE = 8;
const AFTER = 40;

/** @param {Reader} reader */
export function setUpResults(reader) {
  const { element, sheets } = reader;
  const details = /** @type {HTMLDetailsElement} */ (get("results"));
  const list = get("result-list");
  const more = get("results-more");
  let shown = PAGE;
  let due = false;

  const show = () => {
    due = false;
    const { found: { matches }, view } = element;
    const count = details.open && view ? Math.min(shown, matches.length) : 0;
    list.lang = view?.view.script ?? "";
    list.replaceChildren(...matches.slice(0, count).map((_, index) => item(reader, index)));
    more.hidden = count === matches.length || count === 0;
    point(reader, list);
  };
  /** The marks come first: a long list must not keep them waiting. */
  const showSoon = () => {
    details.hidden = element.found.matches.length === 0;
    if (due || !details.open) return;
    due = true;
    requestAnimationFrame(() => setTimeout(show));
  };

  details.addEventListener("toggle", show);
  element.addEventListener("shuye-matches", () => {
    shown = PAGE;
    showSoon();
  });
  more.addEventListener("click", () => {
    const first = shown;
    shown += PAGE;
    show();
    /** @type {HTMLElement | null | undefined} */ (list.children[first]?.querySelector("button"))?.focus();
  });
  list.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    const index = Number(button.dataset.match);
    const wasSheet = sheets.close();
    element.revealMatch(index);
    if (wasSheet) element.focusMatch(index);
  });
  element.addEventListener("shuye-match", () => point(reader, list));
}

/**
 * @param {Reader} reader
 * @param {number} index
 */
function item({ element }, index) {
  const match = element.found.matches[index];
  const view = /** @type {import("./start.js").View} */ (element.view);
  const [before, word, after] = contextOf(view, match, BEFORE, AFTER);
  const colour = String(element.found.keywords[match.keyword]?.colour ?? 0);
  const line = make("span", {}, before, make("mark", { "data-colour": colour }, word), after);
  return make("li", {}, make("button", { type: "button", "data-match": String(index) }, line));
}

/**
 * The one that was gone to.
 * @param {Reader} reader
 * @param {HTMLElement} list
 */
function point({ element }, list) {
  list.querySelector("[aria-current]")?.removeAttribute("aria-current");
  const button = list.children[element.current]?.querySelector("button");
  button?.setAttribute("aria-current", "true");
  // The list scrolls, not the page.
  if (button) list.scrollTop = keepInside(list, button);
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 */
function keepInside(list, row) {
  const top = row.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (top < 0) return list.scrollTop + top;
  return list.scrollTop + Math.max(0, top + row.offsetHeight - list.clientHeight);
}
