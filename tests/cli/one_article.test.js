import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { folder, inFolder, packs, shuye, skip, start } from "./shuye.js";

const article = "# 标题\n\n腾讯的**软件**，Kimi。\n";
writeFileSync(inFolder("a.md"), article);

test("writes an article element by default, from a file and from standard input", { skip }, async () => {
  const fromFile = await shuye(["a.md"]);
  assert.equal(fromFile.code, 0);
  assert.equal(fromFile.stderr, "");
  assert.match(fromFile.stdout, /^<article class="shuye" lang="zh-Hans">[^]*<h1>标题<\/h1>[^]*<strong>软件<\/strong>[^]*<\/article>\n$/);
  assert.equal((await shuye(["-", "--name", "a.md"], { input: article })).stdout, fromFile.stdout);
  assert.equal((await shuye(["--format", "markdown"], { input: article })).stdout, fromFile.stdout);
  assert.equal((await shuye(["--", "a.md"])).stdout, fromFile.stdout);
});

test("writes each output", { skip }, async () => {
  const to = async (/** @type {string} */ name) => (await shuye(["a.md", "--to", name])).stdout;
  assert.equal(await to("text"), "腾讯的软件，Kimi。\n");
  assert.match(await to("markdown"), /腾讯的\*\*软件\*\*，Kimi。/);
  assert.match(await to("page"), /^<!DOCTYPE html>\n[^]*<title>标题<\/title>[^]*<\/html>\n$/);
  const json = JSON.parse(await to("json"));
  assert.equal(json.schema, 1);
  assert.equal(json.metadata.title, "标题");
  assert.equal(JSON.parse(await to("tree"))[0], "article");
});

test("reads old charsets, by the packs that they need", { skip }, async () => {
  // <meta charset="utf-8"><h1>舊頁</h1> and a paragraph, in Big5.
  const input = Buffer.from(
    "3c6d65746120636861727365743d227574662d38223e3c68313ec2c2adb63c2f68313e3c703eb36fac4fb171ab65a673a455a8d3aabaa440ac71a4e5a672a141a5ceaabaac4fc2c2bd73bd58a141bba1aabaab6fac4fa74faababd73bd58a1433c2f703e",
    "hex",
  );
  const { code, stdout, stderr } = await shuye(["-", "--to", "json"], { input });
  assert.equal(code, 0);
  const { metadata, text } = JSON.parse(stdout);
  assert.equal(metadata.title, "舊頁");
  assert.equal(metadata.charset, "big5");
  assert.match(text, /這是從前存下來的一段文字/);
  assert.match(stderr, /utf-8.* is declared, but the text is in big5/);
  assert.equal((await shuye(["-", "--to", "text", "--charset", "big5-hkscs"], { input })).stderr, "");
  const without = await shuye(["-"], { input, env: { SHUYE_PACKS: folder } });
  assert.equal(without.code, 1);
  assert.match(without.stderr, /big5\.pack cannot be read/);
});

test("JSON has each name once", { skip }, async () => {
  const { stdout } = await shuye(["a.md", "--to", "json"]);
  const names = Object.keys(JSON.parse(stdout));
  // JSON.parse takes the last of two without a word.
  for (const name of ["schema", "metadata", "outline", "blocks", "matches", "trace", "stats"]) {
    assert.equal(stdout.split(`"${name}":`).length, 2, name);
  }
  assert.deepEqual(names, ["schema", "metadata", "outline", "blocks", "text", "keywords", "matches", "trace", "stats", "view"]);
});

test("sets the script's own punctuation when it is asked to", { skip }, async () => {
  const run = (/** @type {string} */ name) =>
    shuye(["-", "--format", "plain", "--to", "text", "--script", "zh-Hant-TW", "--punctuation", name], { input: "他说“好”,走吗?\n" });
  assert.equal((await run("regional")).stdout, "他說「好」，走嗎？\n");
  assert.equal((await run("keep")).stdout, "他說“好”,走嗎?\n");
  const wrong = await run("nice");
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /there are keep, regional/);
});

test("converts, and marks keywords of either script", { skip }, async () => {
  const { code, stdout } = await shuye(["a.md", "--script=zh-TW", "--keywords", "騰訊、 kimi", "--keywords", "没有；软件"]);
  assert.equal(code, 0);
  assert.match(stdout, /lang="zh-Hant-TW"/);
  assert.match(stdout, /<mark data-keyword="0"[^>]*>騰訊<\/mark>/);
  assert.match(stdout, /<mark data-keyword="1"[^>]*>Kimi<\/mark>/);
  assert.match(stdout, /<mark data-keyword="3"[^>]*>軟體<\/mark>/);
  assert.doesNotMatch(stdout, /data-keyword="2"/);
});

