// Where a word comes from: the button at a selection, the card, and what can be said there.

import assert from "node:assert/strict";
import { forEachReader, mark, paste, shown } from "./reader_pages.js";

const ARTICLE = "打开一个软件，用鼠标点了点`软件`。\n\n[这个链接](https://a.b/c)也在。\n";

/**
 * Selects a word on the screen, as a double click or a long press does.
 * @param {import("./lib/page.js").Page} page
 * @param {string} word
 */
function select(page, word) {
  return page.evaluate((/** @type {string} */ wanted) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("shuye-article")?.shadowRoot);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`${wanted} is not there`);
  }, word);
}

const asked = () => document.querySelector("#ask")?.checkVisibility();
const card = () => document.querySelector("#word")?.matches(":popover-open") && document.querySelector("#word")?.textContent;

forEachReader("tells where a word comes from, and keeps it when asked to", async ({ page, go, quiet }) => {
  await go("#script=zh-Hant-TW");
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "一個軟體");
  await select(page, "軟體");
  await page.waitFor(asked);
  await page.click("#ask");
  const text = await page.waitFor(card);
  for (const word of ["软件 → 軟體", "软 → 軟", "STCharacters", "軟件 → 軟體", "TWPhrases"]) assert.ok(text.includes(word), `${word} in ${text}`);
  await page.click("#word-keep");
  await shown(page, "一個软件，用滑鼠");
  assert.equal(await page.evaluate(card), false);
  await select(page, "软件");
  await page.waitFor(asked);
  await page.click("#ask");
  await page.waitFor(card);
  await page.click("#word-keep");
  await shown(page, "一個軟體，用滑鼠");
  await quiet();
});

forEachReader("replaces a word by the reader's own", async ({ page, go, quiet }) => {
  await go("#script=zh-Hant-TW");
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "一個軟體");
  await select(page, "軟體");
  await page.waitFor(asked);
  await page.press("e");
  await page.waitFor(card);
  await page.evaluate(() => (/** @type {HTMLInputElement} */ (document.querySelector("#word-to")).value = ""));
  await page.type("#word-to", "程式");
  await page.press("Enter");
  await shown(page, "一個程式，用滑鼠");
  assert.deepEqual(await page.evaluate(() => JSON.parse(localStorage.getItem("shuye") ?? "").glossary), {
    entries: [{ from: "软件", to: "程式" }],
    protect: [],
  });
  await quiet();
});

forEachReader("tells it of a marked word, by the keyboard alone", async ({ page, go, quiet }) => {
  await page.setViewport(1280, 800);
  await go("#script=zh-Hant-TW");
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "一個軟體");
  await mark(page, "鼠标");
  await page.evaluate(() => {
    const next = /** @type {HTMLElement | null} */ (document.querySelector('#steps [data-step="1"]'));
    next?.click();
    next?.focus();
  });
  await page.press("e");
  assert.match(await page.waitFor(card), /鼠标 → 滑鼠/);
  await page.press("Escape");
  assert.equal(await page.evaluate(card), false);
  await select(page, "软件"); // of the code
  await page.press("e");
  await page.waitFor(card);
  const lines = await page.evaluate(() => [...document.querySelectorAll("#word-steps .change")].map((each) => each.textContent));
  assert.deepEqual(lines, ["软件"], "what stays for one reason is said at once");
  await quiet();
});

forEachReader("stays away from the original, long selections and links", async ({ page, go, quiet }) => {
  const still = async () => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    return page.evaluate(asked);
  };
  await go("#script=zh-Hant-TW");
  await paste(page, { "text/plain": `${ARTICLE}\n${"很长的一段话".repeat(6)}\n` });
  await shown(page, "一個軟體");
  await select(page, "很長的一段話".repeat(6));
  assert.equal(await still(), false);
  await select(page, "連結");
  await page.waitFor(asked);
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  assert.equal(await still(), false);
  await page.click('#scripts label:has([value="original"])');
  await shown(page, "一个软件");
  await select(page, "软件");
  assert.equal(await still(), false);
  await quiet();
});
