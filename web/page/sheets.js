/**
 * On a narrow screen the panels are sheets: one at a time, closed by its button, by Esc or by a tap beside it. A panel
 * hears of its being opened by `shuye-sheet`.
 */

import { get } from "./dom.js";

/** @returns {{ close: () => boolean }} `close` says whether one was open. */
export function setUpSheets() {
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-sheet]"));
  const shade = get("shade");
  /** @type {HTMLElement | null} */
  let opener = null;

  /** @param {HTMLElement | null} button */
  const show = (button) => {
    const name = button?.dataset.sheet ?? "";
    document.body.dataset.sheetOpen = name;
    shade.hidden = !name;
    for (const each of buttons) each.setAttribute("aria-expanded", String(each === button));
    if (button) {
      focusFirst(get(name));
      get(name).dispatchEvent(new Event("shuye-sheet"));
    } else opener?.focus();
    opener = button;
  };

  for (const button of buttons) {
    button.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "true" ? null : button));
  }
  for (const close of document.querySelectorAll("[data-close-sheet]")) close.addEventListener("click", () => show(null));
  shade.addEventListener("click", () => show(null));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener) show(null);
  });
  get("outline").addEventListener("click", (event) => {
    if (opener && /** @type {Element} */ (event.target).closest("a")) show(null);
  });

  return {
    close() {
      const wasOpen = opener !== null;
      if (wasOpen) show(null);
      return wasOpen;
    },
  };
}

/** @param {HTMLElement} panel */
function focusFirst(panel) {
  const first = /** @type {HTMLElement | null} */ (panel.querySelector("input, summary, h2"));
  if (first?.parentElement instanceof HTMLDetailsElement) first.parentElement.open = true;
  first?.focus();
}
