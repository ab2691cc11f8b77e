// Packs that are fetched beside the module, before anything is known of the article but its bytes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { configure, open } from "shuye";
import { expectedPacks } from "../../wasm/js/expected_packs.js";

const encoder = new TextEncoder();
const simplified = encoder.encode("这些软件的内存是个问题，我们来说说。");
const traditional = encoder.encode("這些軟體的記憶體是個問題，我們來說說。");

/** @type {string[]} */
const asked = [];

test("open fetches what its script will probably need, and a view does not fetch it again", async () => {
  configure({
    packs: (name) => {
      asked.push(name);
      return readFileSync(new URL(`../../dist/packs/${name}.pack`, import.meta.url));
    },
  });
  const article = await open(simplified, { script: "zh-Hant-TW" });
  assert.deepEqual(asked, expectedPacks(simplified, "zh-Hant-TW"));
  const { text } = await article.view({ script: "zh-Hant-TW" });
  assert.equal(text.trim(), "這些軟體的記憶體是個問題，我們來說說。");
  assert.equal(new Set(asked).size, asked.length, `each once: ${asked}`);
  article.close();
});

test("the large packs are expected where they are needed, and nowhere else", () => {
  for (const script of ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"]) {
    for (const bytes of [simplified, traditional]) {
      const needed = neededFor(bytes, script);
      const large = (/** @type {string[]} */ names) => names.filter((name) => ["s2t", "t2s"].includes(name));
      assert.deepEqual(large(expectedPacks(bytes, script)), large(needed), script);
    }
  }
});

test("of bytes that say nothing, nothing is expected", () => {
  assert.deepEqual(expectedPacks(simplified, "original"), []);
  assert.deepEqual(expectedPacks(simplified, "no script"), []);
  assert.deepEqual(expectedPacks(new Uint8Array(), "zh-Hant"), []);
  assert.deepEqual(expectedPacks(encoder.encode("plain ASCII"), "zh-Hant"), []);
  const gbk = Buffer.from("bcb8b8f6c8edbcfeb5c4c4dab4e6a1a3", "hex");
  assert.deepEqual(expectedPacks(gbk, "zh-Hant"), []);
});

test("a page is looked at beyond its head", () => {
  const page = encoder.encode(`${"<meta>\n".repeat(4000)}${"这是说".repeat(10000)}`);
  assert.deepEqual(expectedPacks(page, "zh-Hant"), ["normalization", "s2t"]);
});

/**
 * What the core asks for, of a process that has loaded nothing yet.
 *
 * @param {Uint8Array} bytes
 * @param {string} script
 * @returns {string[]}
 */
function neededFor(bytes, script) {
  const program = fileURLToPath(new URL("print_packs.js", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [program, script], { input: bytes, encoding: "utf8" }));
}