test("marks the article's own keywords when asked", { skip }, async () => {
  writeFileSync(inFolder("tags.md"), "---\ntitle: 题\ntags: [软件]\n---\n\n一个软件。\n");
  assert.doesNotMatch((await shuye(["tags.md"])).stdout, /<mark/);
  assert.match((await shuye(["tags.md", "--article-keywords"])).stdout, /<mark[^>]*>软件<\/mark>/);
});

test("finds its packs beside itself, by the environment and by --packs", { skip }, async () => {
  const args = ["a.md", "--script", "zh-Hant", "--to", "text"];
  const converted = "騰訊的軟件，Kimi。\n";
  assert.equal((await shuye([...args, "--packs", packs], { env: { SHUYE_PACKS: "/nowhere" } })).stdout, converted);
  assert.equal((await shuye(args, { env: { SHUYE_PACKS: packs } })).stdout, converted);
  // dist/packs is made with the package, which a native build alone does not make.
  if (existsSync(new URL("../../dist/packs", import.meta.url))) {
    assert.equal((await shuye(args, { env: { SHUYE_PACKS: "" } })).stdout, converted);
  }
});

test("says what a missing or damaged pack is", { skip }, async () => {
  const args = ["a.md", "--script", "zh-Hant", "--packs"];
  const missing = await shuye([...args, "nowhere"]);
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /^shuye: a\.md: convert: the pack nowhere\/[a-z0-9]+\.pack cannot be read: No such file or directory\n$/);
  assert.equal(missing.stdout, "");
  mkdirSync(inFolder("cut"));
  for (const name of readdirSync(packs)) {
    const whole = readFileSync(`${packs}/${name}`);
    writeFileSync(inFolder(`cut/${name}`), whole.subarray(0, whole.length / 2));
  }
  const cut = await shuye([...args, "cut"]);
  assert.equal(cut.code, 1);
  assert.match(cut.stderr, /^shuye: a\.md: convert: (at byte \d+: )?the pack cut\/[a-z0-9]+\.pack is damaged: [^\n]+\n$/);
});

/** @type {[string, string[], RegExp][]} */
const wrongUsage = [
  ["an unknown script", ["a.md", "--script", "klingon"], /--script: unknown script "klingon"; there are original, zh-Hans/],
  ["an unknown output", ["a.md", "--to", "pdf"], /--to: unknown output "pdf"; there are html, page/],
  ["an unknown format", ["a.md", "--format", "docx"], /--format: unknown format "docx"; there are markdown, html, plain/],
  ["an unknown role", ["a.md", "--show", "body,ads"], /--show: unknown role "ads"; there are body/],
  ["no role", ["a.md", "--show", ","], /--show: no role to show/],
  ["an unknown option", ["a.md", "--colour"], /unknown option --colour/],
  ["an unknown short option", ["a.md", "-x"], /unknown option -x/],
  ["a value that is missing", ["a.md", "--script"], /--script needs a value/],
  ["an option in a value's place", ["a.md", "--script", "--to", "html"], /--script needs a value/],
  ["an empty value", ["a.md", "--packs="], /--packs needs a value/],
  ["a value that is too much", ["a.md", "--quiet=yes"], /--quiet takes no value/],
  ["two files", ["a.md", "b.md"], /one FILE at a time/],
];
for (const [what, args, message] of wrongUsage) {
  test(`refuses ${what} with exit code 2`, { skip }, async () => {
    const { code, stdout, stderr } = await shuye(args);
    assert.equal(code, 2);
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.match(stderr, /^shuye: [^\n]+ \(see shuye --help\)\n$/);
  });
}

test("prints its help and its version", { skip }, async () => {
  const help = await shuye(["--help"]);
  assert.equal(help.code, 0);
  assert.equal(help.stderr, "");
  for (const word of ["--script", "--keywords", "--ndjson", "Examples", "Exit codes"]) assert.ok(help.stdout.includes(word), word);
  assert.ok(help.stdout.split("\n").every((line) => line.length <= 80));
  assert.equal((await shuye(["-h", "--colour"])).stdout, help.stdout);
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  assert.equal((await shuye(["--version"])).stdout, `shuye ${version}\n`);
});

test("says why an input cannot be read", { skip }, async () => {
  mkdirSync(inFolder("folder.md"));
  const cases = /** @type {const} */ ([
    ["missing.md", "missing.md: input: No such file or directory"],
    ["folder.md", "folder.md: input: is a folder, not a file"],
  ]);
  for (const [name, message] of cases) {
    const { code, stderr, stdout } = await shuye([name]);
    assert.deepEqual([code, stdout, stderr], [1, "", `shuye: ${message}\n`]);
  }
});

test("says that it has no permission", { skip: skip || (process.getuid?.() === 0 && "root may read everything") }, async () => {
  writeFileSync(inFolder("secret.md"), article);
  chmodSync(inFolder("secret.md"), 0);
  const { code, stderr } = await shuye(["secret.md"]);
  assert.deepEqual([code, stderr], [1, "shuye: secret.md: input: Permission denied\n"]);
});

