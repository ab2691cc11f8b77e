// dist/element: the element and the API as one module, with what it loads beside it.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { forEachEngine } from "./lib/for_each_engine.js";
import { serve, strictPolicy } from "./lib/server.js";

/** @type {import("./lib/server.js").StaticServer} */
let server;

before(async () => {
  server = await serve(fileURLToPath(new URL("../../dist/element/", import.meta.url)), { headers: strictPolicy });
});

after(() => server.close());

forEachEngine("the bundle defines the element and finds what it needs", async ({ page }) => {
  server.requests.length = 0;
  await page.goto(`${server.url}/shuye-element.js`);
  const found = await page.evaluate(async () => {
    const { scripts } = await import(new URL("/shuye-element.js", location.href).href);
    const element = /** @type {any} */ (document.createElement("shuye-article"));
    element.script = "zh-Hant-TW";
    document.documentElement.append(element);
    await element.open("# 鼠标\n\n打开一个软件。");
    return { scripts, text: element.shadowRoot.querySelector("article").textContent };
  });
  assert.ok(found.scripts.includes("zh-Hant-TW"));
  assert.match(found.text, /滑鼠[^]*一個軟體/);
  assert.deepEqual(await page.consoleErrors(), []);
  const paths = server.requests.map(({ path }) => path);
  assert.ok(paths.includes("/shuye.wasm") && paths.some((path) => /^\/packs\/\w+\.pack$/.test(path)), String(paths));
});
