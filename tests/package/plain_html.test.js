/* global document */
// The example for a plain page, with the package installed into it, under the policy that the package promises.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { forEachEngine } from "../browser/lib/for_each_engine.js";
import { serve, strictPolicy } from "../browser/lib/server.js";
import { installExample } from "./install.js";

/** @type {import("../browser/lib/server.js").StaticServer} */
let server;

before(async () => {
  server = await serve(installExample("plain-html"), { headers: strictPolicy });
});

after(() => server.close());

forEachEngine("shows the article in the element and speaks with the API", async ({ page }) => {
  server.requests.length = 0;
  await page.goto(`${server.url}/index.html`);
  await page.waitFor(() => document.querySelector("#summary")?.textContent);
  assert.match(
    await page.evaluate(() => document.querySelector("#summary")?.textContent),
    /^巷口的舊書店：\d+ 字，1 分鐘；书店 \d，读者 \d$/,
  );

  await page.waitFor(() => document.querySelector("shuye-article")?.shadowRoot?.querySelector("mark"));
  const shown = await page.evaluate(() => {
    const article = document.querySelector("shuye-article")?.shadowRoot?.querySelector("article");
    return { lang: article?.lang, marks: [...(article?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent) };
  });
  assert.equal(shown.lang, "zh-Hant-TW");
  assert.deepEqual(new Set(shown.marks), new Set(["書店", "讀者"]));

  assert.deepEqual(await page.consoleErrors(), []);
  const paths = server.requests.map(({ path }) => path);
  assert.equal(paths.filter((path) => path.endsWith(".wasm")).length, 1, "the module is loaded once");
  const packs = paths.filter((path) => path.endsWith(".pack"));
  assert.equal(new Set(packs).size, packs.length, "each pack is loaded once");
  assert.ok(server.requests.every(({ status }) => status === 200));
});
