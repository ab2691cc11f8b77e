// The harness itself: what a test of the page may rely on holds in each engine.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { forEachEngine } from "./lib/for_each_engine.js";
import { readPng } from "./lib/png.js";
import { removeFolder, temporaryFolder } from "./lib/processes.js";
import { serve, strictPolicy } from "./lib/server.js";

const kPage = `<!doctype html>
<html lang="zh-Hant"><meta charset="utf-8"><title>書頁</title>
<style>
  body { background: #123456; margin: 0 }
  @media (prefers-color-scheme: dark) { body { color: #fedcba } }
</style>
<input id="text"><input id="file" type="file" multiple>
<button id="button">0</button><div id="host"></div>
<script src="page.js"></script>`;

const kScript = `
const button = document.querySelector("#button");
button.addEventListener("click", () => { button.textContent = Number(button.textContent) + 1; });
const root = document.querySelector("#host").attachShadow({ mode: "open" });
const inner = document.createElement("button");
inner.addEventListener("click", () => { inner.dataset.clicked = "yes"; });
root.append(inner, document.createElement("input"));`;

/** Tries a WebAssembly module with one function, "answer", that gives 42, and then `eval`. */
const kAttempts = `
const bytes = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 10, 1, 6, 97, 110, 115, 119,
  101, 114, 0, 0, 10, 6, 1, 4, 0, 65, 42, 11,
]);
const attempt = (run) => Promise.resolve().then(run).catch(() => "blocked");
globalThis.attempts = Promise.all([
  attempt(async () => (await WebAssembly.instantiate(bytes)).instance.exports.answer()),
  attempt(() => new Function("return 'ran'")()),
]);`;

const folder = temporaryFolder("engines-test");
const file = pathToFileURL(join(folder, "page.html")).href;
/** @type {import("./lib/server.js").StaticServer} */
let server;

before(async () => {
  writeFileSync(join(folder, "page.html"), kPage);
  writeFileSync(join(folder, "page.js"), kScript);
  writeFileSync(join(folder, "wasm.html"), '<!doctype html><script src="wasm.js"></script>');
  writeFileSync(join(folder, "wasm.js"), kAttempts);
  writeFileSync(join(folder, "文章一.md"), "# 一");
  writeFileSync(join(folder, "b.txt"), "二");
  server = await serve(folder, { headers: strictPolicy });
});

after(async () => {
  await server.close();
  removeFolder(folder);
});

const address = () => `${server.url}/page.html`;

forEachEngine("opens an http page and asks for nothing else", async ({ page }) => {
  server.requests.length = 0;
  await page.goto(`${address()}?書`);
  assert.equal(await page.evaluate(() => document.title), "書頁");
  assert.deepEqual(server.requests, [
    { method: "GET", path: `/page.html?${encodeURIComponent("書")}`, status: 200 },
    { method: "GET", path: "/page.js", status: 200 },
  ]);
  const query = `?${encodeURIComponent("書")}`;
  assert.deepEqual(page.requests(), [address() + query, `${server.url}/page.js`]);
  assert.deepEqual(await page.consoleErrors(), []);
});

forEachEngine("opens a file", async ({ page }) => {
  await page.goto(file);
  assert.equal(await page.evaluate("document.title"), "書頁");
  assert.equal(await page.evaluate(() => location.protocol), "file:");
  const read = await page.evaluate(() =>
    fetch("page.js").then(
      () => "yes",
      () => "no",
    ),
  );
  assert.equal(read, "no", "a local file must not read its siblings");
});

forEachEngine("evaluates: JSON in and out, promises, errors", async ({ page }) => {
  await page.goto(address());
  const value = { 書: ["頁", 1.5, null, { deep: true }], lone: "𠮷" };
  const back = await page.evaluate((x) => Promise.resolve({ back: x }), value);
  assert.deepEqual(back, { back: value });
  assert.equal(await page.evaluate("1 + 1"), 2);
  assert.equal(await page.evaluate(() => undefined), undefined);
  await assert.rejects(
    page.evaluate(() => {
      throw new RangeError("too far");
    }),
    /RangeError: too far/u,
  );
  await assert.rejects(
    page.evaluate(() => Promise.reject(new TypeError("later"))),
    /TypeError: later/u,
  );
});

