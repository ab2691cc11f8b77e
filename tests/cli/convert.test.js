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
