// Loading the module and the packs. The tests build upon each other: what has been loaded stays loaded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ShuyeError, configure, open, preload } from "shuye";
import { rejects } from "./rejects.js";

const dist = new URL("../../dist/", import.meta.url);
const wasm = readFileSync(new URL("wasm/shuye.wasm", dist));
const text = "几个软件的内存。";

test("a module that cannot be loaded is an error that says so", async () => {
  configure({ wasm: new URL("missing.wasm", dist) });
  await rejects(() => open(text), "unreadable");
  configure({ wasm: "./dist/missing.wasm" });
  await rejects(() => open(text), "unreadable");
  configure({ wasm: wasm.subarray(0, wasm.length / 2) });
  await rejects(() => open(text), "unreadable");
  configure({ wasm: new Uint8Array() });
  await rejects(() => open(text), "unreadable");
  configure({ wasm: new Response("not found", { status: 404 }) });
  await rejects(() => open(text), "unreadable");
  // A module, but not ours.
  configure({ wasm: await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) });
  await rejects(() => open(text), "unreadable");
});

test("and can be loaded afterwards, once for all who ask at the same time, or ahead", async () => {
  preload(); // Fails, and is told by nobody.
  await rejects(() => open(text), "unreadable");
  const { compile } = WebAssembly;
  let compiled = 0;
  WebAssembly.compile = (bytes) => {
    compiled += 1;
    return compile(bytes);
  };
  configure({ wasm });
  preload();
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(compiled, 1);
  const articles = await Promise.all([open(text), open(text), open(text)]);
  WebAssembly.compile = compile;
  assert.equal(compiled, 1);
  for (const article of articles) article.close();
});

test("a pack that cannot be loaded is an error that says so", async () => {
  const article = await open(text);
  /** @param {unknown} packs */
  const view = (packs) => {
    configure({ packs: /** @type {any} */ (packs) });
    return article.view({ script: "zh-Hant-TW" });
  };
  await rejects(() => view(new URL("missing/", dist)), "unreadable");
  await rejects(() => view("./dist/missing"), "unreadable");
  await rejects(() => view(() => "a string"), "unreadable");
  await rejects(() => view(() => undefined), "unreadable");
  await rejects(() => view(() => Promise.reject(new Error("offline"))), "unreadable");
  await rejects(
    () =>
      view(() => {
        throw new Error("offline");
      }),
    "unreadable",
  );
  assert.equal((await article.toText()).trim(), text, "the article itself is there");
  article.close();
});

test("a pack that is not whole is damaged, wherever it is cut", async () => {
  const article = await open(text);
  for (const part of [0, 0.001, 0.5, 0.9, 0.9999]) {
    configure({ packs: (name) => readPack(name).subarray(0, Math.floor(readPack(name).length * part)) });
    await rejects(() => article.view({ script: "zh-Hant-TW" }), "pack_damaged", "convert");
  }
  article.close();
});

test("and can be loaded afterwards, once for all who ask at the same time", async () => {
  /** @type {string[]} */
  const asked = [];
  configure({
    packs: async (name) => {
      asked.push(name);
      return readPack(name);
    },
  });
  const articles = await Promise.all([open(text), open(text)]);
  const views = await Promise.all(
    articles.flatMap((article) => [article.view({ script: "zh-Hant-TW" }), article.toText({ script: "zh-Hant-TW" })]),
  );
  assert.deepEqual(
    views.map((view) => (typeof view === "string" ? view : view.text).trim()),
    Array(4).fill("幾個軟體的記憶體。"),
  );
  assert.ok(asked.length > 0);
  assert.equal(new Set(asked).size, asked.length, `each once: ${asked}`);
  for (const article of articles) article.close();
});

test("an article in an old charset loads its pack, once it can be loaded", async () => {
  const gbk = Buffer.from("bcb8b8f6c8edbcfeb5c4c4dab4e6a1a3", "hex"); // the text
  configure({ packs: () => Promise.reject(new Error("offline")) });
  await rejects(() => open(gbk), "unreadable");
  configure({ packs: (name) => readPack(name).subarray(1) });
  await rejects(() => open(gbk), "pack_damaged", "convert");
  /** @type {string[]} */
  const asked = [];
  configure({
    packs: (name) => {
      asked.push(name);
      return readPack(name);
    },
  });
  const articles = await Promise.all([open(gbk), open(gbk)]);
  assert.deepEqual(asked, ["gb18030"]);
  for (const article of articles) {
    assert.equal((await article.toText()).trim(), text);
    article.close();
  }
});

test("a script that needs no pack loads none", async () => {
  const article = await open(text);
  configure({ packs: () => assert.fail("a pack was asked for") });
  await article.view();
  await article.view({ script: "zh-Hans" });
  article.close();
});

test("what the module cannot survive is an error, and the next article gets a new module", async () => {
  const { Core } = await import("../../wasm/js/loader.js");
  const idle = /** @type {any} */ (class {});
  const core = new Core({ Packs: idle, Article: idle });
  const trap = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  assert.throws(() => core.call(trap), (error) => error instanceof ShuyeError && error.code === "internal");
  assert.throws(() => core.call(() => undefined), (error) => error instanceof ShuyeError && error.code === "internal");
  core.release(/** @type {any} */ ({ delete: trap })); // is not called any more
  const article = await open(text);
  assert.equal((await article.toText()).trim(), text);
  article.close();
});

/** @param {string} name */
function readPack(name) {
  return readFileSync(new URL(`packs/${name}.pack`, dist));
}
