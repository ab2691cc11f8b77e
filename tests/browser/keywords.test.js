// Keywords in the reader page: typed, kept, turned on and off, gone through, listed, beside the scrollbar.

import assert from "node:assert/strict";
import { chips, forEachReader, mark, marks, paste, shown } from "./reader_pages.js";

/** @typedef {import("./lib/page.js").Page} Page */

const ARTICLE = `---
title: 巷口的书店
tags: [书店, 灯, 没写到的]
---

巷口有一间书店，门前挂着一盏灯。Kimi也来过书店。

${"江水涨了，船还没有来，等船的人坐在石阶上。\n\n".repeat(50)}
一盏灯，一间书店，旧书店。
`;

/** @param {Page} page @param {(rest?: string) => Promise<void>} go @param {string} [rest] */
async function openArticle(page, go, rest = "") {
  await page.setViewport(1280, 800);
  await go(rest);
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "旧书店");
}

const position = () => document.querySelector("#steps .position")?.textContent;
const live = () => document.querySelector("#live")?.textContent;
const element = `document.querySelector("shuye-article")`;

/** @param {Page} page @param {string} list @returns {Promise<string[]>}  "+ 书店 4": a chip that is on */
function states(page, list) {
  return page.evaluate(
    (/** @type {string} */ id) =>
      [...document.querySelectorAll(`#${id} .chip`)].map((chip) => {
        const on = chip.querySelector("[role=switch]")?.getAttribute("aria-checked") === "true";
        return `${on ? "+" : "-"} ${[...(chip.querySelector(".chip-word")?.children ?? [])].map((part) => part.textContent).join(" ")}`.trim();
      }),
    list,
  );
}

forEachReader("marks what is being typed, and keeps it with Enter", async ({ page, go, quiet }) => {
  await openArticle(page, go);
  const count = () => document.querySelector("#live-count")?.textContent;
  await page.type("#keyword", "江");
  await page.waitFor(() => document.querySelector("#live-count")?.textContent === "50");
  assert.deepEqual(await states(page, "chips"), []);
  await page.type("#keyword", "河");
  await page.waitFor(() => document.querySelector("#live-count")?.textContent === "0");
  await page.press("Backspace");
  await page.waitFor(() => document.querySelector("#live-count")?.textContent === "50");
  assert.equal(await page.evaluate(() => location.hash), "", "nothing is kept yet");
  await page.press("Enter");
  assert.deepEqual(await chips(page), ["江 50"]);
  assert.equal(await page.evaluate(count), "");
  assert.equal(await page.evaluate(() => decodeURIComponent(location.hash)), "#q=江");
  await page.type("#keyword", "船");
  await page.waitFor(() => document.querySelector("#live-count")?.textContent === "100");
  await page.press("Escape");
  assert.deepEqual(await page.evaluate(() => [/** @type {any} */ (document.querySelector("#keyword")).value, document.querySelector("#live-count")?.textContent]), ["", ""]);
  await quiet();
});

forEachReader("goes from match to match by keys, and says where one is", async ({ page, go, quiet }) => {
  await openArticle(page, go, "#q=书店,灯");
  await page.click("#keyword");
  await page.press("Enter");
  assert.equal(await page.evaluate(position), "1 / 6");
  await page.press("Enter");
  await page.press("Enter");
  assert.equal(await page.evaluate(position), "3 / 6");
  await page.press("Shift+Enter");
  assert.equal(await page.evaluate(position), "2 / 6");
  assert.match(await page.evaluate(live), /2.*6.*一盏灯。Kimi/, "with what is around it");
  await page.evaluate(() => /** @type {any} */ (document.activeElement)?.blur());
  await page.press("n");
  assert.equal(await page.evaluate(position), "3 / 6");
  await page.press("Shift+N");
  assert.equal(await page.evaluate(position), "2 / 6");
  await page.press("F3");
  await page.press("F3");
  assert.equal(await page.evaluate(position), "4 / 6");
  await page.waitFor(() => scrollY > 500);
  await page.press("Shift+F3");
  assert.equal(await page.evaluate(position), "3 / 6");
  await page.click('#steps [data-step="1"]');
  assert.equal(await page.evaluate(position), "4 / 6");
  await page.click("#chips .chip:last-child .chip-word");
  assert.equal(await page.evaluate(`${element}.found.keywords[${element}.found.matches[${element}.current].keyword].text`), "灯");
  await quiet();
});

