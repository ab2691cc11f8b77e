import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { test } from "node:test";
import { inFolder, shuye, skip, start } from "./shuye.js";

test("converts a text as it is, from a file and from standard input", { skip }, async () => {
  writeFileSync(inFolder("in.txt"), "# 软件\n<b>头发</b>里面\n`鼠标`");
  const expected = "# 軟體\n<b>頭髮</b>裡面\n`滑鼠`";
  const fromFile = await shuye(["convert", "--config", "s2twp", "in.txt"]);
  assert.deepEqual([fromFile.code, fromFile.stdout, fromFile.stderr], [0, expected, ""]);
  const input = readFileSync(inFolder("in.txt"));
  assert.equal((await shuye(["convert", "--config=s2twp"], { input })).stdout, expected);
  assert.equal((await shuye(["convert", "--config", "s2twp", "-o", "out.txt", "-"], { input })).code, 0);
  assert.equal(readFileSync(inFolder("out.txt"), "utf8"), expected);
  assert.equal((await shuye(["convert", "--config", "t2s"], { input: "" })).stdout, "");
});

test("says what is wrong with the arguments of convert", { skip }, async () => {
  const fails = async (/** @type {string[]} */ args, /** @type {number} */ code, /** @type {RegExp} */ message) => {
    const ended = await shuye(args, { input: "软件" });
    assert.equal(ended.code, code, ended.stderr);
    assert.equal(ended.stdout, "");
    assert.match(ended.stderr, message);
  };
  await fails(["convert"], 2, /needs --config/);
  await fails(["convert", "--config", "s2klingon"], 1, /not one of OpenCC's configurations/);
  await fails(["convert", "--config", "s2t", "--to", "html"], 2, /--to says nothing to `shuye convert`/);
  await fails(["--config", "s2t"], 2, /--config belongs to `shuye convert`/);
});

const table = "软件\t程式\n张三\n# 注\n";

test("takes the reader's glossary, as a table and as JSON", { skip }, async () => {
  writeFileSync(inFolder("words.tsv"), table);
  writeFileSync(inFolder("words.json"), JSON.stringify({ entries: [{ from: "软件", to: "程式" }], protect: ["张三"] }));
  const input = "张三的软件和头发";
  for (const glossary of ["words.tsv", "words.json"]) {
    const run = (/** @type {string[]} */ ...args) => shuye([...args, "--glossary", glossary], { input });
    assert.deepEqual(await run("convert", "--config", "s2twp"), {
      code: 0,
      signal: null,
      stdout: "张三的程式和頭髮",
      stderr: "",
    });
    assert.equal((await run("convert")).stdout, "张三的程式和头发");
    const args = ["--format", "plain", "--to", "text", "--script", "zh-Hant-TW"];
    assert.equal((await run(...args)).stdout, "张三的程式和頭髮\n");
  }
});

test("says what is wrong with a glossary, and where", { skip }, async () => {
  const fails = async (/** @type {string} */ text, /** @type {string} */ message) => {
    writeFileSync(inFolder("wrong"), text);
    for (const args of [["convert", "--config", "s2t"], []]) {
      const ended = await shuye([...args, "--glossary", "wrong"], { input: "软件" });
      assert.deepEqual([ended.code, ended.stdout, ended.stderr], [1, "", `shuye: wrong: input: ${message}\n`]);
    }
  };
  await fails("甲\t乙\n\t丙\n", "at byte 8: line 2: the term is empty");
  await fails("甲\t乙\n甲\t丙\n", 'at byte 8: line 2: "甲" is to become "乙" and "丙"');
  await fails('{"entries": [\n  {"from": "甲" "to": "乙"}\n]}', "at byte 35: line 2: this is no JSON");
  await fails('{"entries": [{"from": "甲"}]}', "entry 1 of the glossary must have from and to, both strings");
  await fails('{"entries": [{"from": "甲", "to": ""}]}', "entry 1 of the glossary: what it becomes is empty");
  await fails('{"entries": {}}', "entries must be a list");
  await fails('{"protect": [1]}', "protect must hold strings only");
  await fails('{"words": []}', 'a glossary has entries and protect, and no "words"');
  const missing = await shuye(["convert", "--config", "s2t", "--glossary", "nowhere.tsv"], { input: "" });
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /^shuye: nowhere\.tsv: /);
});

test("explains what it changes, in a table", { skip }, async () => {
  const input = "软件、软件\n的鼠标里\n";
  assert.equal(
    (await shuye(["convert", "--config", "s2twp", "--explain"], { input })).stdout,
    [
      "次數  首見  原文 → 結果  依據",
      "2     1:1   软件 → 軟體  字 软→軟 STCharacters；詞 軟件→軟體 TWPhrases",
      "1     2:2   鼠标 → 滑鼠  字 标→標 STCharacters；詞 鼠標→滑鼠 TWPhrases",
      "1     2:4   里 → 裡      字 里→裏 STCharacters；字 裏→裡 TWVariants",
      "",
    ].join("\n"),
  );
  writeFileSync(inFolder("words.tsv"), table);
  const { stdout } = await shuye(["convert", "--explain", "--glossary", "words.tsv"], { input });
  assert.match(stdout, /^次数 {2}首见 {2}原文 → 结果 {2}依据\n2 {5}1:1 {3}软件 → 程式 {2}词表 软件→程式\n$/);
  const wrong = await shuye(["--explain"], { input });
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /--explain belongs to `shuye convert`/);
});

test("passes on what is certain before the input ends", { skip }, async () => {
  const child = start(["convert", "--config", "s2t"]);
  child.stdin.write("头发，里");
  const [first] = await once(child.stdout, "data");
  assert.equal(String(first), "頭髮，");
  child.stdin.end("面");
  const [rest] = await once(child.stdout, "data");
  assert.equal(String(rest), "裏面");
});

test("takes constant memory", { skip: skip || (process.platform === "linux" ? false : "reads /proc") }, async () => {
  const line = `${"头发里面的软件，".repeat(20)}\n`;
  const block = Buffer.from(line.repeat(2000));
  const child = start(["convert", "--config", "s2twp"]);
  let received = 0;
  child.stdout.on("data", (chunk) => (received += chunk.length));
  const status = `/proc/${child.pid}/status`;
  const peak = () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1]);
  const peaks = [];
  for (let i = 0; i < 64; ++i) {
    if (!child.stdin.write(block)) await once(child.stdin, "drain");
    if (i === 3 || i === 63) peaks.push(peak());
  }
  child.stdin.end();
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  assert.equal(received, 64 * block.length);
  // 60 MB more pass through, and not one of them stays.
  assert.ok(peaks[1] - peaks[0] < 4096, `${peaks.join(" kB, then ")} kB`);
});
