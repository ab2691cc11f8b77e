/** Theme, type, size, language of the interface, punctuation, images. */

import { get } from "./dom.js";

/** @param {import("./start.js").Reader} reader */
export function setUpSettings({ element, state }) {
  const form = /** @type {HTMLFormElement} */ (get("settings"));
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input"));

  form.addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    state.set({ [input.name]: valueOf(input) });
  });

  state.watch(["theme", "font", "size", "punctuation", "images", "language"], (now) => {
    for (const input of inputs) {
      const value = now[/** @type {"theme"} */ (input.name)];
      input.checked = isYesOrNo(input) ? Boolean(value) : input.value === value;
    }
    Object.assign(document.documentElement.dataset, { theme: now.theme, font: now.font, size: now.size });
    element.punctuation = now.punctuation;
    element.toggleAttribute("images", now.images);
    if (now.images) element.setAttribute("images", "load");
  });
}

/** A box that stands for yes or no, rather than for one of two values. @param {HTMLInputElement} input */
function isYesOrNo(input) {
  return input.type === "checkbox" && input.dataset.otherwise === undefined;
}

/** @param {HTMLInputElement} input */
function valueOf(input) {
  if (isYesOrNo(input)) return input.checked;
  return input.checked ? input.value : input.dataset.otherwise;
}
