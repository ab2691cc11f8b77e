// <shuye-article> by itself: attributes, events, errors. (The page of the site is where it is defined here.)

import assert from "node:assert/strict";
import { forEachReader } from "./reader_pages.js";

/**
 * Makes an element and records its events.
 * @param {import("./lib/page.js").Page} page
 * @param {Record<string, string>} attributes
 */
function create(page, attributes) {
  return page.evaluate((/** @type {Record<string, string>} */ given) => {
    const element = document.createElement("shuye-article");
    element.id = "tested";
    const told = /** @type {any} */ (window).told = /** @type {string[]} */ ([]);
    for (const type of ["shuye-open", "shuye-view", "shuye-error"]) {
      element.addEventListener(type, (event) => {
        const { error, view } = /** @type {CustomEvent} */ (event).detail;
        told.push([type, error?.code, view?.blocks.length > 9 ? view.metadata.title.slice(0, 4) : ""].filter(Boolean).join(" "));
      });
    }
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
    document.body.append(element);
  }, attributes);
}

const told = () => /** @type {any} */ (window).told;

forEachReader("fetches its src, and nothing without one", async ({ page, go, quiet }) => {
  await go();
  await create(page, { script: "zh-Hant-TW", keywords: "书店、读者" });
  assert.deepEqual(await page.evaluate(told), []);
  await page.evaluate(() => document.querySelector("#tested")?.setAttribute("src", "examples/old-bookshop.md"));
  await page.waitFor(() => /** @type {any} */ (window).told.length >= 2);
  assert.deepEqual(await page.evaluate(told), ["shuye-open", "shuye-view 老書店守"]);
  const keywords = await page.evaluate(() =>
    /** @type {any} */ (document.querySelector("#tested")).view.keywords.filter(
      (/** @type {any} */ keyword) => keyword.source === "reader",
    ),
  );
  assert.deepEqual(keywords.map((/** @type {any} */ keyword) => keyword.text), ["书店", "读者"]);
  assert.ok(keywords.every((/** @type {any} */ keyword) => keyword.count > 0));
  await quiet();
}, ["http"]);

forEachReader("shows the last of several sources", async ({ page, go }) => {
  await go();
  await create(page, {});
  await page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("#tested"));
    element.src = "examples/night-train.txt";
    element.src = "examples/tea-market.html";
    element.open("第一段文字，随后就被换掉了。").catch((/** @type {any} */ error) => /** @type {any} */ (window).told.push(error.name));
    element.src = "examples/mountain-trail.md";
  });
  await page.waitFor(() => /** @type {any} */ (window).told.some((/** @type {string} */ each) => each.startsWith("shuye-view")));
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual((await page.evaluate(told)).filter((/** @type {string} */ each) => each !== "shuye-open"), ["AbortError", "shuye-view 走完鹿回"]);
}, ["http"]);

forEachReader("cuts as boldly as it is told", async ({ page, go, quiet }) => {
  await go();
  await create(page, {});
  const texts = await page.evaluate(async () => {
    const prose = "江水涨了，船还没有来，等船的人坐在石阶上，把一天里的事情慢慢讲给旁边的人听，讲到天黑才散。";
    const paragraphs = `<p>${prose}</p>`.repeat(12);
    const source = `<title>渡口</title><article>${paragraphs}<div class="related">扫一扫，看渡口的照片</div></article>`;
    const element = /** @type {any} */ (document.querySelector("#tested"));
    const shown = [];
    for (const cut of ["cautious", "normal"]) {
      element.cut = cut;
      await element.open(source, { format: "html" });
      shown.push(element.shadowRoot.textContent.includes("渡口的照片"));
    }
    return shown;
  });
  assert.deepEqual(texts, [true, false]);
  await quiet();
}, ["http"]);

forEachReader("tells what failed, and goes on", async ({ page, go }) => {
  await go();
  await create(page, { src: "examples/missing.md" });
  await page.waitFor(() => /** @type {any} */ (window).told.length === 1);
  const fetched = page.requests().map((url) => url.split("/").pop());
  assert.ok(fetched.includes("shuye.wasm"), `the module is fetched beside the article: ${fetched}`);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("#tested")).open("这是一段普普通通的话。"));
  await page.evaluate(() => document.querySelector("#tested")?.setAttribute("script", "klingon"));
  await page.waitFor(() => /** @type {any} */ (window).told.length === 4);
  assert.deepEqual(await page.evaluate(told), ["shuye-error unreadable", "shuye-open", "shuye-view", "shuye-error unknown_script"]);
  assert.equal(await page.evaluate(() => document.querySelector("#tested")?.shadowRoot?.querySelector("article")?.textContent?.trim()), "这是一段普普通通的话。");
}, ["http"]);
