/** Says things to a screen reader, and shows what went wrong to everyone. */

import { get } from "./dom.js";

/** Long enough to be read. */
const SHOWN_MS = 8000;

export class Announcer {
  #live = get("live");
  #toast = get("toast");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {string} text */
  say(text) {
    this.#live.textContent = text;
  }

  /** @param {string} text */
  warn(text) {
    this.#toast.textContent = text;
    this.#toast.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#toast.hidden = true), SHOWN_MS);
  }
}
