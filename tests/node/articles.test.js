// Every example article, through the whole API.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, scripts } from "shuye";
import { examples, readExample } from "./examples.js";

assert.equal(examples.length, 6);

/** Stands as 聯(lián)合國 in the damaged article, which is not repaired. */
const damaged = ["聯合國"];

for (const { file, format, keywords, script: written } of examples) {
  test(`${file}: a view in every script`, async () => {
    const article = await open(readExample(file), { name: file });
    for (const script of scripts) {
      const view = await article.view({ script, keywords });
      assert.equal(view.schema, 1);
      assert.equal(view.metadata.format, format);
      assert.equal(view.metadata.script, written);
      assert.equal(view.view.script, script === "original" || !convertible(written, script) ? written : script);
      assert.ok(view.stats.characters > 500, `${script}: ${view.stats.characters} characters`);
      assert.ok(view.outline.every(({ depth, text, id }) => depth >= 1 && text && id));
      assert.deepEqual(
        view.keywords.slice(0, keywords.length).map(({ text, source }) => [text, source]),
        keywords.map((text) => [text, "reader"]),
      );
    }
    article.close();
  });

  test(`${file}: keywords are found in every script, at the same places`, async () => {
    const article = await open(readExample(file), { name: file });
    const found = await article.find(keywords);
    assert.deepEqual(
      found.keywords.map(({ text }) => text),
      keywords,
    );
    for (const [i, { text, count }] of found.keywords.entries()) {
      assert.ok(count > 0 || damaged.includes(text), `${text} is in the article`);
      assert.equal(count, found.matches.filter(({ keyword }) => keyword === i).length, text);
    }
    for (const script of scripts) {
      const { blocks, matches } = await article.view({ script, keywords });
      assert.deepEqual(matches.map(place), found.matches.map(place), script);
      for (const { block, start, end } of matches) {
        assert.ok(blocks[block].shown);
        assert.ok(start < end && end <= (blocks[block].text ?? "").length);
      }
    }
    article.close();
  });

  test(`${file}: what is found is said with its text in the original and around it`, async () => {
    const article = await open(readExample(file), { name: file });
    const original = await article.view();
    const script = "zh-Hant-TW";
    const view = await article.view({ script });
    const found = await article.find([{ text: keywords[0], colour: 6, label: "甲" }, ...keywords.slice(1)], { script, context: 9 });
    assert.deepEqual([found.keywords[0].colour, found.keywords[0].label, found.keywords[1].colour], [6, "甲", 1]);
    for (const { block, start, end, originalStart, originalEnd, before = "", after = "" } of found.matches) {
      const text = view.blocks[block].text ?? "";
      assert.ok(before.length <= 9 && text.slice(0, start).endsWith(before));
      assert.ok(after.length <= 9 && text.slice(end).startsWith(after));
      assert.ok(originalStart < originalEnd && originalEnd <= (original.blocks[block].text ?? "").length);
    }
    assert.deepEqual(await article.find(keywords, { script }), await article.find(keywords, { script, context: 0 }));
    article.close();
  });

  test(`${file}: every output`, async () => {
    const article = await open(readExample(file), { name: file });
    const options = { script: "zh-Hant-TW", keywords };
    const view = await article.view(options);
    const marks = view.matches.length;

    const html = await article.toHtml(options);
    assert.match(html, /^<article class="shuye" lang="zh-Hant-TW">.*<\/article>\s*$/s);
    assert.ok(html.split("<mark data-keyword=").length - 1 >= marks);
    assert.doesNotMatch(html, /<script|<style|javascript:|\son[a-z]+=/i);

    const page = await article.toPage(options);
    assert.match(page, /^<!doctype html>/i);
    assert.ok(page.includes(html.trim()));
    assert.doesNotMatch(page, /<script/i);

    const tree = await article.toTree(options);
    assert.equal(tree[0], "article");
    assert.ok(countElements(tree, "mark") >= marks);
    const leaves = view.blocks.flatMap(({ shown, text }, at) => (shown && text !== undefined ? [String(at)] : []));
    assert.deepEqual(blocksOf(tree).sort(), leaves.sort(), "each text says whose it is");

    const viewer = await article.viewer(options);
    assert.deepEqual(viewer(), view);
    assert.equal(viewer(), viewer(), "is made once");
    assert.deepEqual(JSON.parse(await article.toJson(options)), view);
    assert.equal((await article.toText(options)).trim(), view.text.trim());
    assert.match(await article.toMarkdown(options), /^---\n/);
    article.close();
  });
}

test("find tells of keywords what the JSON does", async () => {
  const article = await open("---\nkeywords: [茶, 水]\n---\n\n喝茶，喝水，\uFFFD。");
  const keywords = ["水", { text: "喝", colour: 5, label: "a\0\uD800" }, "\uD800", "a\0", { text: "没有", exact: true, label: "" }, ""];
  for (const articleKeywords of [false, true]) {
    const found = await article.find(keywords, { articleKeywords });
    const { keywords: told, matches } = await article.find(keywords, { articleKeywords, context: 1 });
    assert.deepEqual(found, { keywords: told, matches: matches.map(({ before: _before, after: _after, ...match }) => match) });
    assert.equal(found.keywords.length, keywords.length + Number(articleKeywords));
    assert.deepEqual(found.keywords[1], { text: "喝", source: "reader", count: 2, colour: 5, label: "a\uFFFD\uFFFD" });
  }
  article.close();
});

