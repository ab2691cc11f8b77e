/**
 * From match to match, by button and by key: n and N, F3 and Shift+F3. Where one is stands beside the buttons, and is
 * said to a screen reader with what is around it.
 */

import { contextOf } from "./contexts.js";
import { get } from "./dom.js";
import { formatNumber, t } from "./language.js";
import { isTyping } from "./typing.js";

/** @typedef {import("./start.js").Reader} Reader */

/** What is read aloud around a match, in UTF-16 units on each side. */
const SAID = 16;

/** @param {Reader} reader */
export function setUpVisits(reader) {
  const { element, state, sheets } = reader;

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-step]"))) {
    button.addEventListener("click", () => {
      sheets.close();
      step(reader, Number(button.dataset.step));
    });
  }
  addEventListener("keydown", (event) => {
    const direction = directionOf(event);
    if (direction === 0 || element.found.matches.length === 0 || document.querySelector("dialog:modal")) return;
    event.preventDefault(); // F3 is the browser's, too, but has nothing to look for.
    step(reader, direction);
  });
  get("stepper-close").addEventListener("click", () => element.revealMatch(-1));
  element.addEventListener("shuye-match", () => {
    show(reader);
    say(reader);
  });
  for (const event of ["shuye-matches", "shuye-view"]) element.addEventListener(event, () => show(reader));
  state.watch(["language"], () => show(reader));
}

/**
 * @param {Reader} reader
 * @param {number} direction
 */
function step({ element }, direction) {
  if (direction > 0) element.next();
  else element.previous();
}

/** @param {KeyboardEvent} event */
function directionOf(event) {
  if (event.key === "F3" && !event.ctrlKey && !event.metaKey && !event.altKey) return event.shiftKey ? -1 : 1;
  if (isTyping(event)) return 0;
  return { n: 1, N: -1 }[event.key] ?? 0;
}

/** @param {Reader} reader */
function show({ element }) {
  const { current, found: { matches, keywords } } = element;
  const total = formatNumber(matches.length);
  const place = current < 0 ? t("matches_total", { total }) : `${formatNumber(current + 1)} / ${total}`;
  for (const position of document.querySelectorAll(".position")) position.textContent = place;
  get("steps").hidden = matches.length === 0;
  const stepper = get("stepper");
  stepper.hidden = current < 0;
  stepper.dataset.colour = String(keywords[matches[current]?.keyword]?.colour ?? "");
}

/** @param {Reader} reader */
function say({ element, announcer }) {
  const { current, found: { matches }, view } = element;
  if (current < 0 || !view) return;
  const position = t("position", { at: formatNumber(current + 1), total: formatNumber(matches.length) });
  announcer.say(`${position}: ${contextOf(view, matches[current], SAID, SAID).join("")}`);
}
