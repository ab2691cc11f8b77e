// What the reader sets, and the sheets and windows it stands in: punctuation, licences, close buttons, shortcuts.

import assert from "node:assert/strict";
import { forEachReader, paste, shown } from "./reader_pages.js";

const ARTICLE = "他问:“你读过‘软件’吗?”`“a”,b`写着。\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n";

forEachReader("sets the punctuation as the script has it, and keeps to it", async ({ page, go, quiet }) => {
  await go("#script=zh-Hant-TW");
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "他問:“你讀過‘軟體’嗎?”");
  await page.click('.tool[popovertarget="settings"]');
  await page.click('#settings [name="punctuation"]');
  await shown(page, "他問：「你讀過『軟體』嗎？」“a”,b寫著。");
  assert.match(await page.evaluate(() => location.hash), /punctuation=regional/);
  await go();
  assert.equal(await page.evaluate(() => document.querySelector("shuye-article")?.getAttribute("punctuation")), "regional");
  await page.click('.tool[popovertarget="settings"]');
  await page.click('#settings [name="punctuation"]');
  assert.equal(await page.evaluate(() => document.querySelector("shuye-article")?.getAttribute("punctuation")), "keep");
  assert.doesNotMatch(await page.evaluate(() => location.hash), /punctuation/);
  await quiet();
});

forEachReader("takes the punctuation from the address", async ({ page, go, quiet }) => {
  await go("#script=zh-Hans&punctuation=regional");
  await paste(page, { "text/plain": "他問:「你讀過『書』嗎?」" });
  await shown(page, "他问：“你读过‘书’吗？”");
  await quiet();
});

forEachReader("names the frame of each table", async ({ page, go, quiet }) => {
  await go();
  await paste(page, { "text/plain": `${ARTICLE}\n${ARTICLE}` });
  await shown(page, "写着");
  const frames = await page.evaluate(() =>
    [...(document.querySelector("shuye-article")?.shadowRoot?.querySelectorAll(".scroll") ?? [])].map((frame) => [
      frame.getAttribute("role"),
      frame.getAttribute("aria-label"),
      /** @type {HTMLElement} */ (frame).tabIndex,
    ]),
  );
  const [name] = frames[0][1].split(" ");
  assert.ok(["表格", "Table"].includes(name), name);
  assert.deepEqual(frames, [["region", `${name} 1`, 0], ["region", `${name} 2`, 0]]);
  await quiet();
});

forEachReader("closes each sheet and each menu by its button", async ({ page, go, quiet }) => {
  await page.setViewport(390, 800);
  await go();
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "写着");
  const visible = (/** @type {string} */ id) => document.getElementById(id)?.checkVisibility();
  const hidden = (/** @type {string} */ id) => !document.getElementById(id)?.checkVisibility();
  /** And at rest: what slides in could be clicked beside. */
  const inCorner = (/** @type {string} */ id) => {
    if (document.getAnimations().length > 0) return false;
    const box = document.getElementById(id)?.getBoundingClientRect();
    const close = document.querySelector(`#${id} .close`)?.getBoundingClientRect();
    return box && close && box.right - close.right < 32 && close.top - box.top < 40;
  };
  for (const name of ["outline", "keywords", "removed"]) {
    await page.click(`[data-sheet="${name}"]`);
    await page.waitFor(visible, { args: [name] });
    await page.waitFor(inCorner, { args: [name] });
    await page.click(`#${name} [data-close-sheet]`);
    await page.waitFor(hidden, { args: [name] });
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-sheet")), name);
  }
  for (const name of ["save", "settings"]) {
    await page.click(`.tool[popovertarget="${name}"]`);
    await page.waitFor(visible, { args: [name] });
    await page.waitFor(inCorner, { args: [name] });
    await page.click(`#${name} .close`);
    await page.waitFor(hidden, { args: [name] });
  }
  await quiet();
});

forEachReader("goes to the keywords by the key that it shows", async ({ page, go, quiet }) => {
  await page.setViewport(1280, 800);
  await go();
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "写着");
  const shortcut = await page.evaluate(() => document.querySelector("#keyword-form kbd")?.textContent);
  assert.equal(await page.evaluate(() => document.querySelector("#keyword")?.getAttribute("aria-keyshortcuts")), shortcut);
  await page.press(shortcut);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "keyword");
  await quiet();
});

forEachReader("has the licences of what is in it", async ({ page, go, quiet }) => {
  await page.setViewport(1280, 1000);
  await go();
  await page.click('.tool[popovertarget="settings"]');
  await page.click('[data-window="licences"]');
  const text = await page.waitFor(() => document.querySelector("#licence-text")?.textContent);
  for (const name of ["cmark-gfm", "OpenCC", "Redistribution and use", "Apache License"]) {
    assert.ok(text.includes(name), name);
  }
  await page.click("#licences .close");
  assert.equal(await page.evaluate(() => document.querySelector("#licences")?.hasAttribute("open")), false);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("popovertarget")), "settings");
  await quiet();
});

forEachReader("says what is not seen at once of the original's script", async ({ page, go, quiet }) => {
  const noted = () => document.querySelector("#detected")?.textContent;
  await go();
  await page.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#settings [value="zh-Hans"]'))?.click());
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "写着");
  assert.equal(await page.evaluate(noted), "");
  await paste(page, { "text/plain": "舊范式之后,游戲最后的結局由誰來說。他從里面出來,頭發很長,面條好吃。" });
  await shown(page, "舊范式");
  assert.equal(await page.evaluate(noted), " · 逐字转换");
  await quiet();
});
