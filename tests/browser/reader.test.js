// The reader page, over http under its policy and as one file: ways in, scripts, keywords, outline, what was
// removed, ways out.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chips, drop, forEachReader, mark, marks, paste, shown } from "./reader_pages.js";

const ARTICLE = `---
title: 鼠标与软件
author: 林既白
tags: [软件, 阅读]
---

打开一个软件，用鼠标点一点，网络那一头的信息就来了。腾讯也好，Ｋｉｍｉ也好，都是这样。

## 第一节 腾**讯**的软件

${"这一段只是为了让页面长一些，好让目录有处可跳。\n\n".repeat(40)}
## 第二节 尾声

Kimi说：完。
`;

const SAVED_PAGE = `<!doctype html><html lang="zh-CN"><head><title>渡口</title></head><body>
<nav><a href="/">返回首页</a></nav>
<article><h1>渡口</h1><p>江水涨了，船还没有来。等船的人坐在石阶上，把一天里的事情慢慢讲给旁边的人听。</p>
<p>后来桥修好了，渡口就空了下来，只有一位老人，仍旧每天傍晚来扫一扫台阶。</p></article>
</body></html>`;

// What a site's tool makes of it is told in core/README.md.
const DAMAGED_STORY = `巷口的書館

巷口有一間書館，門前掛著一盞紅燈籠。老闆年輕的時候在報館裡排過鉛字，後來報館關了門，他就把攢下來的書搬到這裡，開了這間書館。

下雨的日子，書館裡總有幾個人。書館的燈亮著，有人翻書，有人抄詩，也有人什麼都不做，只是坐在門邊聽雨聲。

每次經過巷口，看見門縫裡透出來的燈光，就覺得這條街還沒有老。一間書館能留住的東西其實不多：幾本書，一盞燈，一個還記得往事的人。
`;

forEachReader("shows the ways in, and opens an example", async ({ page, go, quiet }) => {
  await go();
  await page.waitFor(() => document.querySelectorAll("#example-list button").length >= 5);
  assert.equal(await page.evaluate(() => document.querySelector("#opener")?.matches("[open]:not(:modal)")), true);
  await page.click('[data-example="old-bookshop.md"]');
  await shown(page, "拾页书店");
  assert.equal(await page.evaluate(() => document.querySelector("#opener")?.hasAttribute("open")), false);
  assert.match(await page.evaluate(() => document.title), /^老书店守夜人/);
  assert.deepEqual((await chips(page)).map((chip) => chip.split(" ")[0]), ["旧书", "書店", "讀者"]);
  assert.ok((await marks(page, 1)).every((word) => word === "书店"), "found across scripts");
  // Its pictures are on another server: they wait to be asked for.
  const images = await page.evaluate(() => {
    const root = document.querySelector("shuye-article")?.shadowRoot;
    return [root?.querySelectorAll("button.image").length, root?.querySelectorAll("img").length];
  });
  assert.ok(images[0] >= 3 && images[1] === 0, `placeholders and pictures: ${images}`);
  await quiet();
});

forEachReader("opens the first example when any will do", async ({ page, go, quiet }) => {
  await go("?example");
  await shown(page, "拾页书店");
  await quiet();
});

forEachReader("reads one article in each script", async ({ page, go, quiet }) => {
  await go();
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "用鼠标点一点，网络那一头的信息");
  const expected = {
    "zh-Hant": "用鼠標點一點，網絡那一頭的信息",
    "zh-Hant-TW": "用滑鼠點一點，網路那一頭的資訊",
    "zh-Hans": "用鼠标点一点，网络那一头的信息",
    original: "用鼠标点一点，网络那一头的信息",
  };
  for (const [script, text] of Object.entries(expected)) {
    await page.click(`#scripts label:has([value="${script}"])`);
    const article = await shown(page, text);
    assert.equal(article.includes("一個軟體"), script === "zh-Hant-TW");
    assert.equal(await page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get("script") ?? "original"), script);
  }
  const language = () => document.querySelector("shuye-article")?.shadowRoot?.querySelector("article")?.lang;
  assert.equal(await page.evaluate(language), "zh-Hans");
  await quiet();
});

