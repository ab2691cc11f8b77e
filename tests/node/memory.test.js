// What articles take is given back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "shuye";
import { readExample } from "./examples.js";

const { instantiate } = WebAssembly;
/** @type {WebAssembly.Memory | undefined} */
let memory;
WebAssembly.instantiate = /** @type {any} */ (
  /** @param {[WebAssembly.Module, WebAssembly.Imports]} source */
  async (...source) => {
    const instance = await instantiate(...source);
    memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return instance;
  }
);
const megabytes = () => (memory?.buffer.byteLength ?? NaN) / 2 ** 20;

test("a thousand articles opened and closed take the memory of one", async () => {
  const bytes = readExample("movable-type.txt");
  const cycle = async () => {
    const article = await open(bytes);
    await article.view({ script: "zh-Hans", keywords: ["活字", "铅字"] });
    article.close();
  };
  for (let i = 0; i < 20; ++i) await cycle();
  const before = megabytes();
  for (let i = 0; i < 1000; ++i) await cycle();
  assert.equal(megabytes(), before);
});

test("articles that do not open leave nothing behind", async () => {
  const binary = new Uint8Array(1 << 20);
  const cycle = () => open(binary).catch(() => {});
  for (let i = 0; i < 5; ++i) await cycle();
  const before = megabytes();
  for (let i = 0; i < 300; ++i) await cycle();
  assert.equal(megabytes(), before);
});

test("an article of 5 MB opens, shows and exports in bounded memory", async () => {
  const paragraph = "几个软件的内存里，腾讯的工程师发现了一行字。這是另一種寫法。\n\n";
  const text = paragraph.repeat(Math.ceil((5 << 20) / new TextEncoder().encode(paragraph).length));
  const article = await open(text, { format: "markdown" });
  const view = await article.view({ script: "zh-Hant-TW", keywords: ["騰訊", "內存"] });
  assert.equal(view.matches.length, 2 * (text.length / paragraph.length));
  assert.ok((await article.toHtml({ script: "zh-Hant-TW", keywords: ["騰訊", "內存"] })).length > text.length);
  article.close();
  console.log(`5 MB in ${megabytes().toFixed(0)} MB of memory`);
  assert.ok(megabytes() < 512, `${megabytes()} MB`);
});
