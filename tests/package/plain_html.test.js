/* global CSS, document */
// The example for a plain page, with the package installed into it, under the policy that the package promises.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { forEachEngine } from "../browser/lib/for_each_engine.js";
import { serve, strictPolicy } from "../browser/lib/server.js";
import { installExample } from "./install.js";

/** @type {import("../browser/lib/server.js").StaticServer} */
let server;

/** Under Trusted Types the address of a worker must come out of a policy. */
const pageOfWorker = `
  const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: (url) => url });
  const worker = new Worker(policy?.createScriptURL("worker.js") ?? "worker.js", { type: "module" });
  worker.onmessage = ({ data }) => { document.title = data; };
`;
const worker = `
  import { open } from "./node_modules/shuye/wasm/js/index.js";
  const article = await open("几个软件的内存。");
  postMessage((await article.toText({ script: "zh-Hant-TW" })).trim());
`;

before(async () => {
  const folder = installExample("plain-html");
  writeFileSync(join(folder, "worker.html"), `<!doctype html><script type="module" src="worker_page.js"></script>`);
  writeFileSync(join(folder, "worker_page.js"), pageOfWorker);
  writeFileSync(join(folder, "worker.js"), worker);
  server = await serve(folder, { headers: strictPolicy });
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

  await page.waitFor(() => CSS.highlights.size > 0);
  const shown = await page.evaluate(() => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    return {
      lang: document.querySelector("shuye-article")?.shadowRoot?.querySelector("article")?.lang,
      marks: ranges.map(({ startContainer, startOffset, endOffset }) => {
        return startContainer.textContent?.slice(startOffset, endOffset);
      }),
    };
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

forEachEngine("works in a worker", async ({ page }) => {
  await page.goto(`${server.url}/worker.html`);
  await page.waitFor(() => document.title);
  assert.equal(await page.evaluate(() => document.title), "幾個軟體的記憶體。");
  assert.deepEqual(await page.consoleErrors(), []);
});