forEachReader("marks words typed in any script, width and case", async ({ page, go, quiet }) => {
  await page.setViewport(1280, 800);
  await go("#script=zh-Hant-TW&q=騰訊");
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "一個軟體");
  assert.deepEqual(await chips(page), ["騰訊 2"]);
  assert.deepEqual(await mark(page, "kimi，軟件"), ["騰訊 2", "kimi 2", "軟件 2"]);
  assert.equal((await marks(page, 0)).join(""), "騰訊騰訊", "also across an inline element");
  assert.deepEqual(await marks(page, 3), ["軟體", "軟體"], "1 is of the article's own 软件");
  await page.click('#steps [data-step="1"]');
  assert.match(await page.evaluate(() => document.querySelector("#steps .position")?.textContent), /^1 \/ 6$/);
  await page.click(".chip:first-child .chip-remove");
  await page.waitFor(() => document.querySelectorAll("#chips .chip").length === 2);
  assert.deepEqual(await marks(page, 0), []);
  assert.deepEqual(await marks(page, 3), ["軟體", "軟體"], "the others keep their colours");
  await quiet();
});

forEachReader("leads through the outline", async ({ page, go, quiet }) => {
  await page.setViewport(1280, 800);
  await go();
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "第二节");
  const entries = await page.evaluate(() => [...document.querySelectorAll("#outline-list a")].map((a) => a.textContent));
  assert.deepEqual(entries, ["第一节 腾讯的软件", "第二节 尾声"]);
  await page.click("#outline-list li:last-child a");
  await page.waitFor(() => scrollY > 500);
  await page.waitFor(() => document.querySelector("#outline-list li:last-child a")?.hasAttribute("aria-current"));
  await quiet();
});

forEachReader("leads to a heading however high the parts before it turn out to be", async ({ page, go, quiet }) => {
  await page.setViewport(1280, 800);
  const part = (/** @type {string} */ name) =>
    `## ${name}\n\n${Array.from({ length: 40 }, (_, at) => "每一段的长短都不一样，要到了眼前才知道。".repeat(1 + ((at * 7) % 5))).join("\n\n")}`;
  await go();
  await paste(page, { "text/plain": `# 长短\n\n${["其一", "其二", "其三"].map(part).join("\n\n")}\n\n## 尾声\n\n完。` });
  await shown(page, "尾声");
  for (const [at, isLast] of /** @type {const} */ ([[2, false], [3, true], [1, false]])) {
    await page.click(`#outline-list li:nth-child(${at + 1}) a`);
    await page.waitFor(
      (/** @type {number} */ index) => document.querySelectorAll("#outline-list a")[index].hasAttribute("aria-current"),
      { args: [at] },
    );
    await page.waitFor(
      (/** @type {number} */ index, /** @type {boolean} */ isEnd) => {
        const heading = document.querySelector("shuye-article")?.shadowRoot?.querySelectorAll("h2")[index];
        const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
        const { top } = heading?.getBoundingClientRect() ?? { top: -1 };
        return isEnd ? scrollTop + clientHeight >= scrollHeight - 1 : top > 40 && top < 140;
      },
      { args: [at, isLast] },
    );
  }
  await quiet();
});

forEachReader("keeps the heading that is read in sight in a long outline", async ({ page, go, quiet }) => {
  await page.setViewport(1280, 800);
  const parts = Array.from({ length: 80 }, (_, at) => `## 第${at + 1}节\n\n${"江水涨了，船还没有来。".repeat(40)}`);
  await go();
  await paste(page, { "text/plain": `# 很长的目录\n\n${parts.join("\n\n")}` });
  await shown(page, "第80节");
  const isSeen = () => {
    const link = document.querySelector("#outline-list a[aria-current]")?.getBoundingClientRect();
    const frame = document.getElementById("outline")?.getBoundingClientRect();
    return link && frame && link.height > 0 && link.top >= frame.top && link.bottom <= Math.min(frame.bottom, innerHeight);
  };
  // Parts that come near are laid out, and what is below moves: where a place is, is known when it stays.
  const goTo = (/** @type {string} */ text) => {
    const headings = document.querySelector("shuye-article")?.shadowRoot?.querySelectorAll("h2") ?? [];
    [...headings].find((heading) => heading.textContent === text)?.scrollIntoView({ behavior: "instant" });
    return document.querySelector("#outline-list a[aria-current]")?.textContent === text;
  };
  for (const name of ["第60节", "第3节"]) {
    await page.waitFor(goTo, { args: [name] });
    assert.equal(await page.evaluate(isSeen), true, name);
  }
  await page.setViewport(390, 800);
  await page.waitFor(goTo, { args: ["第80节"] });
  await page.click('[data-sheet="outline"]');
  await page.waitFor(isSeen);
  await quiet();
});

