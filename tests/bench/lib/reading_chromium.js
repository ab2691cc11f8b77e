import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot, root } from "../../../scripts/lib/paths.js";
import { chromium } from "../../browser/lib/chromium.js";
import { serve } from "../../browser/lib/server.js";

/** @file Headless Chromium for what a reader sees. Every measurement has a new page. */

const folder = "build/bench/reading";

/** What is loaded by a page or, where it counts, while a page is watched. */
const pages = ["highlight_page", "whole_way_page", "typing_page"];

/**
 * @typedef {object} ReadingChromium
 * @property {(kind: import("../pages/highlighters.js").Kind, plain: boolean, path: string, lists: string[][], limit: number) =>
 *   Promise<import("../pages/highlight_page.js").Highlighting>} highlight
 * @property {(way: string, path: string, keywords: string[], calls: number) => Promise<import("../pages/whole_way_page.js").WholeWay>} wholeWay
 *   in a process that has run nothing yet
 * @property {(path: string, words: string[]) => Promise<import("../pages/typing_page.js").Stroke[]>} type types each word and takes it back
 * @property {() => Promise<void>} close
 */

/**
 * @param {readonly string[]} ways the modules `whole_way_….js`
 * @returns {Promise<ReadingChromium>}
 */
export async function openReadingChromium(ways) {
  await bundle(ways);
  const server = await serve(root);
  const browser = await chromium.launch();
  const url = (/** @type {string} */ page) => `${server.url}/${folder}/${page}.html`;
  const address = (/** @type {string} */ path) => `/${relative(root, path)}`;

  return {
    async highlight(kind, plain, path, lists, limit) {
      const tab = await browser.open(url("highlight_page"));
      return tab.evaluate(call, "highlight", kind, plain, address(path), lists, limit);
    },
    async wholeWay(way, path, keywords, calls) {
      const tab = await browser.open(url("whole_way_page"), { fresh: true });
      await sleep(500); // A process that has just begun is still busy with itself.
      return tab.evaluate(call, "wholeWay", `/${folder}/whole_way_${way}.js`, address(path), keywords, calls);
    },
    async type(path, words) {
      const tab = await browser.open(url("typing_page"));
      await tab.evaluate(call, "prepareTyping", address(path));
      for (const word of words) {
        for (const key of [...word, ...Array.from(word, () => "Backspace")]) {
          await tab.press(key);
          await sleep(50);
        }
      }
      return tab.evaluate(call, "strokes");
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * Runs in the page.
 *
 * @param {string} method
 * @param {...unknown} args
 */
function call(method, ...args) {
  return /** @type {any} */ (globalThis).bench[method](...args);
}

/** @param {readonly string[]} ways */
async function bundle(ways) {
  mkdirSync(inRoot(folder), { recursive: true });
  await build({
    entryPoints: [...pages, ...ways.map((way) => `whole_way_${way}`)].map((name) => inRoot("tests/bench/pages", `${name}.js`)),
    outdir: inRoot(folder),
    bundle: true,
    format: "esm",
    platform: "browser",
    charset: "utf8",
    minify: true,
    // As the element's own bundle has it (web/build.js).
    banner: { js: "//# allFunctionsCalledOnLoad" },
    alias: { "shuye/element": inRoot("web/element/index.js"), shuye: inRoot("wasm/js/index.js") },
    logLevel: "error",
  });
  for (const page of pages) {
    writeFileSync(
      inRoot(folder, `${page}.html`),
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style><script type="module" src="${page}.js"></script></html>\n`,
    );
  }
}

const colours = Array.from({ length: 8 }, (_, colour) => `hsl(${colour * 45} 80% 80%)`);
const style = `main { max-width: 38em; margin: 0 auto; line-height: 1.8; }
${colours.map((colour, i) => `::highlight(regex-${i}) { background: ${colour}; }`).join("\n")}`;
