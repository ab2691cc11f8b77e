import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { inFolder, shuye, skip, start } from "./shuye.js";

writeFileSync(inFolder("a.md"), "# 标题\n\n腾讯的**软件**，Kimi。\n");

/** @param {string} text */
const lines = (text) => text.trimEnd().split("\n").map((line) => JSON.parse(line));

/** @param {unknown[]} requests @param {string[]} args */
async function batch(requests, args = []) {
  const input = requests.map((request) => (typeof request === "string" ? request : JSON.stringify(request))).join("\n");
  const run = await shuye(["--ndjson", ...args], { input });
  return { ...run, answers: lines(run.stdout) };
}

test("answers each line in its order, good or bad", { skip }, async () => {
  const { code, stderr, answers } = await batch([
    { id: 1, text: "# 题\n\n软件。\n", format: "markdown", to: "text" },
    "no JSON at all",
    { id: "two", path: "a.md", to: "json", script: "zh-Hant-TW", keywords: ["騰訊", "软件"] },
    "",
    { id: { deep: [1, null] } },
    "[1, 2]",
    { id: 5, text: "一", path: "a.md" },
    { id: 6, path: "missing.md" },
    { id: 7, text: "" },
    { id: 8, text: "字", script: "klingon" },
    { id: 9, text: "字", to: 7 },
    { text: "没有编号。", to: "tree" },
  ]);
  assert.equal(code, 0);
  assert.equal(stderr, "");
  assert.deepEqual(answers.map(({ id }) => id), [1, null, "two", { deep: [1, null] }, null, 5, 6, 7, 8, 9, null]);
  assert.deepEqual(answers.map(({ ok }) => ok), [true, false, true, false, false, false, false, false, false, false, true]);
  assert.deepEqual(answers[0], { id: 1, ok: true, result: "软件。\n" });
  assert.equal(answers[2].result.view.script, "zh-Hant-TW");
  assert.deepEqual(answers[2].result.keywords.map((/** @type {{ count: number }} */ { count }) => count), [1, 1]);
  assert.equal(answers[10].result[0], "article");
  const errors = answers.filter(({ ok }) => !ok);
  assert.deepEqual(errors.map(({ line }) => line), [2, 5, 6, 7, 8, 9, 10, 11]);
  assert.deepEqual(
    errors.map(({ error }) => error.code),
    ["invalid_option", "invalid_option", "invalid_option", "invalid_option", "unreadable", "empty_input", "unknown_script", "invalid_option"],
  );
  for (const { error } of errors) {
    assert.deepEqual(Object.keys(error).sort(), ["code", "message", "offset", "stage"]);
    assert.ok(error.message.length > 5);
  }
  assert.equal(errors[5].error.stage, "decode");
});

test("takes the command line's options as defaults", { skip }, async () => {
  const args = ["--to", "text", "--script", "zh-Hant-TW", "--keywords", "软件"];
  const { answers } = await batch(
    [
      { id: 1, text: "软件。" },
      { id: 2, text: "软件。", script: "original" },
      { id: 3, text: "软件，腾讯。", to: "html", keywords: ["腾讯"] },
      { id: 4, text: "软件，腾讯。", to: "html", keywords: "腾讯、软件" },
      { id: 5, text: "软件。", to: "html" },
    ],
    args,
  );
  assert.equal(answers[0].result, "軟體。\n");
  assert.equal(answers[1].result, "软件。\n");
  assert.match(answers[2].result, /軟體，<mark data-keyword="0"[^>]*>騰訊/);
  assert.match(answers[3].result, /<mark data-keyword="1"[^>]*>軟體<\/mark>，<mark data-keyword="0"[^>]*>騰訊/);
  assert.match(answers[4].result, /<mark data-keyword="0"[^>]*>軟體/);
});

