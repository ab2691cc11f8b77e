// The harness itself, on tiny inputs and mostly in Node alone, so that it cannot rot: no figure is looked at.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/lib/paths.js";
import { chromium } from "../browser/lib/chromium.js";
import { keywordSets, writeArticle } from "./lib/highlight_inputs.js";
import { writeInputs } from "./lib/inputs.js";
import { measure } from "./lib/measure.js";
import { measureReading } from "./lib/measure_reading.js";
import { readOptions } from "./lib/options.js";
import { median } from "./lib/samples.js";

test("a quick run measures, compares and reports", async () => {
  const options = readOptions(["--quick", "--environments=node", "--configurations=s2t,tw2sp", "--only=convert,first,open"]);
  const report = await measure({ ...options, bytes: 2000, openingSizes: [3000, 6000], warmUp: 0 }, () => {});
  for (const part of ["## Throughput", "### articles", "### random", "## First use", "## Opening", "### HTML", "load before"]) {
    assert.ok(report.includes(part), part);
  }
  assert.match(report, /^\| s2t \| [^\n]*\d+\.\d ×/m);
  assert.match(report, /^\| tw2sp \|/m);
  assert.match(report, /^\| 6 kB \| – \| \d+\.\d \| – \| \d+\.\d \| \d+\.\d × \|/m);
  assert.doesNotMatch(report, /NaN|undefined|opencc-js in s2t of articles/);
});

test("inputs are the same every time, whole lines and well formed", () => {
  const folder = inRoot("build/bench/test");
  const read = () => writeInputs(folder, 5000).map(({ path }) => readFileSync(path));
  const inputs = read();
  assert.deepEqual(read(), inputs);
  assert.equal(inputs.length, 4);
  for (const input of inputs) {
    assert.ok(input.length >= 5000);
    assert.equal(input.at(-1), 10);
    new TextDecoder("utf-8", { fatal: true }).decode(input);
  }
});

test("a quick run shows, marks and types in Chromium", { skip: chromium.missing() }, async () => {
  const options = readOptions(["--quick", "--only=highlight,whole,type"]);
  const reading = { highlight: 20_000, keywords: [3, 30], wholeWay: [3000], typing: 5000, words: 1 };
  const report = await measureReading({ ...options, calls: 1, reading }, () => {});
  for (const part of ["## Keywords marked", "## The whole way", "### 3 kB", "## A keyword typed", "load before"]) {
    assert.ok(report.includes(part), part);
  }
  assert.match(report, /^\| 30: advanced-mark.js, `combinePatterns` \| \d+ \| \d+ \| \d+\.\d \| \d+\.\d \| \d+\.\d × \|/m);
  assert.match(report, /^\| markdown-it \+ opencc-js \+ mark\.js \| [1-9]\d* \| \d+\.\d \|/m);
  assert.match(report, /^\| HTML made before, only shown \| [1-9]\d* \| \d+\.\d \|/m);
  assert.match(report, /^\| on the screen \| \d+\.\d \| \d+\.\d \|$/m);
  assert.doesNotMatch(report, /NaN|undefined|too slow/);
});

test("keywords are the same every time, distinct, and of the text as long as there are few", () => {
  const article = writeArticle(inRoot("build/bench/test/reading"), "html", 20_000);
  const sets = keywordSets(article, [20, 600]);
  assert.deepEqual(keywordSets(article, [20, 600]), sets);
  const text = readFileSync(article, "utf8");
  for (const { count, lists } of sets) {
    for (const list of lists) assert.equal(new Set(list).size, count);
    assert.notDeepEqual(lists[0], lists[1]);
  }
  assert.ok(sets[0].lists.flat().every((keyword) => text.includes(keyword)));
});

test("options are checked", () => {
  for (const argument of ["--only=nothing", "--rounds=0", "--rounds=many", "--configurations=s2x", "--faster", "quick"]) {
    assert.throws(() => readOptions([argument]), argument);
  }
  assert.deepEqual(readOptions(["--only=sizes,convert"]).only, ["convert", "sizes"]);
  assert.equal(readOptions([]).configurations.length, 16);
});

test("medians", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
});
