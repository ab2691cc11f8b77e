// From what is selected on the screen to its place in the article: <shuye-article>.selected().

import assert from "node:assert/strict";
import { forEachReader } from "./reader_pages.js";

const ARTICLE = `---
title: 题目在此
---

# 题目在此

甲**乙丙**丁<ruby>漢<rt>hàn</rt></ruby>字，![图](https://a.b/c.png)后一行\\
换行了[^n]以后😀完。

- 紧凑的项
  - 内层的项
- 第二项

| 表头 | 二 |
|---|---|
| 格子 | 三 |

\`\`\`
代码 一行
\`\`\`

[^n]: 脚注的话。
`;

/** In the text on the screen, some across inline elements, behind an image, a line break, a reading, a footnote. */
const WORDS = ["甲乙", "丙丁", "字", "后一行", "换行了", "以后", "完", "紧凑的项", "内层", "第二项", "表头", "格子", "代码", "脚注", "题目"];

forEachReader("knows the place of what is selected", async ({ page, go, quiet }) => {
  await go();
  const found = await page.evaluate(
    async (/** @type {string} */ text, /** @type {string[]} */ words) => {
      const element = /** @type {any} */ (document.querySelector("shuye-article"));
      await element.open(text, { format: "markdown" });
      const root = /** @type {ShadowRoot} */ (element.shadowRoot);
      /** @type {(word: string) => void} */
      const select = (word) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        let all = "";
        const nodes = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement?.closest("[part=notice], rt")) continue;
          nodes.push({ node, start: all.length });
          all += node.textContent;
        }
        const at = all.indexOf(word);
        const last = at + word.length;
        const first = nodes.findLast(({ start }) => start <= at);
        const end = nodes.findLast(({ start }) => start < last);
        if (at < 0 || !first || !end) throw new Error(word);
        const selection = /** @type {Selection} */ (document.getSelection());
        selection.setBaseAndExtent(first.node, at - first.start, end.node, last - end.start);
      };
      return words.map((word) => {
        select(word);
        const place = element.selected();
        return place && `${place.text} ${element.view.blocks[place.block].text.slice(place.start, place.end)}`;
      });
    },
    ARTICLE,
    WORDS,
  );
  assert.deepEqual(found, WORDS.map((word) => `${word} ${word}`));
  await quiet();
});

forEachReader("knows no place of a selection of several blocks, or of none", async ({ page, go, quiet }) => {
  await go();
  const found = await page.evaluate(async (/** @type {string} */ text) => {
    const element = /** @type {any} */ (document.querySelector("shuye-article"));
    await element.open(text, { format: "markdown" });
    const selection = /** @type {Selection} */ (document.getSelection());
    selection.removeAllRanges();
    const none = element.selected();
    const blocks = element.shadowRoot.querySelectorAll("p[data-block], td[data-block]");
    selection.setBaseAndExtent(blocks[0].firstChild, 0, blocks[1].firstChild, 1);
    const several = element.selected();
    element.keywords = ["第二项"];
    await new Promise((resolve) => element.addEventListener("shuye-matches", resolve, { once: true }));
    selection.removeAllRanges();
    element.next();
    return [none, several, element.selected()?.text, element.selected({ match: false })];
  }, ARTICLE);
  assert.deepEqual(found, [null, null, "第二项", null]);
  await quiet();
});