forEachReader("has its panels in sheets on a narrow screen", async ({ page, go, quiet }) => {
  const open = () => [...document.querySelectorAll(".panel")].filter((panel) => panel.checkVisibility()).map((panel) => panel.id);
  await page.setViewport(390, 800);
  await go();
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "第二节");
  assert.deepEqual(await page.evaluate(open), []);
  await page.click('[data-sheet="keywords"]');
  assert.deepEqual(await page.evaluate(open), ["keywords"]);
  assert.deepEqual(await mark(page, "軟件"), ["軟件 2"], "the box has the focus");
  await page.press("Escape");
  assert.deepEqual(await page.evaluate(open), []);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-sheet")), "keywords");
  await page.click('[data-sheet="outline"]');
  await page.click("#outline-list li:last-child a");
  await page.waitFor(() => scrollY > 500);
  assert.deepEqual(await page.evaluate(open), []);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, "nothing is wider than the screen");
  await quiet();
});

forEachReader("lists what was removed, and puts it back", async ({ page, go, quiet }) => {
  await page.setViewport(1280, 800);
  await go();
  await paste(page, { "text/html": SAVED_PAGE, "text/plain": "渡口" });
  assert.ok(!(await shown(page, "江水涨了")).includes("返回首页"));
  await page.click("#removed summary");
  await page.waitFor(() => document.querySelector('#removed-list [data-kind="removal"]'));
  const entry = await page.evaluate(() => document.querySelector('#removed-list [data-kind="removal"]')?.textContent);
  assert.match(entry, /返回首页/);
  assert.ok(!/html/.test(entry), `the rule is in words: ${entry}`);
  await page.click('#removed-list [data-kind="removal"] .restore');
  await shown(page, "返回首页");
  await quiet();
});

forEachReader("tells a repair that was made in many places once, and takes it back", async ({ page, go, quiet }) => {
  const readings = { 書: "shū", 館: "guǎn", 燈: "dēng", 門: "mén" };
  const text = Object.entries(readings).reduce((damaged, [character, reading]) => {
    return damaged.replaceAll(character, `${character}(${reading})`);
  }, DAMAGED_STORY);
  await page.setViewport(1280, 800);
  await go();
  await paste(page, { "text/plain": text });
  assert.ok(!(await shown(page, "書館的燈")).includes("shū"));
  await page.click("#removed summary");
  const repair = '#removed-list [data-kind="repair"]';
  await page.waitFor((selector) => document.querySelector(selector), { args: [repair] });
  const told = await page.evaluate(() => {
    return [...document.querySelectorAll('#removed-list [data-kind="repair"] .original')].map((node) => node.textContent);
  });
  assert.equal(told.length, 4, told.join(" "));
  await page.click(`${repair} .restore`);
  await shown(page, String(told[0]));
  await quiet();
});

forEachReader("opens a picked and a dropped file, and a pasted text", async ({ page, go, quiet }) => {
  const folder = await mkdtemp(join(tmpdir(), "shuye-"));
  try {
    const path = join(folder, "picked.md");
    await writeFile(path, "# 挑来的文章\n\n这是从磁盘上挑来的。\n");
    await go();
    await page.setFiles("#file", [path]);
    await shown(page, "这是从磁盘上挑来的");
    await drop(page, "dropped.txt", [...new TextEncoder().encode("拖来的文章\n\n这是拖进来的一段文字。\n")]);
    await shown(page, "这是拖进来的一段文字");
    // 旧文件 and a paragraph, in GBK.
    await drop(page, "old.txt", [...Buffer.from("bec9cec4bcfe0a0ad5e2cac7b4d3c7b0b4e6cfc2c0b4b5c4d2bbb6cecec4d7d6a3acd3c3b5c4cac7bec9b1e0c2eba1a30a", "hex")]);
    await shown(page, "这是从前存下来的一段文字");
    await page.click('.tool[data-action="open"]');
    await page.type("#pasted", "这是贴进来的一段文字。");
    await page.click("#paste-form button");
    await shown(page, "这是贴进来的一段文字");
    assert.match(await page.evaluate(() => document.title), /^这是贴进来的一段文字 · /, "called by its first sentence");
    await quiet();
  } finally {
    await rm(folder, { recursive: true });
  }
});

