/** The switch 原文 / 简 / 繁 / 繁·台, and what there is to say of the original. */

import { get, make } from "./dom.js";
import { t } from "./language.js";

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
  const show = () => showDetected(element.view?.metadata);
  element.addEventListener("shuye-view", show);
  state.watch(["language"], show);
}

/**
 * Only what a reader would not see at once: a mixture, Traditional made character by character, a region.
 * @param {import("./start.js").View["metadata"] | undefined} metadata
 */
function showDetected(metadata) {
  const { mixed = false, byCharacter = false, region = null } = metadata?.detection ?? {};
  const notes = [
    ...(mixed ? [t("detected_mixed")] : []),
    ...(byCharacter ? [t("detected_by_character")] : []),
    ...(region ? [t(`detected_${region}`)] : []),
  ];
  const label = get("detected");
  label.hidden = notes.length === 0;
  label.replaceChildren(...notes.map((note) => make("span", {}, ` · ${note}`)));
  label.title = byCharacter ? t("detected_by_character_about") : "";
}