forEachEngine("waits for what comes later, and not forever", async ({ page }) => {
  await page.goto(address());
  await page.evaluate(() => void setTimeout(() => (document.title = "later"), 200));
  assert.equal(await page.waitFor(() => document.title === "later" && "it came"), "it came");
  await assert.rejects(
    page.waitFor(() => false, { timeout: 200 }),
    /not true within 200 ms/u,
  );
});

forEachEngine("clicks, types and presses keys, in shadow roots too", async ({ page }) => {
  await page.goto(address());
  await page.click("#button");
  await page.click("#button");
  assert.equal(await page.evaluate(() => document.querySelector("#button")?.textContent), "2");
  await page.type("#text", "讀書,abc DEF 𠮷");
  assert.equal(await page.evaluate(`document.querySelector("#text").value`), "讀書,abc DEF 𠮷");
  await page.press("Backspace");
  await page.press("Shift+Home");
  await page.press("x");
  assert.equal(await page.evaluate(`document.querySelector("#text").value`), "x");
  await page.press("Control+a");
  await page.press("Delete");
  assert.equal(await page.evaluate(`document.querySelector("#text").value`), "");
  await page.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "file");
  await page.click("#host >>> button");
  await page.type("#host >>> input", "影");
  assert.deepEqual(
    await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("#host")?.shadowRoot);
      return [root.querySelector("button")?.dataset["clicked"], root.querySelector("input")?.value];
    }),
    ["yes", "影"],
  );
  await assert.rejects(page.click("#nothing"), /no element #nothing/u);
});

forEachEngine("gives files to an input", async ({ page }) => {
  await page.goto(address());
  await page.setFiles("#file", [join(folder, "文章一.md"), join(folder, "b.txt")]);
  const names = await page.evaluate(async () => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector("#file"));
    const files = [...(input.files ?? [])];
    return Promise.all(files.map(async (file) => [file.name, await file.text()]));
  });
  assert.deepEqual(names, [
    ["文章一.md", "# 一"],
    ["b.txt", "二"],
  ]);
});

forEachEngine("takes a picture of a viewport of a given size", async ({ page, engine }) => {
  await page.goto(address());
  for (const [width, height] of /** @type {[number, number][]} */ ([
    [320, 700],
    [1200, 800],
  ])) {
    await page.setViewport(width, height);
    assert.deepEqual(await page.evaluate("[innerWidth, innerHeight]"), [width, height]);
    const path = join(folder, `${engine}.png`);
    await page.screenshot(path);
    const picture = readPng(readFileSync(path));
    assert.deepEqual([picture.width, picture.height], [width, height]);
    assert.equal(picture.pixel(width - 5, height - 5), "#123456");
    assert.notEqual(picture.pixel(3, 10), "#123456", "the first input is at the top left");
  }
});

forEachEngine("emulates dark and light", async ({ page }) => {
  await page.goto(address());
  const color = "getComputedStyle(document.body).color";
  await page.emulateDark();
  assert.equal(await page.evaluate(color), "rgb(254, 220, 186)");
  await page.emulateDark(false);
  assert.equal(await page.evaluate(color), "rgb(0, 0, 0)");
});

/**
 * What each deliberate error must leave in the console.
 * @type {[string, () => unknown, RegExp][]}
 */
