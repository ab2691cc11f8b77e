/** The line above the article that says what is going on: that it is being opened, or why it cannot be. */

import { languageAt, message } from "./messages.js";

export class Notice {
  #host;
  node = document.createElement("p");

  /** @param {Element} host Its language is that of the notice. */
  constructor(host) {
    this.#host = host;
    this.node.setAttribute("part", "notice");
    this.node.hidden = true;
  }

  /**
   * Says it to everyone, or, with an empty key, nothing.
   * @param {string} key
   * @param {string} [detail] In small print.
   */
  say(key, detail = "") {
    const failed = key !== "" && key !== "loading";
    this.node.setAttribute("role", failed ? "alert" : "status");
    this.node.classList.toggle("failed", failed);
    this.node.hidden = key === "";
    this.node.textContent = key === "" ? "" : message(languageAt(this.#host), key);
    if (detail) {
      const small = document.createElement("small");
      small.textContent = detail;
      this.node.append(" ", small);
    }
  }
}
