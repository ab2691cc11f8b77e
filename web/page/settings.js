/** Theme, type, size, language of the interface, images. */

import { get } from "./dom.js";

/** @param {import("./start.js").Reader} reader */
export function setUpSettings({ element, state }) {
  const form = /** @type {HTMLFormElement} */ (get("settings"));
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input"));

  form.addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    state.set({ [input.name]: input.type === "checkbox" ? input.checked : input.value });
  });

  state.watch(["theme", "font", "size", "images", "language"], (now) => {
    for (const input of inputs) {
      const value = now[/** @type {"theme"} */ (input.name)];
      input.checked = input.type === "checkbox" ? Boolean(value) : input.value === value;
    }
    Object.assign(document.documentElement.dataset, { theme: now.theme, font: now.font, size: now.size });
    element.toggleAttribute("images", now.images);
    if (now.images) element.setAttribute("images", "load");
  });
}
