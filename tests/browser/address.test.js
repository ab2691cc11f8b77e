// Opening an article by its address, from a server that lets other pages read it and from one that does not.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "./lib/server.js";
import { forEachReader, shown } from "./reader_pages.js";

const articles = fileURLToPath(new URL("../../examples/articles/", import.meta.url));

/** @type {import("./lib/server.js").StaticServer} */
let friendly;
/** @type {import("./lib/server.js").StaticServer} */
let closed;

before(async () => {
  friendly = await serve(articles, { headers: { "Access-Control-Allow-Origin": "*" } });
  closed = await serve(articles);
});

after(() => Promise.all([friendly.close(), closed.close()]));

const alert = () => document.querySelector("shuye-article")?.shadowRoot?.querySelector('[role="alert"]')?.textContent;

forEachReader("opens an address, and says why it cannot", async ({ page, go }) => {
  await go();
  await page.type("#address", `${friendly.url}/mountain-trail.md`);
  await page.press("Enter");
  await shown(page, "鹿回岭");
  assert.match(await page.evaluate(() => location.search), /^\?src=http/);
  // Its own picture is on that server, and waits.
  assert.deepEqual(friendly.requests.map(({ path }) => path).filter((path) => !path.endsWith(".md")), []);

  await page.click('.tool[data-action="open"]');
  await page.evaluate(() => {
    /** @type {HTMLInputElement} */ (document.querySelector("#address")).value = "";
  });
  await page.type("#address", `${closed.url}/mountain-trail.md`);
  await page.press("Enter");
  assert.match(await page.waitFor(alert), /CORS/);
  await shown(page, "鹿回岭");
});

forEachReader("opens the address in its own", async ({ page, go }) => {
  await go(`?src=${encodeURIComponent(`${friendly.url}/tea-market.html`)}`);
  await shown(page, "茶市");
  await go(`?src=${encodeURIComponent(`${friendly.url}/missing.md`)}`);
  assert.match(await page.waitFor(alert), /404/);
  await go(`?src=${encodeURIComponent("javascript:document.title='caught'")}`);
  assert.ok(await page.waitFor(() => !(/** @type {HTMLElement} */ (document.querySelector("#toast")).hidden)));
  assert.notEqual(await page.evaluate(() => document.title), "caught");
});
