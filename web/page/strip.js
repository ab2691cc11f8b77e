/**
 * Marks beside the scrollbar: a slim strip as high as the window, a tick in the keyword's colour where a match is. A
 * press goes to the match that is nearest. For whoever does not see it, the list of matches says the same.
 */

import { TONES } from "../element/tones.js";
import { get, make } from "./dom.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("./start.js").ShuyeArticle} ShuyeArticle */

/** Of a tick, in CSS pixels. However many matches there are, there are no more ticks than have room in a colour. */
const HEIGHT = 3;

const REST_MS = 80;

/** So near to a tick, a press means it. */
const NEAR = 12;

/** @param {Reader} reader */
export function setUpStrip({ element }) {
  const strip = get("strip");
  /** Where each match is in the strip, in CSS pixels. @type {number[]} */
  let places = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** Of the page, when the strip was drawn. */
  let height = 0;

  const show = () => {
    height = document.documentElement.scrollHeight;
    strip.hidden = element.found.matches.length === 0 || height <= innerHeight;
    places = strip.hidden ? [] : measure(element, strip.clientHeight);
    strip.replaceChildren(...ticks(element, places));
  };
  /** The marks come first, and the next key of who types. */
  const showSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, REST_MS);
  };
  for (const event of ["shuye-matches", "shuye-match"]) element.addEventListener(event, showSoon);
  addEventListener("resize", showSoon);

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let growth;
  // The article grows where its parts are laid out, near the screen, with its images, and by the reader's settings. (A
  // ResizeObserver would hear of it while the engine lays out: what grows twice within a frame is an error to it.)
  const showGrowth = () => {
    clearTimeout(growth);
    growth = setTimeout(() => document.documentElement.scrollHeight !== height && showSoon(), REST_MS);
  };
  for (const event of ["scroll", "change", "input", "click"]) addEventListener(event, showGrowth, { passive: true });
  element.shadowRoot?.addEventListener("load", showGrowth, true);

  const at = (/** @type {MouseEvent} */ event) => nearest(places, event.clientY - strip.getBoundingClientRect().top);
  strip.addEventListener("click", (event) => {
    const index = at(event);
    if (index >= 0) element.revealMatch(index);
  });
  strip.addEventListener("pointermove", (event) => strip.toggleAttribute("data-near", at(event) >= 0));
}

/**
 * @param {ShuyeArticle} element
 * @param {number} height
 * @returns {number[]}
 */
function measure(element, height) {
  const { scrollHeight, scrollTop } = document.documentElement;
  const rows = Math.floor(height / HEIGHT) - 1;
  return element.matchTops().map((top) => Math.round(((top + scrollTop) / scrollHeight) * rows) * HEIGHT);
}

/**
 * @param {ShuyeArticle} element
 * @param {readonly number[]} places
 * @returns {HTMLElement[]}
 */
function ticks({ found: { matches, keywords }, current }, places) {
  /** @type {Map<number, HTMLElement>} */
  const drawn = new Map();
  places.forEach((place, index) => {
    const colour = keywords[matches[index]?.keyword]?.colour ?? 0;
    const key = place * TONES + colour;
    let tick = drawn.get(key);
    if (!tick) {
      tick = make("i", { "data-colour": String(colour) });
      tick.style.top = `${place}px`;
      drawn.set(key, tick);
    }
    if (index === current) tick.dataset.current = "";
  });
  return [...drawn.values()];
}

/**
 * @param {readonly number[]} places
 * @param {number} pressed
 * @returns {number} Index of a match; -1 where there is none nearby.
 */
function nearest(places, pressed) {
  let best = -1;
  let distance = NEAR;
  places.forEach((place, index) => {
    const away = Math.abs(place + HEIGHT / 2 - pressed);
    if (away >= distance) return;
    best = index;
    distance = away;
  });
  return best;
}
