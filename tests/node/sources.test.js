// What `open` takes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open } from "shuye";
import { rejects } from "./rejects.js";

const text = "# 书页\n\n一行字。";
const bytes = new TextEncoder().encode(text);

/** @type {[string, () => Parameters<typeof open>[0]][]} */
const sources = [
  ["a string", () => text],
  ["a string with a byte order mark", () => `\uFEFF${text}`],
  ["an ArrayBuffer", () => bytes.slice().buffer],
  ["a Uint8Array", () => bytes],
  ["a Buffer, which is a part of a larger one", () => Buffer.from(text)],
  ["a DataView of a part", () => new DataView(Uint8Array.of(0xff, ...bytes, 0xff).buffer, 1, bytes.length)],
  ["a Blob", () => new Blob([bytes])],
  ["a File", () => new File([bytes], "页.md")],
  ["a Response", () => new Response(bytes)],
  ["a Response that names its charset", () => utf16Response()],
];

for (const [name, source] of sources) {
  test(`opens ${name}`, async () => {
    const article = await open(source(), { format: "markdown" });
    assert.deepEqual((await article.view()).metadata.title, "书页");
    assert.match(await article.toText(), /^一行字。\s*$/);
    article.close();
  });
}

test("takes the format from a file's name and from a Response's type", async () => {
  const plain = "第一行。\n\n# 第二行。";
  const markup = "<p>第一行。</p><p>第二行。</p>";
  await formatIs("markdown", await open(new File([plain], "a.md")));
  await formatIs("plain", await open(new File([plain], "a.txt")));
  await formatIs("html", await open(new Response(markup, { headers: { "content-type": "text/html; charset=utf-8" } })));
  await formatIs("markdown", await open(new Response(plain, { headers: { "content-type": "text/markdown" } })));
  await formatIs("plain", await open(new Response(plain, { headers: { "content-type": "text/markdown" } }), { format: "plain" }));
});

test("a string is not decoded again, whatever it and its options say", async () => {
  const article = await open("<meta charset=utf-16le><p>一行字。</p>", { format: "html", charset: "utf-16le" });
  assert.match(await article.toText(), /一行字。/);
  article.close();
});

test("a lone surrogate becomes U+FFFD and harms no neighbour", async () => {
  const article = await open("一\uD800二三\uDC00四。", { format: "plain", name: "\uD800.txt" });
  assert.equal((await article.toText()).trim(), "一\uFFFD二三\uFFFD四。");
  const { keywords } = await article.view({ keywords: ["\uD800", "二三", "\uDC00四"] });
  assert.deepEqual(
    keywords.map(({ text: keyword }) => keyword),
    ["\uFFFD", "二三", "\uFFFD四"],
  );
  assert.equal(keywords[1].count, 1);
  article.close();
});

test("keywords keep their places, whatever is in them", async () => {
  const article = await open("一行字，两行字。", { format: "plain" });
  const given = ["", "a\0b", "行字", "", "\0", "两", ""];
  const { keywords } = await article.view({ keywords: given });
  assert.deepEqual(
    keywords.map(({ count }) => count),
    [0, 0, 2, 0, 0, 1, 0],
  );
  article.close();
});

test("refuses what is no article", async () => {
  await rejects(() => open(""), "empty_input", "decode");
  await rejects(() => open(" \n\u3000"), "empty_input", "decode");
  await rejects(() => open(new Response(null)), "empty_input", "decode");
  await rejects(() => open(new Uint8Array(256)), "binary_input", "decode");
});

test("refuses what is too large, without reading it all", async () => {
  const limit = 64 * 1024 * 1024;
  await rejects(() => open(new Uint8Array(limit + 1)), "too_large", "decode");
  await rejects(() => open("a".repeat(limit + 1)), "too_large", "decode");
  await rejects(() => open(new Blob([new Uint8Array(limit + 1)])), "too_large", "decode");
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1 << 20;
      controller.enqueue(new Uint8Array(1 << 20).fill(0x61));
    },
  });
  await rejects(() => open(new Response(endless)), "too_large", "decode");
  assert.ok(sent < limit + (8 << 20), `${sent} bytes were read`);
});

test("refuses what is no source", async () => {
  const detached = new ArrayBuffer(8);
  structuredClone(detached, { transfer: [detached] });
  for (const source of [undefined, null, 7, {}, [text], new URL("https://example.com/")]) {
    await rejects(() => open(/** @type {any} */ (source)), "invalid_option");
  }
  await rejects(() => open(detached), "unreadable");
  await rejects(() => open(new Response("not found", { status: 404 })), "unreadable");
  const read = new Response(text);
  await read.text();
  await rejects(() => open(read), "unreadable");
});

function utf16Response() {
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  return new Response(units, { headers: { "content-type": 'text/markdown; charset="UTF-16LE"' } });
}

/**
 * @param {string} format
 * @param {import("shuye").Article} article
 */
async function formatIs(format, article) {
  assert.equal((await article.view()).metadata.format, format);
  article.close();
}

test("refuses before there is a module what the core would refuse", () => {
  const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const [, factor, bits] = /kMaxInputBytes = std::size_t\{(\d+)\} << (\d+);/.exec(read("core/include/shuye/decode.h")) ?? [];
  const [, factors] = /maxInputBytes = ([\d* ]+);/.exec(read("wasm/js/article.js")) ?? [];
  const product = factors.split("*").reduce((all, one) => all * Number(one), 1);
  assert.equal(product, Number(factor) * 2 ** Number(bits));
});
