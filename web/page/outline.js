/** The headings of the article, and which of them is being read. */

import { firstBelow } from "../element/first_below.js";
import { get, make } from "./dom.js";

/** A heading counts as reached a little below the bar. */
const REACHED_PX = 140;

/** So near to an edge of the outline, a line is not well seen. */
const EDGE_PX = 24;

/** @param {import("./start.js").Reader} reader */
export function setUpOutline({ element }) {
  const list = get("outline-list");

  element.addEventListener("shuye-view", () => {
    const entries = element.view?.outline ?? [];
    list.lang = element.view?.view.script ?? "";
    list.replaceChildren(...entries.map((entry) => item(entry, element)));
    get("outline-empty").hidden = entries.length > 0;
    document.body.toggleAttribute("data-outline", entries.length > 0);
    follow();
  });

  /** @type {Element | undefined} */
  let current;
  let due = false;
  const follow = () => {
    due = false;
    const links = list.querySelectorAll("a");
    // By halving: what is measured is laid out first, however far from the screen it is.
    const topOf = (/** @type {number} */ at) =>
      element.shadowRoot?.getElementById(links[at].dataset.id ?? "")?.getBoundingClientRect().top ?? 0;
    const reached = firstBelow(links.length, topOf, REACHED_PX) - 1;
    const next = links[isAtEnd() ? links.length - 1 : reached];
    if (next === current) return;
    current?.removeAttribute("aria-current");
    current = next;
    current?.setAttribute("aria-current", "true");
    keepInSight(current);
  };
  get("outline").addEventListener("shuye-sheet", () => keepInSight(current));
  addEventListener(
    "scroll",
    () => {
      if (due) return;
      due = true;
      requestAnimationFrame(follow);
    },
    { passive: true },
  );
}

/**
 * In a long outline the heading that is being read comes to the middle, where it would not be seen. The page does not
 * move, as it might when it was asked to.
 * @param {Element | undefined} link
 */
function keepInSight(link) {
  const box = get("outline");
  const frame = box.getBoundingClientRect();
  if (!link || frame.height === 0) return;
  const { top, bottom } = link.getBoundingClientRect();
  const isSeen = top >= frame.top + EDGE_PX && bottom <= frame.bottom - EDGE_PX;
  if (!isSeen) box.scrollTo({ top: box.scrollTop + top - frame.top - frame.height / 2, behavior: "instant" });
}

/** The last headings may never come up to the bar. */
function isAtEnd() {
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  return scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
}

/**
 * @param {{ depth: number, text: string, id: string }} entry
 * @param {import("./start.js").ShuyeArticle} element
 */
function item(entry, element) {
  const link = make("a", { href: `#${entry.id}`, "data-id": entry.id }, entry.text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    element.reveal(entry.id);
  });
  return make("li", { "data-depth": String(Math.min(entry.depth, 4)) }, link);
}
