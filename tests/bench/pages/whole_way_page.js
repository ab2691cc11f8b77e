/**
 * @file The page in Chromium that goes the whole way: opens an article, converts it, marks keywords, and shows it. Each
 * way is a module of its own, loaded when the clock runs.
 */

import { settle, timeShown } from "./shown.js";

/**
 * @typedef {(bytes: Uint8Array, keywords: readonly string[], place: HTMLElement, url: string) => void | Promise<void>} Show
 *   `url` is that of the bytes
 * @typedef {(place: HTMLElement) => import("./marked.js").Marked} Count
 * @typedef {{ show: Show, count: Count }} Way
 */

/**
 * @typedef {object} WholeWay
 * @property {import("./shown.js").Shown} first the way's module, and what that needs, fetched and compiled
 * @property {import("./shown.js").Shown[]} again
 * @property {import("./marked.js").Marked} marked
 */

const bench = {
  /**
   * @param {string} module
   * @param {string} url of the article
   * @param {string[]} keywords
   * @param {number} calls after the first
   * @returns {Promise<WholeWay>}
   */
  async wholeWay(module, url, keywords, calls) {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    let place = newPlace();
    await settle();
    const first = await timeShown(async () => {
      const { show } = /** @type {Way} */ (await import(module));
      await show(bytes, keywords, place, url);
    });
    // What was loaded a moment ago.
    const { show, count } = /** @type {Way} */ (await import(module));
    const marked = count(place);
    const again = [];
    for (let call = 0; call < calls; call++) {
      place.remove();
      place = newPlace();
      await settle();
      again.push(await timeShown(() => show(bytes, keywords, place, url)));
    }
    return { first, again, marked };
  },
};

function newPlace() {
  const place = document.createElement("main");
  document.body.append(place);
  return place;
}

/** @typedef {typeof bench} WholeWayBench */

Object.assign(window, { bench });
