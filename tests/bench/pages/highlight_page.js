/**
 * @file The page in Chromium on which keywords are marked, bundled by reading_chromium.js.
 */

import * as shuye from "shuye";
import { ShuyeArticle } from "shuye/element";
import { makeHighlighter } from "./highlighters.js";
import { settle, timeShown } from "./shown.js";

shuye.configure({ wasm: "/dist/wasm/shuye.wasm", packs: "/dist/packs/" });

/**
 * @typedef {object} Highlighting
 * @property {import("./shown.js").Shown[]} samples one for each list but the first
 * @property {import("./marked.js").Marked} marked of the first list
 * @property {boolean} tooSlow
 */

const bench = {
  /**
   * The first list says what is found; how long that takes does not count.
   *
   * @param {import("./highlighters.js").Kind} kind
   * @param {boolean} plain whether the article stands in a plain page; else it has the style sheet of `<shuye-article>`
   * @param {string} url of the article
   * @param {string[][]} lists of keywords
   * @param {number} limit milliseconds for each
   * @returns {Promise<Highlighting>}
   */
  async highlight(kind, plain, url, lists, limit) {
    const element = new ShuyeArticle();
    document.body.append(element);
    await element.open(await (await fetch(url)).arrayBuffer().then((bytes) => new Uint8Array(bytes)), { name: url });
    const article = /** @type {Element} */ (element.shadowRoot?.querySelector("[part=article]"));
    const host = document.createElement("main");
    /** @type {Element | ShadowRoot} */
    let place = host;
    if (kind !== "shuye") element.replaceWith(host);
    if (!plain) {
      place = host.attachShadow({ mode: "open" });
      place.adoptedStyleSheets = [...(element.shadowRoot?.adoptedStyleSheets ?? [])];
    }
    const make = () => {
      const copy = /** @type {Element} */ (article.cloneNode(true));
      place.replaceChildren(copy);
      return makeHighlighter(kind, element, copy);
    };

    let highlighter = make();
    const samples = [];
    let marked = { marks: 0, characters: 0 };
    for (const [call, list] of lists.entries()) {
      if (highlighter.rebuilds && call > 0) highlighter = make();
      await settle();
      try {
        const shown = await timeShown(() => highlighter.mark(list, limit));
        if (call > 0) samples.push(shown);
        if (call === 0) marked = highlighter.marked();
      } catch (error) {
        if (error instanceof Error && error.message === "too slow") return { samples: [], marked, tooSlow: true };
        throw error;
      }
    }
    return { samples, marked, tooSlow: false };
  },
};

/** @typedef {typeof bench} HighlightBench */

Object.assign(window, { bench });
