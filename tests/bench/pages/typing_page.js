/**
 * @file The page in Chromium on which a keyword is typed: a field, and an article in which the keyword is marked with
 * every key.
 */

import * as shuye from "shuye";
import { ShuyeArticle } from "shuye/element";
import { settle, timeFrame } from "./shown.js";

shuye.configure({ wasm: "/dist/wasm/shuye.wasm", packs: "/dist/packs/" });

/**
 * @typedef {object} Stroke milliseconds since the key event
 * @property {number} marked until the marks were set and the page laid out
 * @property {number} drawn and what the page's thread then did to draw them
 * @property {number} framed until that was done, the wait for the next frame included
 */

/** @type {Promise<Stroke>[]} */
let strokes = [];

const bench = {
  /** @param {string} url of the article */
  async prepareTyping(url) {
    const field = document.createElement("input");
    const element = new ShuyeArticle();
    document.body.append(field, element);
    await element.open(new Uint8Array(await (await fetch(url)).arrayBuffer()), { name: url });
    /** @type {number} */
    let pressed;
    field.addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), { capture: true });
    field.addEventListener("input", () => {
      const shown = new Promise((resolve) => element.addEventListener("shuye-matches", resolve, { once: true }));
      element.keywords = [field.value];
      strokes.push(stroke(pressed, shown));
    });
    field.focus();
    await settle();
  },

  /** The strokes since the last time. @returns {Promise<Stroke[]>} */
  async strokes() {
    const all = await Promise.all(strokes);
    strokes = [];
    return all;
  },
};

/**
 * @param {number} pressed
 * @param {Promise<unknown>} shown
 * @returns {Promise<Stroke>}
 */
async function stroke(pressed, shown) {
  await shown;
  document.documentElement.getBoundingClientRect();
  const marked = performance.now() - pressed;
  const drawing = await timeFrame();
  return { marked, drawn: marked + drawing, framed: performance.now() - pressed };
}

/** @typedef {typeof bench} TypingBench */

Object.assign(window, { bench });
