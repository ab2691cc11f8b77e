// The reader as a reader gets it, from a server and as one file, and the ways to put an article into it.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { forEachEngine } from "./lib/for_each_engine.js";
import { serve, strictPolicy } from "./lib/server.js";

/** @typedef {import("./lib/page.js").Page} Page */

/**
 * @typedef {object} Reader
 * @property {Page} page
 * @property {string} engine
 * @property {"http" | "file"} origin
 * @property {string} address  of the page, without query and hash
 * @property {(rest?: string) => Promise<void>} go  opens the page, `rest` is query and hash
 * @property {() => Promise<void>} quiet  fails when the console has errors or anything but the page was asked for
 */

const dist = (/** @type {string} */ path) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));

/** @type {import("./lib/server.js").StaticServer} */
let server;

before(async () => {
  server = await serve(dist("site"), { headers: strictPolicy });
});

after(() => server.close());

/**
 * Declares one test for each engine and each of the given origins.
 * @param {string} name
 * @param {(reader: Reader) => Promise<void>} body
 * @param {("http" | "file")[]} [origins]
 */
export function forEachReader(name, body, origins = ["http", "file"]) {
  for (const origin of origins) {
    forEachEngine(`${origin}: ${name}`, async ({ engine, page }) => {
      const address = origin === "http" ? `${server.url}/` : pathToFileURL(dist("shuye.html")).href;
      try {
        await body({
          page,
          engine,
          origin,
          address,
          async go(rest = "") {
            await page.goto(address + rest);
            await page.waitFor(() => document.body.hasAttribute("data-ready"));
          },
          async quiet() {
            assert.deepEqual(await page.consoleErrors(), []);
            const own = (/** @type {string} */ url) => url.startsWith(address) || /^(data|blob|about):/.test(url);
            assert.deepEqual(page.requests().filter((url) => !own(url)), []);
          },
        });
      } finally {
        // The browser, and with it what the reader remembers, is shared with the next test.
        await page.evaluate(() => localStorage.clear()).catch(() => {});
      }
    });
  }
}

/**
 * Waits until the article on the screen is one with this in it, and gives its text.
 * @param {Page} page
 * @param {string} text
 * @returns {Promise<string>}
 */
export function shown(page, text) {
  return page.waitFor(
    (/** @type {string} */ wanted) => {
      const article = document.querySelector("shuye-article")?.shadowRoot?.querySelector("article");
      return article?.textContent?.includes(wanted) && article.textContent;
    },
    { args: [text] },
  );
}

/**
 * Pastes into the page, as Ctrl+V does where no field has the focus.
 * @param {Page} page
 * @param {Record<string, string>} data  media type → text
 */
export function paste(page, data) {
  return page.evaluate((/** @type {Record<string, string>} */ given) => {
    // Not a DataTransfer: WebKit lets a page from a file put no markup into one.
    const clipboardData = { files: [], getData: (/** @type {string} */ type) => given[type] ?? "" };
    const event = new Event("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: clipboardData });
    document.body.dispatchEvent(event);
  }, data);
}

/**
 * Drops a file on the page.
 * @param {Page} page
 * @param {string} name
 * @param {number[]} bytes
 */
export function drop(page, name, bytes) {
  return page.evaluate(
    (/** @type {string} */ fileName, /** @type {number[]} */ content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], fileName));
      for (const type of ["dragenter", "dragover", "drop"]) {
        const event = new Event(type, { bubbles: true, cancelable: true });
        Object.defineProperty(event, "dataTransfer", { value: transfer });
        document.body.dispatchEvent(event);
      }
    },
    name,
    bytes,
  );
}

/**
 * Puts words into the keyword box, and waits for the counts.
 * @param {Page} page
 * @param {string} words
 * @returns {Promise<string[]>}  the chips: "腾讯 2"
 */
export async function mark(page, words) {
  await page.type("#keyword", words);
  await page.press("Enter");
  return chips(page);
}

/**
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export function chips(page) {
  return page.waitFor(() => {
    const found = [...document.querySelectorAll("#chips .chip-word")].map(
      (chip) => `${chip.firstChild?.textContent} ${chip.lastChild?.textContent}`,
    );
    return !found.some((text) => text.endsWith("…")) && found;
  });
}

/**
 * What is marked in a colour on the screen, in order: by custom highlights, and by `<mark>` where there are none.
 * @param {Page} page
 * @param {number} colour
 * @param {string} [kind]  of mark: "mark", "also" (a line over another mark)
 * @returns {Promise<string[]>}
 */
export function marks(page, colour, kind = "mark") {
  return page.evaluate(
    (/** @type {number} */ wanted, /** @type {string} */ name) => {
      const root = [...document.querySelectorAll("shuye-article")].at(-1)?.shadowRoot;
      const selector = `mark[data-${name === "mark" ? "colour" : name}="${wanted}"]`;
      const elements = [...(root?.querySelectorAll(selector) ?? [])].map((found) => found.textContent);
      const ranges = [.../** @type {any} */ (CSS).highlights?.get(`shuye-${name}-${wanted}`) ?? []].map((found) => {
        const range = document.createRange();
        range.setStart(found.startContainer, found.startOffset);
        range.setEnd(found.endContainer, found.endOffset);
        return range;
      });
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      return [...elements, ...ranges.map(String)];
    },
    colour,
    kind,
  );
}
