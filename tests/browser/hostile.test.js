// An article that wants to be a program stays an article.

import assert from "node:assert/strict";
import { forEachReader, paste, shown } from "./reader_pages.js";

const MARKUP = `<script>window.caught = "script"</script>
<img src="x" onerror="window.caught = 'onerror'"><img src="https://example.com/spy.png">
<svg onload="window.caught = 'svg'"><script>window.caught = "svg script"</script></svg>
<iframe src="https://example.com/frame"></iframe><object data="https://example.com/o"></object>
<a href="javascript:window.caught='link'">点我一</a> <a href=" java&#10;script:window.caught='link'">点我二</a>
<a href="data:text/html,<script>parent.caught='data'</script>">点我三</a>
<form action="https://example.com"><button formaction="javascript:window.caught='form'">点我四</button></form>
<style>body { background: url(https://example.com/css.png) }</style>
<base href="https://example.com/"><meta http-equiv="refresh" content="0;url=https://example.com/">
<p style="background:url(https://example.com/style.png)" onclick="window.caught='click'">这是一段普普通通的话，讲的是江边的渡口。</p>`;

const MARKDOWN = `---
title: "</title><script>window.caught = 'title'</script>"
tags: ["<img src=x onerror=window.caught='tag'>"]
---

${MARKUP}

[点我五](javascript:window.caught='markdown') ![图](javascript:window.caught='image') <javascript:window.caught>

这是一段普普通通的话，讲的是江边的渡口。
`;

/** @type {Record<string, Record<string, string>>} */
const ARTICLES = {
  Markdown: { "text/plain": MARKDOWN },
  HTML: { "text/html": `<h1>渡口</h1>${MARKUP}`, "text/plain": "渡口" },
};

for (const [format, data] of Object.entries(ARTICLES)) {
  forEachReader(`lets nothing of hostile ${format} run or load`, async ({ page, go, quiet }) => {
    await go();
    await paste(page, data);
    await shown(page, "普普通通的话");
    const found = await page.evaluate(async () => {
      const root = document.querySelector("shuye-article")?.shadowRoot;
      const elements = [...(root?.querySelectorAll("*") ?? [])];
      for (const link of root?.querySelectorAll("a") ?? []) {
        if (!link.target) link.click();
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      return {
        caught: /** @type {any} */ (window).caught ?? null,
        names: elements.map((element) => element.localName).filter((name) => /^(script|iframe|object|svg|form|style|base|meta)$/.test(name)),
        attributes: elements.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|^style$|action/.test(name)),
        addresses: elements.map((element) => element.getAttribute("href") ?? "").filter((href) => /script:|data:/i.test(href)),
        images: elements.filter((element) => element.localName === "img").length,
      };
    });
    assert.deepEqual(found, { caught: null, names: [], attributes: [], addresses: [], images: 0 });
    await quiet();
  });
}