test("takes a glossary of a line's own", { skip }, async () => {
  writeFileSync(inFolder("words.tsv"), "软件\t程式\n");
  const line = { text: "软件和头发", format: "plain", to: "text", script: "zh-Hant-TW" };
  const { answers } = await batch(
    [line, { ...line, glossary: { protect: ["头发"] } }, { ...line, glossary: { entries: [{ from: "", to: "甲" }] } }],
    ["--glossary", "words.tsv"],
  );
  assert.deepEqual(answers.slice(0, 2).map(({ result }) => result), ["程式和頭髮\n", "軟體和头发\n"]);
  assert.equal(answers[2].error.code, "invalid_option");
  assert.equal(answers[2].error.message, "entry 1 of the glossary: the term is empty");
});

test("reads a batch from a file and writes it to one", { skip }, async () => {
  writeFileSync(inFolder("batch.ndjson"), '{"id":1,"text":"一。"}\r\n{"id":2,"text":"二。"}\r\n');
  const { code, stdout } = await shuye(["--ndjson", "batch.ndjson", "--to", "text", "-o", "answers.ndjson"]);
  assert.deepEqual([code, stdout], [0, ""]);
  const answers = lines(readFileSync(inFolder("answers.ndjson"), "utf8"));
  assert.deepEqual(answers.map(({ result }) => result), ["一。\n", "二。\n"]);
  const missing = await shuye(["--ndjson", "missing.ndjson"]);
  assert.deepEqual([missing.code, missing.stderr], [1, "shuye: missing.ndjson: input: No such file or directory\n"]);
});

test("answers a line before the next one comes, so that it works as a filter", { skip }, async () => {
  const child = start(["--ndjson", "--to", "text"]);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const text of ["第一。", "第二。", "第三。"]) {
    child.stdin.write(`${JSON.stringify({ id: text, text })}\n`);
    const answer = await answers.next();
    assert.deepEqual(JSON.parse(answer.value), { id: text, ok: true, result: `${text}\n` });
  }
  child.stdin.end();
  assert.equal(await new Promise((resolve) => child.on("close", resolve)), 0);
});

test("refuses lines that are too long or too deep, and goes on", { skip }, async () => {
  const long = Buffer.concat([Buffer.alloc((128 << 20) + 1, "x"), Buffer.from('\n{"id":2,"text":"二。"}\n')]);
  const { code, stdout } = await shuye(["--ndjson", "--to", "text"], { input: long });
  assert.equal(code, 0);
  const [first, second] = lines(stdout);
  assert.equal(first.error.code, "too_large");
  assert.equal(first.line, 1);
  assert.equal(second.result, "二。\n");
  const deep = `{"id":${"[".repeat(1e6)}${"]".repeat(1e6)},"text":"一"}`;
  const { answers } = await batch([deep, { id: 2, text: "二。", to: "text" }]);
  assert.deepEqual(answers.map(({ ok }) => ok), [false, true]);
});

test("tells of an article's warnings with the line", { skip }, async () => {
  const request = { id: 1, name: "x.md", text: "---\ntitle: [b\n---\n\n正文。\n" };
  const { stderr, answers } = await batch([request]);
  assert.equal(answers[0].ok, true);
  assert.match(stderr, /^shuye: stdin:1: warning: [^\n]+\n$/);
  assert.equal((await batch([request], ["--quiet"])).stderr, "");
});

test("keeps its memory while a batch goes on", { skip }, async () => {
  const child = start(["--ndjson", "--to", "text"]);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = `${JSON.stringify({ id: 1, text: "一段文章。\n\n".repeat(20_000) })}\n`;
  // The most that it ever took: what it has at one moment depends on how much of it is given back by then.
  const highest = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]);
  let early = 0;
  for (let round = 0; round < 40; ++round) {
    child.stdin.write(line);
    await answers.next();
    if (round === 5) early = highest();
  }
  const late = highest();
  child.stdin.end();
  await new Promise((resolve) => child.on("close", resolve));
  assert.ok(early > 0);
  assert.ok(late < early * 1.5, `${early} KiB, then ${late} KiB`);
});
