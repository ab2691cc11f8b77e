// Options, errors and the life of an article.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Article, ShuyeError, configure, open, scripts, version } from "shuye";
import { rejects } from "./rejects.js";

const text = "一行字。";

test("the version is the package's", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  assert.equal(version, manifest.version);
});

test("every script that is listed is known, by the names people type, too", async () => {
  const article = await open(text);
  for (const script of [...scripts, "zh-hant-tw", "ZH-CN", "zh-TW", "zh-HK"]) await article.view({ script });
  for (const script of ["", "und", "zh", "en", "zh-Hant-TW\0", "klingon"]) {
    await rejects(() => article.view({ script }), "unknown_script");
  }
  article.close();
});

test("a wrong option is a ShuyeError, never a TypeError from inside", async () => {
  /** @type {any[]} */
  const opening = [null, 7, "markdown", { format: "rtf" }, { format: null }, { charset: 7 }, { name: {} }, { cut: "all" }];
  for (const options of opening) await rejects(() => open(text, options), "invalid_option");

  const article = await open(text);
  /** @type {any[]} */
  const viewing = [
    null,
    "zh-Hans",
    { script: null },
    { script: 7 },
    { keywords: "字" },
    { keywords: [7] },
    { keywords: [, "字"] }, // eslint-disable-line no-sparse-arrays
    { keywords: [null] },
    { keywords: [{}] },
    { keywords: [{ text: "字", match: "somewhere" }] },
    { keywords: [{ text: "字", exact: "yes" }] },
    { keywords: [{ text: "字", colour: 8 }] },
    { keywords: [{ text: "字", label: 7 }] },
    { overlaps: "some" },
    { ignorePunctuation: 1 },
    { regionalWords: "yes" },
    { context: -1 },
    { context: 1e9 },
    { articleKeywords: "yes" },
    { show: "body" },
    { show: ["everything"] },
    { punctuation: "taiwanese" },
    { punctuation: true },
    { glossary: null },
    { glossary: "软件" },
    { glossary: { entries: "软件" } },
    { glossary: { entries: [{ from: "软件" }] } },
    { glossary: { entries: [{ from: "软件", to: "" }] } },
    { glossary: { entries: [{ from: "甲", to: "乙" }, { from: "甲", to: "丙" }] } },
    { glossary: { protect: [7] } },
    { glossary: { protect: ["软\u0007件"] } },
    { keywords: ["字".repeat(1 << 20)] },
  ];
  const methods = /** @type {const} */ (["view", "toHtml", "toPage", "toTree", "toJson", "toMarkdown", "toText"]);
  for (const options of viewing) {
    const stage = Array.isArray(options?.keywords) && options.keywords[0]?.length > 7 ? "search" : "input";
    for (const method of methods) await rejects(() => article[method](options), "invalid_option", stage);
  }
  for (const keywords of /** @type {any[]} */ ([undefined, null, "字", [7]])) {
    await rejects(() => article.find(keywords), "invalid_option");
  }
  for (const id of /** @type {any[]} */ ([undefined, "0", -1, 0.5, NaN, 2 ** 32])) {
    await rejects(() => article.restore(id), "invalid_option");
  }
  await rejects(() => article.restore(4_294_967_295), "unknown_trace_entry", "clean");
  article.close();

  for (const settings of /** @type {any[]} */ ([null, 7, { wasm: 7 }, { packs: 7 }, { wasm: {} }])) {
    await rejects(() => configure(settings), "invalid_option");
  }
});

test("an article that was closed says so, and closing twice is fine", async () => {
  const article = await open(text);
  const viewer = await article.viewer();
  const pending = article.view({ script: "zh-Hant" });
  article.close();
  article.close();
  await rejects(() => pending, "closed");
  await rejects(async () => viewer(), "closed");
  await rejects(() => article.view(), "closed");
  await rejects(() => article.find(["字"]), "closed");
  await rejects(() => article.toTree(), "closed");
  await rejects(() => article.viewer(), "closed");
  await rejects(() => article.restore(0), "closed");
});

test("`using` closes an article", { skip: !Symbol.dispose }, async () => {
  const article = await open(text);
  article[Symbol.dispose]();
  await rejects(() => article.view(), "closed");
});

test("articles are made by open alone", () => {
  // @ts-expect-error: the constructor is private
  assert.throws(() => new Article());
});

test("an error is an Error with a code, a stage and an offset", () => {
  const cause = new Error("cause");
  const error = new ShuyeError("too_large", "decode", "the input is too large", { offset: 7, cause });
  assert.ok(error instanceof Error);
  assert.deepEqual({ ...error }, { name: "ShuyeError", code: "too_large", stage: "decode", offset: 7 });
  assert.equal(error.cause, cause);
  assert.equal(String(error), "ShuyeError: the input is too large");
});
