// `shuye/convert` in a page under the policy that the package promises.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { forEachEngine } from "./lib/for_each_engine.js";
import { serve, strictPolicy } from "./lib/server.js";

/** @type {import("./lib/server.js").StaticServer} */
let server;

before(async () => {
  server = await serve(fileURLToPath(new URL("../../", import.meta.url)), { headers: strictPolicy });
});

after(() => server.close());

forEachEngine("converts, and loads its own module and the packs that it needs", async ({ page }) => {
  server.requests.length = 0;
  await page.goto(`${server.url}/wasm/js/convert.js`);
  const found = await page.evaluate(async () => {
    const { convert, createConverter } = await import(new URL("/wasm/js/convert.js", location.href).href);
    const converter = await createConverter("s2twp");
    const bytes = converter.convert(new TextEncoder().encode("鼠标"));
    return [converter.convert("几个软件的内存"), new TextDecoder().decode(bytes), await convert("漢字", "t2s")];
  });
  assert.deepEqual(found, ["幾個軟體的記憶體", "滑鼠", "汉字"]);
  assert.deepEqual(await page.consoleErrors(), []);
  const loaded = server.requests.map(({ path }) => path).filter((path) => path.startsWith("/dist/"));
  const packs = ["normalization", "s2t", "s2twp", "t2s"].map((name) => `/dist/packs/${name}.pack`);
  assert.deepEqual(loaded.sort(), [...packs, "/dist/wasm/convert.wasm"].sort());
});