test("the keywords that find was asked for are those it tells of, whatever becomes of the array", async () => {
  const article = await open("喝茶，喝水。");
  const keywords = ["水", "茶"];
  const pending = article.find(keywords);
  keywords.splice(0, 2, "喝");
  assert.deepEqual((await pending).keywords.map(({ text, count }) => [text, count]), [["水", 1], ["茶", 1]]);
  article.close();
});

test("in the tree, what cannot be shown stands for its character", async () => {
  const article = await open("前![图](javascript:x())中[^1]![](data:x)后。\n\n[^2]: 无人问。", { format: "markdown" });
  const { blocks } = await article.view();
  assert.equal(blocks[0].text, "前\uFFFC中[^1]\uFFFC后。");
  const tree = await article.toTree();
  const lost = { class: "object" };
  const line = ["p", { "data-block": "0" }, "前", ["span", lost, "图"], "中[^1]", ["span", lost], "后。"];
  assert.deepEqual(tree.find((child) => Array.isArray(child) && child[0] === "p"), line);
  assert.match(await article.toHtml(), /<p>前图中\[\^1\]后。<\/p>/);
  article.close();
});

test("the reader's Simplified keyword is what stands in the Simplified view", async () => {
  const article = await open("「𠮷野家的騰訊大樓」😀騰訊，與騰訊。");
  const { blocks, matches } = await article.view({ script: "zh-Hans", keywords: ["騰訊"] });
  assert.equal(matches.length, 3);
  for (const { block, start, end } of matches) assert.equal(blocks[block].text?.slice(start, end), "腾讯");
  article.close();
});

test("what cleaning removed comes back", async () => {
  const article = await open(readExample("tea-market.html"), { name: "tea-market.html" });
  const before = await article.view();
  const removal = before.trace.find(
    ({ kind, block }) => kind === "removal" && block !== null && before.blocks[block].role === "clutter",
  );
  assert.ok(removal && removal.block !== null, "the page has clutter");
  assert.equal(before.blocks[removal.block].shown, false);

  await article.restore(removal.id);
  const after = await article.view();
  assert.equal(after.blocks[removal.block].shown, true);
  assert.equal(after.trace[removal.id].restored, true);
  assert.equal(after.trace.length, before.trace.length);
  assert.ok(after.stats.characters > before.stats.characters);
  article.close();
});

test("a view shows the roles that it is asked for", async () => {
  const article = await open(readExample("tea-market.html"), { name: "tea-market.html" });
  const { blocks } = await article.view({ show: ["clutter"] });
  assert.ok(blocks.some(({ shown }) => shown));
  for (const { role, shown } of blocks) assert.equal(shown, role === "clutter");
  article.close();
});

test("the article's own keywords are marked when asked for", async () => {
  const article = await open("---\ntags: [书店, 灯]\n---\n\n一家书店，一盏灯。", { format: "markdown" });
  assert.equal((await article.view()).matches.length, 0);
  const { keywords, matches } = await article.view({ keywords: ["一"], articleKeywords: true });
  assert.deepEqual(
    keywords.map(({ text, source, count }) => [text, source, count]),
    [
      ["一", "reader", 2],
      ["书店", "tags", 1],
      ["灯", "tags", 1],
    ],
  );
  assert.equal(matches.length, 4);
  article.close();
});

/**
 * OpenCC has nothing between Simplified and Japanese.
 *
 * @param {string} from
 * @param {string} to
 */
function convertible(from, to) {
  return from !== "zh-Hans" || to !== "ja";
}

/** @param {import("shuye").Match} match */
function place({ keyword, block }) {
  return [keyword, block];
}

/**
 * @param {import("shuye").Tree} tree
 * @param {string} name
 * @returns {number}
 */
function countElements(tree, name) {
  const children = tree.slice(1).filter((child) => Array.isArray(child));
  return Number(tree[0] === name) + children.reduce((sum, child) => sum + countElements(child, name), 0);
}

/**
 * @param {import("../../wasm/js/types.js").Tree} tree
 * @returns {string[]} the values of `data-block`, in order
 */
function blocksOf(tree) {
  return tree.slice(1).flatMap((child) => {
    if (Array.isArray(child)) return blocksOf(child);
    return typeof child === "object" && "data-block" in child ? [child["data-block"]] : [];
  });
}

test("punctuation follows the script when it is asked to, and marks move along", async () => {
  const article = await open("他说：“**软件**‘服务器’里”,是吗?\n", { format: "markdown" });
  const options = { script: "zh-Hant-TW", keywords: ["服务器"] };
  assert.equal((await article.view(options)).blocks[0].text, "他說：“軟體‘伺服器’裡”,是嗎?");
  const view = await article.view({ ...options, punctuation: "regional" });
  assert.equal(view.blocks[0].text, "他說：「軟體『伺服器』裡」，是嗎？");
  assert.deepEqual(view.matches, [{ keyword: 0, block: 0, start: 7, end: 10, originalStart: 7, originalEnd: 10 }]);
  article.close();
});

test("Traditional that was made character by character becomes proper", async () => {
  const article = await open("舊范式之后,游戲最后的結局由誰來說。\n", { format: "markdown" });
  const view = await article.view({ script: "zh-Hant-TW", keywords: ["范式"] });
  assert.equal(view.view.configuration, "t2s+s2twp");
  assert.equal(view.metadata.detection.byCharacter, true);
  assert.equal(view.blocks[0].text, "舊範式之後,遊戲最後的結局由誰來說。");
  assert.deepEqual(view.matches, [{ keyword: 0, block: 0, start: 1, end: 3, originalStart: 1, originalEnd: 3 }]);
  article.close();
});
