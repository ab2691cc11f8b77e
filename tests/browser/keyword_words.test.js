// What needs no browser: how keywords are typed and kept, how overlapping matches are cut, the way from match to match.

import assert from "node:assert/strict";
import { test } from "node:test";
import { nextMatch, previousMatch } from "../../wasm/js/steps.js";
import { firstBelow } from "../../web/element/first_below.js";
import { withColours } from "../../web/element/keywords.js";
import { piecesOf } from "../../web/element/pieces.js";
import { keptKeywords, keywordsOf, readKeywords, writeKeywords } from "../../web/page/kept_keywords.js";
import { parseKeyword, parseKeywords, writeKeyword } from "../../web/page/keyword_syntax.js";

/** @typedef {import("../../web/page/keyword_list.js").Word} Word */

test("keywords are typed as they are written", () => {
  /** @type {[string, string, string, boolean][]} */
  const cases = [
    ["腾讯", "腾讯", "auto", false],
    [" kimi* ", "kimi", "prefix", false],
    ["*kimi*", "kimi", "anywhere", false],
    ['"騰訊"', "騰訊", "auto", true],
    ["“騰訊”", "騰訊", "auto", true],
    ["「騰訊」*", "騰訊", "prefix", true],
    ['*"騰訊"*', "騰訊", "anywhere", true],
    ["/colou?r/", "colou?r", "regex", false],
    ["/a{1,2},b/", "a{1,2},b", "regex", false],
    ["*", "*", "auto", false],
    ["/", "/", "auto", false],
    ["//", "//", "auto", false],
    ['""', '""', "auto", false],
    ["a*b", "a*b", "auto", false],
    ["1/2", "1/2", "auto", false],
  ];
  for (const [typed, text, match, exact] of cases) {
    const word = parseKeyword(typed);
    assert.deepEqual(word, { text, match, exact }, typed);
    assert.deepEqual(parseKeyword(writeKeyword(word)), word, typed);
  }
});

test("commas part keywords, but not in expressions and quotations", () => {
  const written = (/** @type {string} */ typed) => parseKeywords(typed).map(writeKeyword);
  assert.deepEqual(written("腾讯，kimi*、软件;x"), ["腾讯", "kimi*", "软件", "x"]);
  assert.deepEqual(written("/a{1,2}/"), ["/a{1,2}/"]);
  assert.deepEqual(written('"一，二"'), ['"一，二"']);
  assert.deepEqual(written('"一"，"二"'), ['"一"', '"二"']);
  assert.deepEqual(written(" ， "), []);
});

/** @param {string} typed @param {Partial<Word>} [more] @returns {Word} */
const word = (typed, more = {}) => ({ ...parseKeyword(typed), colour: 0, on: true, ...more });

test("an address brings back what it was written from", () => {
  const words = ["腾讯", "a b", "50%", "/a{1,2}&=#/", '"一，二"', "kimi*"].map((typed) => word(typed));
  const address = writeKeywords([...words, word("不在", { on: false })]);
  assert.match(address, /^[\w%,*.~!'()-]+$/u);
  const back = readKeywords(`#script=zh-Hant&q=${address}&x=1`);
  assert.deepEqual(back?.map(writeKeyword), words.map(writeKeyword));
  assert.deepEqual(readKeywords("#q=%E8%85%BE%E8%AE%AF%EF%BC%8Ckimi+2,%E4")?.map(({ text }) => text), ["腾讯", "kimi 2", "%E4"]);
  assert.deepEqual(readKeywords("#q="), []);
  assert.equal(readKeywords("#script=zh-Hant"), null);
});

test("who follows an address sees what it asks for, and keeps their own", () => {
  const kept = [word("甲", { colour: 3 }), word("乙", { colour: 1 }), word("丙", { on: false, colour: 2 })];
  const words = keywordsOf([parseKeyword("丁"), parseKeyword("乙"), parseKeyword("丁")], kept);
  assert.deepEqual(words.map(({ text, on, colour, lent = false }) => [text, on, colour, lent]), [
    ["甲", false, 3, false],
    ["乙", true, 1, false],
    ["丙", false, 2, false],
    ["丁", true, 0, true],
  ]);
});

test("of what was kept, what cannot be used is left", () => {
  assert.deepEqual(keptKeywords("x"), []);
  assert.deepEqual(keptKeywords([null, { text: 1 }, { text: " " }, { text: "x".repeat(2000) }]), []);
  assert.deepEqual(keptKeywords([{ text: "甲", match: "all", colour: 99, exact: "yes", on: 0, html: "<b>" }]), [
    { text: "甲", match: "auto", exact: false, colour: 0, on: true },
  ]);
});

test("colours are the first that are used least, and stay", () => {
  const colours = (/** @type {{ colour: number }[]} */ all) => all.map(({ colour }) => colour);
  const first = withColours(["a", "b", { text: "c", colour: 0 }, "d"], []);
  assert.deepEqual(colours(first), [1, 2, 0, 3]);
  assert.deepEqual(colours(withColours(["b", "d", "e"], first)), [2, 3, 0]);
  assert.deepEqual(colours(withColours([..."abcdefghij"], [])), [0, 1, 2, 3, 4, 5, 6, 7, 0, 1]);
});

/** @param {...[number, number, number, number]} matches keyword, block, start, end */
const matches = (...matches) => matches.map(([keyword, block, start, end]) => ({ keyword, block, start, end, originalStart: start, originalEnd: end }));

test("overlapping matches are cut into pieces that know whose they are", () => {
  const cut = (/** @type {[number, number, number, number][]} */ ...given) =>
    piecesOf(matches(...given)).map((piece) => [piece.block, piece.start, piece.end, piece.matches.join(" ")]);
  assert.deepEqual(cut(), []);
  assert.deepEqual(cut([0, 1, 0, 2], [1, 1, 2, 4], [0, 2, 0, 2]), [[1, 0, 2, "0"], [1, 2, 4, "1"], [2, 0, 2, "2"]]);
  assert.deepEqual(cut([0, 1, 0, 3], [1, 1, 1, 3]), [[1, 0, 1, "0"], [1, 1, 3, "0 1"]]);
  assert.deepEqual(cut([0, 1, 0, 3], [1, 1, 2, 5], [2, 1, 4, 6], [0, 1, 6, 7]), [
    [1, 0, 2, "0"], [1, 2, 3, "0 1"], [1, 3, 4, "1"], [1, 4, 5, "1 2"], [1, 5, 6, "2"], [1, 6, 7, "3"],
  ]);
  assert.deepEqual(cut([0, 1, 0, 2], [1, 1, 0, 2], [2, 1, 0, 1]), [[1, 0, 1, "0 1 2"], [1, 1, 2, "0 1"]]);
});

test("the way from match to match goes around the ends", () => {
  const all = matches([0, 0, 0, 1], [1, 0, 1, 2], [0, 0, 2, 3]);
  assert.deepEqual([nextMatch(all, -1), nextMatch(all, 2), previousMatch(all, 0), previousMatch(all, 3)], [0, 0, 2, 2]);
  assert.deepEqual([nextMatch(all, 0, 0), nextMatch(all, 2, 1), nextMatch(all, 1, 1), nextMatch(all, 0, 5), nextMatch([], -1)], [2, 1, 1, -1, -1]);
  assert.deepEqual([0, 15, 30, 31, 100].map((height) => firstBelow(4, (index) => index * 10, height)), [0, 2, 3, 4, 4]);
});
