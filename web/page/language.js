/** The language of the interface. HTML names its texts with `data-t`, code asks `t`. */

import { STRINGS } from "./strings.js";

/** @type {import("../element/messages.js").Language} */
let language = "en";

/**
 * A text of the interface.
 * @param {string} key
 * @param {Record<string, string | number>} [values] What stands for `{name}` in it.
 */
export function t(key, values = {}) {
  const text = STRINGS[language][key] ?? STRINGS.en[key] ?? key;
  return text.replace(/\{(\w+)\}/gu, (whole, name) => String(values[name] ?? whole));
}

/** @param {number} value */
export function formatNumber(value) {
  return new Intl.NumberFormat(language).format(value);
}

/**
 * Translates the page, now and whenever the language changes. Parts that make texts of their own watch
 * the language, too, after this.
 * @param {import("./state.js").State} state
 */
export function translatePage(state) {
  state.watch(["language"], (now) => {
    language = now.language;
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-t]")) {
      element.textContent = t(element.getAttribute("data-t") ?? "");
    }
    for (const element of document.querySelectorAll("[data-t-placeholder]")) {
      element.setAttribute("placeholder", t(element.getAttribute("data-t-placeholder") ?? ""));
    }
    for (const element of document.querySelectorAll("[data-t-label]")) {
      const label = t(element.getAttribute("data-t-label") ?? "");
      element.setAttribute("aria-label", label);
      if (element.matches("button, [type=radio]")) element.setAttribute("title", label);
    }
  });
}
