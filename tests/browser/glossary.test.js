// The reader's own words in the page, and the glossary of the element.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forEachReader, paste, shown } from "./reader_pages.js";

const ARTICLE = "张云里打开一个软件，用鼠标点了点。";

/** @typedef {import("./lib/page.js").Page} Page */

/** @param {Page} page */
async function openGlossary(page) {
  await page.setViewport(1280, 1000);
  await page.click('.tool[popovertarget="settings"]');
  await page.click('[data-window="glossary"]');
}

/** @param {Page} page */
function listed(page) {
  return page.evaluate(() => [
    ...[...document.querySelectorAll("#entry-list input")].map((input) => /** @type {HTMLInputElement} */ (input).value),
    ...[...document.querySelectorAll("#protect-list .chip-word")].map((chip) => chip.textContent),
  ]);
}

forEachReader("reads by the reader's own words, and keeps them", async ({ page, go, quiet }) => {
  await go("#script=zh-Hant-TW");
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "張雲裡開啟一個軟體，用滑鼠點了點");
  await openGlossary(page);
  await page.type("#entry-from", "软件");
  await page.type("#entry-to", "程式");
  await page.press("Enter");
  await shown(page, "一個程式，用滑鼠");
  await page.type("#protect-term", "张云里");
  await page.press("Enter");
  await shown(page, "张云里開啟一個程式");
  assert.equal(await page.evaluate(() => document.querySelector("#glossary-count")?.textContent), "2");
  await go("?#script=zh-Hant-TW");
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "张云里開啟一個程式");
  await openGlossary(page);
  assert.deepEqual(await listed(page), ["软件", "程式", "张云里"]);
  await page.click("#protect-list .chip-remove");
  await page.click("#entry-list .chip-remove");
  await shown(page, "張雲裡開啟一個軟體");
  assert.deepEqual(await listed(page), []);
  await quiet();
});

forEachReader("changes a word where it stands, and says what is wrong beside it", async ({ page, go, quiet }) => {
  await go("#script=zh-Hant-TW");
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "一個軟體");
  await openGlossary(page);
  for (const [from, to] of [["软件", "程式"], ["鼠标", "滑鼠標"]]) {
    await page.type("#entry-from", from);
    await page.type("#entry-to", to);
    await page.press("Enter");
  }
  await shown(page, "一個程式，用滑鼠標");
  const change = (/** @type {string} */ value) =>
    page.evaluate((/** @type {string} */ now) => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector("#entry-list li:last-child input"));
      input.value = now;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      const problem = input.closest("li")?.querySelector(".error");
      return [input.hasAttribute("aria-invalid"), problem?.checkVisibility() && problem.textContent?.includes("软件")];
    }, value);
  assert.deepEqual(await change("软件"), [true, true]);
  await shown(page, "一個程式，用滑鼠標");
  assert.deepEqual(await change("用鼠标"), [false, false]);
  await shown(page, "一個程式，滑鼠標點了");
  assert.deepEqual(await listed(page), ["软件", "程式", "用鼠标", "滑鼠標"]);
  await page.type("#entry-from", "软件");
  await page.type("#entry-to", "軟件");
  await page.press("Enter");
  assert.match(await page.evaluate(() => document.querySelector("#entry-error")?.textContent), /软件/);
  assert.deepEqual(await listed(page), ["软件", "程式", "用鼠标", "滑鼠標"]);
  await quiet();
});

forEachReader("takes a glossary in from a file, and gives it out as one", async ({ page, go, quiet }) => {
  const folder = await mkdtemp(join(tmpdir(), "shuye-"));
  try {
    const file = { entries: [{ from: "软件", to: "程式" }], protect: ["张云里"] };
    const good = join(folder, "good.json");
    const bad = join(folder, "bad.json");
    await writeFile(good, JSON.stringify(file));
    await writeFile(bad, JSON.stringify({ protect: ["鼠标", "鼠标"] }));
    await go("#script=zh-Hant-TW");
    await paste(page, { "text/plain": ARTICLE });
    await openGlossary(page);
    await page.setFiles("#glossary-file", [good]);
    await shown(page, "张云里開啟一個程式");
    await page.setFiles("#glossary-file", [bad]);
    await page.waitFor(() => /2.*鼠标/.test(document.querySelector("#import-error")?.textContent ?? ""));
    assert.deepEqual(await listed(page), ["软件", "程式", "张云里"]);
    const given = await page.evaluate(async () => {
      /** @type {Promise<string> | undefined} */
      let text;
      URL.createObjectURL = (/** @type {any} */ blob) => ((text = blob.text()), "#");
      HTMLAnchorElement.prototype.click = () => {};
      document.getElementById("glossary-export")?.click();
      return text;
    });
    assert.deepEqual(JSON.parse(given), file);
    await quiet();
  } finally {
    await rm(folder, { recursive: true });
  }
});

forEachReader("is a property of the element", async ({ page, go, quiet }) => {
  await go();
  const told = await page.evaluate(async (/** @type {string} */ text) => {
    const element = /** @type {any} */ (document.createElement("shuye-article"));
    document.body.append(element);
    element.script = "zh-Hant-TW";
    element.glossary = { entries: [{ from: "软件", to: "程式" }] };
    await element.open(text);
    const seen = [element.glossary.entries.length, element.view.text.trim()];
    const next = (/** @type {string} */ type) =>
      new Promise((resolve) => element.addEventListener(type, (/** @type {any} */ event) => resolve(event.detail), { once: true }));
    element.glossary = { entries: [{ from: "", to: "程式" }] };
    seen.push((await next("shuye-error")).error.code);
    element.glossary = null;
    seen.push((await next("shuye-view")).view.text.trim());
    return seen;
  }, ARTICLE);
  assert.deepEqual(told, [1, "張雲裡開啟一個程式，用滑鼠點了點。", "invalid_option", "張雲裡開啟一個軟體，用滑鼠點了點。"]);
  await quiet();
});
