/** The licences of what others wrote: they go with the reader, wherever it is. */

import { get } from "./dom.js";
import { t } from "./language.js";

/** @param {import("./start.js").Reader} reader */
export function setUpLicences({ shelf }) {
  const text = get("licence-text");
  document.querySelector('[data-window="licences"]')?.addEventListener("click", async () => {
    if (text.textContent) return;
    try {
      text.textContent = await shelf.licences();
    } catch {
      text.textContent = t("licences_missing");
    }
  });
}