forEachReader("has the article's own keywords, marked, and lets them be turned off", async ({ page, go, quiet }) => {
  await openArticle(page, go);
  const own = await states(page, "own-list");
  assert.deepEqual(own.slice(0, 2), ["+ 书店 4", "+ 灯 2"]);
  assert.ok(!own.join().includes("没写到的"), "what is not in the text cannot be gone to");
  assert.equal((await marks(page, 0)).length, 4);
  await page.click("#own-list .chip:first-child .chip-switch");
  assert.equal((await states(page, "own-list"))[0], "- 书店 4");
  assert.deepEqual(await marks(page, 0), []);
  assert.equal((await marks(page, 1)).length, 2, "the other one keeps its colour");
  await page.click("#own-list .chip:first-child .chip-switch");
  assert.equal((await marks(page, 0)).length, 4);
  await page.click("#own-list .chip:first-child .chip-remove");
  assert.ok(!(await states(page, "own-list")).join().includes("书店"));
  // All of them, also in the next article.
  await page.evaluate(() => document.querySelector("#own-switch")?.getAttribute("aria-checked") === "true" || /** @type {any} */ (document.querySelector("#own-switch")).click());
  await page.click("#own-switch");
  assert.deepEqual(await marks(page, 1), []);
  await openArticle(page, go);
  assert.deepEqual((await states(page, "own-list")).slice(0, 2), ["- 书店 4", "- 灯 2"]);
  await quiet();
});

forEachReader("keeps the reader's keywords, on or off, with their colours", async ({ page, go, quiet }) => {
  await openArticle(page, go);
  await mark(page, "江水，石阶，船");
  await page.click("#chips .chip:nth-child(2) .chip-switch");
  await page.click("#chips .chip:first-child .chip-remove");
  const [before, hash] = [await states(page, "chips"), await page.evaluate(() => decodeURIComponent(location.hash))];
  assert.deepEqual(before, ["- 石阶", "+ 船 100"]);
  assert.equal(hash, "#q=船");
  const colours = "[...document.querySelectorAll('#chips .chip')].map((chip) => chip.dataset.colour ?? '')";
  const kept = await page.evaluate(colours);
  await page.goto("about:blank");
  await openArticle(page, go);
  assert.deepEqual(await states(page, "chips"), before);
  assert.deepEqual(await page.evaluate(colours), kept);
  // A link shows what it names, beside what the reader keeps.
  await page.goto("about:blank");
  await openArticle(page, go, "#q=石阶,巷口");
  assert.deepEqual(await states(page, "chips"), ["+ 石阶 50", "- 船", "+ 巷口 1"]);
  await page.goto("about:blank");
  await openArticle(page, go);
  assert.deepEqual(await states(page, "chips"), before, "a link alone changes nothing that is kept");
  await quiet();
});

forEachReader("lists the matches with what is around them, and goes to one", async ({ page, go, quiet }) => {
  await openArticle(page, go, "#q=船");
  await page.click("#results summary");
  await page.waitFor(() => document.querySelectorAll("#result-list button").length === 100);
  const first = await page.evaluate(() => document.querySelector("#result-list button")?.textContent);
  assert.match(first, /巷口有一间书店/);
  const second = await page.evaluate(() => document.querySelectorAll("#result-list button")[3]?.textContent);
  assert.equal(second, "江水涨了，船还没有来，等船的人坐在石阶上。");
  await page.click("#results-more");
  await page.waitFor(() => document.querySelectorAll("#result-list button").length > 100);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-match")), "100");
  await page.evaluate(() => /** @type {any} */ (document.querySelector('#result-list [data-match="90"]')).click());
  await page.waitFor(() => scrollY > 800);
  assert.match(await page.evaluate(position), /^91 \/ 106$/);
  assert.equal(await page.evaluate(() => document.querySelector("#result-list [aria-current]")?.getAttribute("data-match")), "90");
  await quiet();
});

