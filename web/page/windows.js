/** Dialogs over the page: opened by their buttons, closed by theirs, by Esc or by a tap beside them. */

import { get } from "./dom.js";

export function setUpWindows() {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-window]"))) {
    const window = /** @type {HTMLDialogElement} */ (get(button.dataset.window ?? ""));
    const menu = /** @type {HTMLElement | null} */ (button.closest("[popover]"));
    button.addEventListener("click", () => {
      menu?.hidePopover();
      window.showModal();
    });
    // The button went with its menu: the keyboard goes back to what opens the menu.
    window.addEventListener("close", () => {
      /** @type {HTMLElement | null} */ (document.querySelector(`.tool[popovertarget="${menu?.id}"]`))?.focus();
    });
    window.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      // A click on the backdrop has the dialog itself as its target.
      if (target === window || target.closest("[data-close-window]")) window.close();
    });
  }
}
