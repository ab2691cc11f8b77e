// The marks of <shuye-article>: custom highlights where there are some and <mark> where not, next and previous, events.

import assert from "node:assert/strict";
import { forEachReader, marks } from "./reader_pages.js";

/** @typedef {import("./lib/page.js").Page} Page */

const ARTICLE = `甲**乙丙**丁，<ruby>漢<rt>hàn</rt></ruby>字，![图](https://a.b/c.png)后一行\\
换行了，甲乙丙丁。

- 大模型的模型，Ｋｉｍｉ和kimi

${"江水涨了，船还没有来。\n\n".repeat(60)}
最后是甲乙。
`;

/**
 * An element with the article in it. Without highlights it stands for an engine that has none.
 * @param {Page} page
 * @param {boolean} highlights
 */
function create(page, highlights) {
  return page.evaluate(
    async (/** @type {string} */ text, /** @type {boolean} */ has) => {
      if (!has) Object.defineProperty(CSS, "highlights", { value: undefined, configurable: true });
      document.querySelector("#article")?.remove();
      const element = /** @type {any} */ (document.createElement("shuye-article"));
      element.id = "tested";
      document.querySelector("#reader")?.append(element);
      document.body.removeAttribute("data-empty");
      /** @type {any} */ (document.querySelector("#opener")).close();
      await element.open(text, { format: "markdown" });
      /** @type {any} */ (window).told = [];
      for (const type of ["shuye-view", "shuye-matches", "shuye-match"]) {
        element.addEventListener(type, (/** @type {CustomEvent} */ { detail }) => {
          /** @type {any} */ (window).told.push([type, detail.matches?.length ?? detail.index ?? "view"]);
        });
      }
    },
    ARTICLE,
    highlights,
  );
}

/**
 * Sets properties, and waits until the marks are there.
 * @param {Page} page
 * @param {Record<string, unknown>} properties
 * @returns {Promise<number>}  how many there are
 */
function set(page, properties) {
  return page.evaluate(async (/** @type {Record<string, unknown>} */ given) => {
    const element = /** @type {any} */ (document.querySelector("#tested"));
    const marked = new Promise((resolve) => element.addEventListener("shuye-matches", resolve, { once: true }));
    Object.assign(element, given);
    await marked;
    return element.found.matches.length;
  }, properties);
}

const text = (/** @type {string} */ name) => `document.querySelector("#tested").shadowRoot.querySelector("article").${name}`;

/** @param {string} name @param {(page: Page, highlights: boolean, quiet: () => Promise<void>) => Promise<void>} body */
function forEachKind(name, body) {
  for (const highlights of [true, false]) {
    forEachReader(
      `${highlights ? "highlights" : "elements"}: ${name}`,
      async ({ page, go, quiet }) => {
        await page.setViewport(1000, 700);
        await go();
        await create(page, highlights);
        await body(page, highlights, quiet);
      },
      ["http"],
    );
  }
}

forEachKind("marks words across elements, behind images and readings", async (page, highlights, quiet) => {
  const before = await page.evaluate(text("textContent"));
  await set(page, { keywords: ["甲乙", "漢字", "后一行", "换行", "KIMI", "沒有"] });
  assert.equal((await marks(page, 0)).join("|"), "甲|乙|甲乙|甲乙");
  assert.equal((await marks(page, 1)).join("|"), "漢|字", "the reading is not marked");
  assert.deepEqual(await marks(page, 2), ["后一行"]);
  assert.deepEqual(await marks(page, 3), ["换行"]);
  assert.deepEqual(await marks(page, 4), ["Ｋｉｍｉ", "kimi"]);
  assert.equal((await marks(page, 5)).length, 60);
  assert.equal(await page.evaluate(text("textContent")), before);
  assert.equal(await page.evaluate(text('querySelectorAll("mark").length > 0')), !highlights);
  await quiet();
});