test("refuses what is no text", { skip }, async () => {
  writeFileSync(inFolder("picture.md"), Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de", "hex"));
  writeFileSync(inFolder("empty.md"), "");
  const picture = await shuye(["picture.md"]);
  assert.equal(picture.code, 1);
  assert.match(picture.stderr, /^shuye: picture\.md: decode: [^\n]+\n$/);
  for (const options of [["empty.md"], ["-"]]) {
    const empty = await shuye(options, { input: " \n" });
    assert.equal(empty.code, 1);
    assert.match(empty.stderr, /^shuye: (empty\.md|stdin): decode: [^\n]+\n$/);
  }
});

test("warns of bytes that are no text, with their place, and goes on", { skip }, async () => {
  const bytes = Buffer.concat([Buffer.from("一二三"), Buffer.from([0xff]), Buffer.from("四五六\n")]);
  const { code, stdout, stderr } = await shuye(["-", "--to", "text"], { input: bytes });
  assert.equal(code, 0);
  assert.equal(stdout, "一二三\ufffd四五六\n");
  assert.match(stderr, /^shuye: stdin: warning: at byte 9: [^\n]+\n$/);
  assert.equal((await shuye(["-", "--quiet"], { input: bytes })).stderr, "");
});

test("warns of broken front matter, and goes on", { skip }, async () => {
  const { code, stdout, stderr } = await shuye(["-", "--name", "x.md", "--to", "text"], { input: "---\ntitle: [b\n---\n\n正文还在。\n" });
  assert.equal(code, 0);
  assert.match(stdout, /正文还在。/);
  assert.match(stderr, /^shuye: stdin: warning: [^\n]+\n$/);
});

test("reads a text of 20 MB, and refuses one above the limit", { skip }, async () => {
  const paragraph = `${"这是一段很长的文章，讲的是软件。".repeat(40)}\n\n`;
  const times = Math.ceil(20e6 / Buffer.byteLength(paragraph));
  const { code, stdout } = await shuye(["-", "--to", "text", "--script", "zh-Hant-TW"], { input: paragraph.repeat(times) });
  assert.equal(code, 0);
  assert.ok(stdout.length > 6e6);
  assert.equal(stdout.split("軟體").length - 1, 40 * times);
  const large = await shuye(["-"], { input: Buffer.alloc((64 << 20) + 1, "a") });
  assert.equal(large.code, 1);
  assert.match(large.stderr, /^shuye: stdin: decode: [^\n]+\n$/);
});

test("replaces its output file in one step", { skip }, async () => {
  writeFileSync(inFolder("out.txt"), "before");
  chmodSync(inFolder("out.txt"), 0o640);
  const failed = await shuye(["missing.md", "-o", "out.txt"]);
  assert.equal(failed.code, 1);
  assert.equal(readFileSync(inFolder("out.txt"), "utf8"), "before");
  const bad = await shuye(["empty.md", "-o", "out.txt"]);
  assert.equal(bad.code, 1);
  assert.equal(readFileSync(inFolder("out.txt"), "utf8"), "before");
  const written = await shuye(["a.md", "--to", "text", "-o", "out.txt"]);
  assert.deepEqual([written.code, written.stdout], [0, ""]);
  assert.equal(readFileSync(inFolder("out.txt"), "utf8"), "腾讯的软件，Kimi。\n");
  assert.equal(statSync(inFolder("out.txt")).mode & 0o777, 0o640);
  symlinkSync("out.txt", inFolder("link.txt"));
  await shuye(["a.md", "--to", "markdown", "--output=link.txt"]);
  assert.match(readFileSync(inFolder("out.txt"), "utf8"), /\*\*软件\*\*/);
  assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith(".")), []);
});

test("says why it cannot write", { skip }, async () => {
  const cases = [
    ["folder.md", /^shuye: folder\.md: output: Is a directory\n$/],
    ["nowhere/out.html", /^shuye: nowhere\/out\.html: output: No such file or directory\n$/],
  ];
  for (const [name, message] of cases) {
    const { code, stderr } = await shuye(["a.md", "-o", String(name)]);
    assert.equal(code, 1);
    assert.match(stderr, /** @type {RegExp} */ (message));
  }
  const full = await shuye(["a.md", "-o", "/dev/full"]);
  assert.deepEqual([full.code, full.stderr], [1, "shuye: /dev/full: output: No space left on device\n"]);
});

test("ends quietly when its reader has seen enough", { skip }, async () => {
  const child = start(["-", "--to", "text"]);
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdin.on("error", () => {});
  child.stdin.end("一段文章。\n\n".repeat(100_000));
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.deepEqual([code, stderr], [0, ""]);
});