const kErrors = [
  [
    "console.error",
    () => console.error("deliberate", new Error("錯誤"), 7),
    /deliberate .*錯誤[^]* 7/u,
  ],
  [
    "an uncaught exception",
    () =>
      void setTimeout(() => {
        throw new RangeError("uncaught 一");
      }),
    /RangeError: uncaught 一/u,
  ],
  [
    "an unhandled rejection",
    () => void Promise.reject(new TypeError("rejected 二")),
    /TypeError: rejected 二/u,
  ],
  [
    "a violation of the policy",
    () => {
      /** @type {any} */
      const trustedTypes = Reflect.get(window, "trustedTypes");
      const policy = trustedTypes.createPolicy("test", { createScriptURL: String });
      const script = document.createElement("script");
      script.src = policy.createScriptURL("https://example.invalid/x.js");
      document.head.append(script);
    },
    /(?=[^]*content.security.policy)(?=[^]*example\.invalid)/iu,
  ],
  [
    "a violation of Trusted Types",
    () => {
      try {
        document.body.innerHTML = "<p>";
      } catch {
        // the report is what counts
      }
    },
    /trusted.?(type|html)/iu,
  ],
  [
    "a failed load",
    () => void document.body.appendChild(new Image()).setAttribute("src", "missing.png"),
    /(?=[^]*fail)(?=[^]*missing\.png)/iu,
  ],
];

for (const [what, cause, text] of kErrors) {
  forEachEngine(`reports ${what}`, async ({ page }) => {
    await page.goto(address());
    await page.evaluate(cause);
    const errors = await page.consoleErrors();
    assert.ok(errors.length > 0, "nothing was reported");
    for (const error of errors) assert.match(error, text);
    await page.goto(address());
    assert.deepEqual(await page.consoleErrors(), [], "a new page starts without errors");
  });
}

forEachEngine("reports an error of a file, from its first script on", async ({ page }) => {
  const early = join(folder, "early.html");
  writeFileSync(
    early,
    `<!doctype html><meta charset="utf-8">
<script>console.error("first 早")</script><img src="absent.png">`,
  );
  await page.goto(pathToFileURL(early).href);
  const errors = await page.consoleErrors();
  assert.equal(errors.length, 2, errors.join("\n"));
  assert.match(errors.join("\n"), /first 早/u);
  assert.match(errors.join("\n"), /absent\.png/u);
});

forEachEngine("reports errors of a worker", async ({ page }) => {
  await page.goto(file); // a local page starts its worker from a blob
  await page.evaluate(() => {
    const source = `console.error("worker 一"); setTimeout(() => { throw new Error("worker 二") });
      Promise.reject(new Error("worker 三")); postMessage("ran")`;
    const url = URL.createObjectURL(new Blob([source]));
    return new Promise((ran) => new Worker(url).addEventListener("message", ran));
  });
  const errors = (await page.consoleErrors()).join("\n");
  for (const text of ["worker 一", "worker 二", "worker 三"]) assert.match(errors, new RegExp(text));
});

forEachEngine("runs WebAssembly under the policy, and no eval", async ({ page }) => {
  await page.goto(`${server.url}/wasm.html`);
  assert.deepEqual(await page.evaluate("attempts"), [42, "blocked"]);

  const headers = { "Content-Security-Policy": "script-src 'self'" };
  const stricter = await serve(folder, { headers });
  try {
    await page.goto(`${stricter.url}/wasm.html`);
    assert.deepEqual(await page.evaluate("attempts"), ["blocked", "blocked"]);
  } finally {
    await stricter.close();
  }
});

forEachEngine("keeps storage from one page to the next", async ({ browser }) => {
  const first = await browser.open(address());
  await first.evaluate(() => localStorage.setItem("script", "zh-Hant"));
  const second = await browser.open(address());
  assert.equal(await second.evaluate(() => localStorage.getItem("script")), "zh-Hant");
});

test("the server stays in its folder and says what it has not", async () => {
  const inner = join(folder, "inner");
  mkdirSync(inner, { recursive: true });
  const small = await serve(inner);
  try {
    const outside = ["/../page.html", "/%2e%2e/page.html", "/..%2fpage.html"];
    for (const path of [...outside, "/none", "/%ff", "//x"]) {
      assert.equal((await fetch(small.url + path)).status, 404, path);
    }
    assert.equal((await fetch(small.url, { method: "POST" })).status, 405);
    assert.equal(small.requests.length, 7);
  } finally {
    await small.close();
  }
});