forEachKind("leaves the nodes as they are when keywords change", async (page, highlights, quiet) => {
  await page.evaluate(() => {
    const watch = new MutationObserver((records) => (/** @type {any} */ (window).changes += records.length));
    /** @type {any} */ (window).changes = 0;
    const root = /** @type {ShadowRoot} */ (document.querySelector("#tested")?.shadowRoot);
    /** @type {any} */ (window).paragraph = root.querySelector("article p");
    watch.observe(root, { childList: true, subtree: true, characterData: true });
  });
  const html = await page.evaluate(text("outerHTML"));
  await set(page, { keywords: ["江水", "模型"] });
  await set(page, { keywords: ["船"] });
  assert.deepEqual((await marks(page, 0)).length, 60);
  await set(page, { keywords: [] });
  assert.equal(await page.evaluate(text("outerHTML")), html);
  assert.equal(await page.evaluate(`${text('querySelector("p")')} === window.paragraph`), true);
  if (highlights) assert.equal(await page.evaluate("window.changes"), 0);
  assert.deepEqual((await page.evaluate("window.told")).map((/** @type {unknown[]} */ [type]) => type), Array(3).fill("shuye-matches"));
  await quiet();
});

forEachKind("goes through a long article, which is laid out in parts", async (page, _highlights, quiet) => {
  await page.evaluate(() => {
    const text = Array.from({ length: 400 }, (_, i) => `${i % 20 === 5 ? `## 第${i}节\n\n` : ""}第${i}段：江水涨了，船还没有来。`).join("\n\n");
    return /** @type {any} */ (document.querySelector("#tested")).open(text, { format: "markdown" });
  });
  assert.equal(await set(page, { keywords: ["江水"] }), 400);
  const found = await page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("#tested"));
    const article = element.shadowRoot.querySelector("article");
    const parts = [...article.children];
    const tops = element.matchTops();
    return {
      parts: parts.length,
      whole: parts.every((part) => part.matches(".part") && !part.lastElementChild?.matches("h2")),
      text: article.textContent,
      rising: tops.every((/** @type {number} */ top, /** @type {number} */ i) => i === 0 || top > tops[i - 1]),
    };
  });
  assert.ok(found.parts > 10 && found.parts < 60, `${found.parts} parts`);
  assert.ok(found.whole && found.rising, JSON.stringify(found));
  assert.deepEqual(found.text.match(/第\d+段/gu), Array.from({ length: 400 }, (_, i) => `第${i}段`));
  for (const index of [399, 200, 0]) {
    await page.evaluate(`document.querySelector("#tested").revealMatch(${index})`);
    const isSeen = () =>
      page.evaluate((/** @type {number} */ at) => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("#tested")?.shadowRoot);
        const { top, bottom } = root.querySelectorAll("article p")[at].getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }, index);
    let seen = await isSeen();
    for (let tries = 0; tries < 60 && !seen; tries++) {
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      seen = await isSeen();
    }
    assert.ok(seen, `match ${index}`);
  }
  await quiet();
});

forEachKind("marks what is on the screen, and all of it on paper, of more than can be looked at", async (page, highlights, quiet) => {
  await page.evaluate(() => {
    const text = Array.from({ length: 500 }, (_, i) => `第${i}段：江水涨了，船还没有来，江水又落了。`).join("\n\n");
    return /** @type {any} */ (document.querySelector("#tested")).open(text, { format: "markdown" });
  });
  assert.equal(await set(page, { keywords: ["江水", "没有"] }), 1500);
  const onScreen = async () => {
    const found = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("#tested")?.shadowRoot);
      const visible = [...root.querySelectorAll("article p")].filter((p) => {
        const { top, bottom } = p.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      const ranges = [0, 1].flatMap((colour) => [.../** @type {any} */ (CSS).highlights?.get(`shuye-mark-${colour}`) ?? []]);
      const marksIn = (/** @type {Element} */ p) =>
        ranges.filter((range) => p.contains(range.startContainer)).length + p.querySelectorAll("mark").length;
      return { paragraphs: visible.length, marks: visible.map(marksIn), all: ranges.length };
    });
    return { ...found, done: found.paragraphs > 3 && found.marks.every((/** @type {number} */ count) => count === 3) };
  };
  const waitForMarks = async (/** @type {string} */ where) => {
    let found = await onScreen();
    for (let tries = 0; tries < 40 && !found.done; tries++) {
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      found = await onScreen();
    }
    assert.ok(found.done, `${where}: ${JSON.stringify(found)}`);
    return found.all;
  };
  await waitForMarks("at the beginning");
  await page.evaluate(() => document.querySelector("#tested")?.shadowRoot?.querySelectorAll("article p")[400].scrollIntoView());
  assert.ok(!highlights || (await waitForMarks("far down")) < 1500);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  if (highlights) assert.equal((await onScreen()).all, 1500);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.ok((await waitForMarks("after printing")) < 1500);
  await quiet();
});