forEachReader("saves the article as it is shown", async ({ page, go, quiet }) => {
  await go("#script=zh-Hant-TW&q=软件");
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "一個軟體");
  await page.evaluate(() => {
    const saved = /** @type {any} */ (window).saved = /** @type {Record<string, Promise<string>>} */ ({});
    const blobs = new Map();
    URL.createObjectURL = (/** @type {any} */ blob) => {
      const address = `#blob-${blobs.size}`;
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      saved[this.download] = blobs.get(this.getAttribute("href")).text();
    };
  });
  for (const format of ["page", "markdown", "text", "json"]) {
    await page.evaluate((/** @type {string} */ name) => {
      /** @type {HTMLElement | null} */ (document.querySelector(`[data-export="${name}"]`))?.click();
    }, format);
  }
  await page.waitFor(() => Object.keys(/** @type {any} */ (window).saved).length === 4);
  const saved = await page.evaluate(async () => {
    const entries = Object.entries(/** @type {any} */ (window).saved);
    return Object.fromEntries(await Promise.all(entries.map(async ([name, text]) => [name, await text])));
  });
  assert.deepEqual(Object.keys(saved).sort(), ["html", "json", "md", "txt"].map((end) => `滑鼠與軟體.${end}`));
  assert.match(saved["滑鼠與軟體.html"], /<mark[^>]*>軟體<\/mark>/);
  assert.match(saved["滑鼠與軟體.md"], /^## 第一節/m);
  assert.match(saved["滑鼠與軟體.txt"], /一個軟體/);
  assert.equal(JSON.parse(saved["滑鼠與軟體.json"]).view.script, "zh-Hant-TW");
  await quiet();
});

forEachReader("says what is wrong, and keeps the article", async ({ page, go, quiet }) => {
  const alert = () => document.querySelector("shuye-article")?.shadowRoot?.querySelector('[role="alert"]')?.textContent;
  await go();
  await drop(page, "empty.txt", []);
  assert.match(await page.waitFor(alert), /没有文字|沒有文字|no text/);
  assert.equal(await page.evaluate(() => document.querySelector("#opener")?.hasAttribute("open")), true);
  await paste(page, { "text/plain": ARTICLE });
  await shown(page, "打开一个软件");
  await drop(page, "picture.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1]);
  assert.match(await page.waitFor(alert), /不是文字|not a text/);
  await shown(page, "打开一个软件");
  await quiet();
});

forEachReader("remembers how the reader likes to read", async ({ page, go, quiet }) => {
  await go();
  await page.evaluate(() => {
    for (const choice of ["dark", "sans", "en"]) {
      /** @type {HTMLElement | null} */ (document.querySelector(`#settings [value="${choice}"]`))?.click();
    }
  });
  await go();
  const now = await page.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang }));
  assert.deepEqual([now["theme"], now["font"], now["lang"]], ["dark", "sans", "en"]);
  assert.equal(await page.evaluate(() => document.querySelector("#opener-title")?.textContent?.trim().endsWith("Open an article")), true);
  await quiet();
});

forEachReader(
  "says that its one file is not whole, instead of showing nothing",
  async ({ page, address }) => {
    const folder = await mkdtemp(join(tmpdir(), "shuye-"));
    try {
      const whole = await readFile(fileURLToPath(address), "utf8");
      const path = join(folder, "shuye.html");
      await writeFile(path, whole.replace('data-name="shuye.wasm"', 'data-name="gone"'));
      await page.goto(pathToFileURL(path).href);
      await page.waitFor(() => document.body.innerText.includes("shuye.wasm is not in this file"));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  ["file"],
);
