/** The headings of the article, and which of them is being read. */

import { get, make } from "./dom.js";

/** A heading counts as reached a little below the bar. */
const REACHED_PX = 140;

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

  let due = false;
  const follow = () => {
    due = false;
    const links = [...list.querySelectorAll("a")];
    const reached = links.filter((link) => {
      const heading = element.shadowRoot?.getElementById(link.dataset.id ?? "");
      return heading && heading.getBoundingClientRect().top < REACHED_PX;
    });
    const current = isAtEnd() ? links.at(-1) : reached.at(-1);
    for (const link of links) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
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
