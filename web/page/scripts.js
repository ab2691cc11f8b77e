/** The switch 原文 / 简 / 繁 / 繁·台. */

import { get } from "./dom.js";

/** @param {import("./start.js").Reader} reader */
export function setUpScripts({ element, state }) {
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (get("scripts").querySelectorAll("input"));
  for (const radio of radios) {
    radio.addEventListener("change", () => state.set({ script: radio.value }));
  }
  state.watch(["script"], (now) => {
    for (const radio of radios) radio.checked = radio.value === now.script;
    element.script = now.script;
  });
}