forEachReader("has ticks beside the scrollbar, which lead to the matches", async ({ page, go, quiet }) => {
  await openArticle(page, go, "#q=石阶");
  await page.waitFor(() => document.querySelectorAll("#strip i").length > 10);
  assert.equal(await page.evaluate(() => document.querySelector("#strip")?.getAttribute("aria-hidden")), "true");
  const colours = await page.evaluate(() => [...new Set([...document.querySelectorAll("#strip i")].map((tick) => /** @type {HTMLElement} */ (tick).dataset.colour))].sort());
  assert.deepEqual(colours, ["0", "1", "2"]);
  await page.evaluate(() => {
    const strip = /** @type {HTMLElement} */ (document.querySelector("#strip"));
    const last = /** @type {HTMLElement} */ (strip.querySelector("i:nth-last-of-type(2)")).getBoundingClientRect();
    strip.dispatchEvent(new MouseEvent("click", { clientX: last.left + 2, clientY: last.top + 1, bubbles: true }));
  });
  await page.waitFor(() => scrollY > 800);
  await page.waitFor(() => document.querySelector("#strip [data-current]"));
  await quiet();
});

forEachReader("goes through the matches on a narrow screen", async ({ page, go, quiet }) => {
  await openArticle(page, go, "#q=石阶");
  await page.setViewport(390, 800);
  const stepper = () => document.querySelector("#stepper")?.checkVisibility();
  assert.equal(await page.evaluate(stepper), false);
  await page.click('[data-sheet="keywords"]');
  await page.click("#results summary");
  await page.waitFor(() => document.querySelector('#result-list [data-match="20"]'));
  await page.evaluate(() => /** @type {any} */ (document.querySelector('#result-list [data-match="20"]')).click());
  await page.waitFor(() => scrollY > 500);
  assert.equal(await page.evaluate(() => document.querySelector("#keywords")?.checkVisibility()), false, "the sheet makes way");
  assert.equal(await page.evaluate(stepper), true);
  await page.click('#stepper [data-step="1"]');
  assert.match(await page.evaluate(() => document.querySelector("#stepper .position")?.textContent), /^22 \//);
  await page.click("#stepper-close");
  assert.equal(await page.evaluate(stepper), false);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, "nothing is wider than the screen");
  await quiet();
});
forEachReader("finds otherwise when it is told to, a keyword or all of them", async ({ page, go, quiet }) => {
  await openArticle(page, go, "#q=kim");
  assert.deepEqual(await chips(page), ["kim 0"]);
  await page.click("#keyword-options-open");
  await page.waitFor(() => document.querySelector("#keyword-rows select"));
  await page.evaluate(() => {
    const kind = /** @type {HTMLSelectElement} */ (document.querySelector('#keyword-rows select'));
    kind.value = "prefix";
    kind.dispatchEvent(new Event("change"));
  });
  await page.waitFor(() => document.querySelector("#chips .count")?.textContent === "1");
  assert.equal(await page.evaluate(() => location.hash), "#q=kim*");
  await page.click('#keyword-rows .colours [value="6"]');
  assert.equal((await marks(page, 6)).join(), "Kim");
  await page.click("#keyword-options .close");
  await mark(page, "旧书店");
  assert.deepEqual((await states(page, "own-list"))[0], "+ 书店 3");
  await page.click("#keyword-options-open");
  await page.click('#keyword-options [name="overlaps"]');
  await page.waitFor(() => document.querySelector("#own-list .count")?.textContent === "4");
  assert.deepEqual(await marks(page, 1, "also"), ["书店"], "a mark in another one");
  await quiet();
});

