// The reader's glossary in views, and why a text reads as it does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "shuye";
import { rejects } from "./rejects.js";

const source = "---\ntitle: 张三的软件\n---\n\n𠀀他的**软**件，`软件`和“头发”内存。\n\n```\n软件\n```\n";
const glossary = { entries: [{ from: "软件", to: "程式" }], protect: ["张三"] };
const script = "zh-Hant-TW";

test("every output has the reader's words, and code is left alone", async () => {
  const article = await open(source, { format: "markdown" });
  const options = { script, glossary, keywords: ["軟件"] };
  const view = await article.view(options);
  assert.equal(view.metadata.title, "张三的程式");
  assert.deepEqual(view.blocks.map(({ text }) => text), ["𠀀他的程式，软件和“頭髮”記憶體。", "软件"]);
  const marked = view.matches.map(({ block, start, end }) => view.blocks[block].text?.slice(start, end));
  assert.deepEqual(marked, ["程式", "软件", "软件"]);
  assert.match(await article.toHtml(options), /张三的程式[^]*<strong><mark[^>]*>程式<\/mark><\/strong>[^]*<code>/);
  assert.match(await article.toText(options), /程式，软件/);
  assert.match(await article.toMarkdown(options), /程式/);
  assert.match(JSON.stringify(await article.toTree(options)), /程式/);
  assert.match(await article.toText({ script }), /軟體，软件/);
  article.close();
});

test("the glossary counts where nothing else is converted, but not in the original", async () => {
  const article = await open("软件。", { format: "plain" });
  assert.equal((await article.view({ script: "zh-Hans", glossary })).blocks[0].text, "程式。");
  assert.equal((await article.view({ script: "original", glossary })).blocks[0].text, "软件。");
  article.close();
});

test("explains the place that a reader taps", async () => {
  const article = await open(source, { format: "markdown" });
  const options = { script, glossary, punctuation: "regional" };
  const { blocks } = await article.view(options);
  const original = (await article.view()).blocks;
  const explain = async (/** @type {string} */ place, block = 0) => {
    const why = await article.explain({ block, offset: /** @type {string} */ (blocks[block].text).indexOf(place) }, options);
    assert.equal(why.block, block);
    assert.equal(why.result, blocks[block].text?.slice(why.start, why.end));
    assert.equal(why.source.text, original[block].text?.slice(why.source.start, why.source.end));
    assert.equal(why.changed, why.result !== why.source.text);
    return why;
  };
  assert.deepEqual(await explain("憶"), {
    block: 0,
    start: 14,
    end: 17,
    result: "記憶體",
    changed: true,
    source: { start: 14, end: 16, text: "内存" },
    steps: [
      { rule: "character", configuration: "s2twp", dictionary: "STCharacters", from: "内", to: "內" },
      { rule: "phrase", configuration: "s2twp", dictionary: "TWPhrases", from: "內存", to: "記憶體" },
    ],
  });
  const none = { configuration: null, dictionary: null };
  assert.deepEqual((await explain("式")).steps, [{ rule: "glossary", ...none, from: "软件", to: "程式" }]);
  assert.deepEqual((await explain("软")).steps, [{ rule: "code", ...none, from: "软", to: "软" }]);
  assert.deepEqual((await explain("「")).steps, [{ rule: "punctuation", ...none, from: "“", to: "「" }]);
  assert.deepEqual((await explain("件", 1)).steps, [{ rule: "code", ...none, from: "件", to: "件" }]);
  assert.deepEqual((await explain("他")).steps, []);
  // The second unit of a character is the character.
  const first = await article.explain({ block: 0, offset: 1 }, options);
  assert.deepEqual([first.start, first.end, first.result, first.changed], [0, 2, "𠀀", false]);
  article.close();
});

test("a place that is none is an error", async () => {
  const article = await open(source, { format: "markdown" });
  const options = { script };
  const length = (await article.view(options)).blocks[0].text?.length ?? 0;
  for (const [block, offset] of [[0, length], [9, 0], [0, 2 ** 32 - 1]]) {
    await rejects(() => article.explain({ block, offset }, options), "invalid_option");
  }
  /** @type {any[]} */
  const positions = [undefined, null, 7, {}, { block: 0 }, { block: 0, offset: -1 }, { block: 0.5, offset: 0 }];
  for (const position of positions) await rejects(() => article.explain(position, options), "invalid_option");
  await rejects(() => article.explain({ block: 0, offset: 0 }, { script: "klingon" }), "unknown_script");
  article.close();
  await rejects(() => article.explain({ block: 0, offset: 0 }), "closed");
});