forEachKind("keeps a keyword's colour when another one goes", async (page, _, quiet) => {
  await set(page, { keywords: ["江水", "模型", { text: "kimi", colour: 5 }] });
  assert.deepEqual([(await marks(page, 0)).length, (await marks(page, 1)).length, (await marks(page, 5)).length], [60, 2, 2]);
  await set(page, { keywords: ["模型", { text: "kimi", colour: 5 }, "船"] });
  assert.deepEqual(await marks(page, 1), ["模型", "模型"]);
  assert.equal((await marks(page, 0)).length, 60, "the colour that is free again");
  assert.deepEqual(await page.evaluate(`document.querySelector("#tested").found.keywords.map(({ colour }) => colour)`), [1, 5, 0]);
  await quiet();
});

forEachKind("goes to the next match and back, around the ends", async (page, highlights, quiet) => {
  await set(page, { keywords: ["甲乙", "模型"] });
  const visited = await page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("#tested"));
    return [element.next(), element.next(1), element.next(1), element.next(1), element.previous(0), element.previous(0), element.current];
  });
  assert.deepEqual(visited, [0, 2, 3, 2, 1, 0, 0]);
  await page.evaluate(`document.querySelector("#tested").revealMatch(4)`);
  await page.waitFor(() => scrollY > 300);
  assert.equal(await page.evaluate(`document.querySelector("#tested").selected().text`), "甲乙");
  const current = highlights ? `[...CSS.highlights.get("shuye-current")].length` : text('querySelectorAll("mark.current").length');
  assert.equal(await page.evaluate(current), 1);
  // Now that the end is on the screen, the next from nowhere is there.
  await page.evaluate(`document.querySelector("#tested").revealMatch(-1)`);
  assert.equal(await page.evaluate(`document.querySelector("#tested").next()`), 4);
  assert.equal(await page.evaluate(`document.querySelector("#tested").next(7)`), -1);
  assert.deepEqual((await page.evaluate("window.told")).slice(-3), [["shuye-match", 4], ["shuye-match", -1], ["shuye-match", 4]]);
  await quiet();
});

forEachKind("stays at a match as long as it is one", async (page, _, quiet) => {
  await set(page, { keywords: ["甲乙", "模型"] });
  await page.evaluate(`document.querySelector("#tested").revealMatch(2)`);
  await set(page, { keywords: ["模型"] });
  assert.equal(await page.evaluate(`document.querySelector("#tested").current`), 0);
  await set(page, { keywords: ["甲"] });
  assert.equal(await page.evaluate(`document.querySelector("#tested").current`), -1);
  await quiet();
});

forEachKind("marks again in another script, and nothing when it is gone", async (page, highlights, quiet) => {
  await set(page, { keywords: ["漢字", "没有"] });
  await set(page, { script: "zh-Hant" });
  assert.equal((await marks(page, 0)).join(""), "漢字");
  assert.deepEqual([...new Set(await marks(page, 1))], ["沒有"]);
  await page.evaluate(() => {
    /** @type {any} */ (window).gone = document.querySelector("#tested");
    document.querySelector("#tested")?.remove();
  });
  if (highlights) assert.equal(await page.evaluate(`[...CSS.highlights.keys()].filter((name) => name.startsWith("shuye")).length`), 0);
  await page.evaluate(`document.querySelector("#reader").append(window.gone)`);
  assert.equal((await marks(page, 1)).length, 60, "it is back");
  await quiet();
});

forEachKind("tells where the matches are, for marks beside a scrollbar", async (page, _, quiet) => {
  await set(page, { keywords: ["甲乙", "江水"] });
  const [tops, height] = await page.evaluate(`[document.querySelector("#tested").matchTops(), document.documentElement.scrollHeight]`);
  assert.equal(tops.length, 63);
  assert.ok(tops.every((/** @type {number} */ top, /** @type {number} */ at) => at === 0 || top >= tops[at - 1]), "in their order");
  assert.ok(tops[62] < height && tops[62] > tops[0] + 1000);
  await quiet();
});
