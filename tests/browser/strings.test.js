// The interface says everything in each of its languages.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { ruleInWords } from "../../web/page/rules.js";
import { STRINGS } from "../../web/page/strings.js";

const folder = new URL("../../web/page/", import.meta.url);

test("each language has the same texts, with the same values in them", () => {
  const { en, ...others } = STRINGS;
  const values = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [language, strings] of Object.entries(others)) {
    assert.deepEqual(Object.keys(strings).sort(), Object.keys(en).sort(), language);
    for (const [key, text] of Object.entries(strings)) {
      assert.deepEqual(values(text), values(/** @type {string} */ (en[key])), `${language}: ${key}`);
    }
  }
});

test("there is a text for each that the page asks for", async () => {
  const html = await readFile(new URL("index.html", folder), "utf8");
  const asked = [...html.matchAll(/data-t(?:-label|-placeholder)?="([^"]+)"/g)].map((match) => match[1]);
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".js"))) {
    const code = await readFile(new URL(name, folder), "utf8");
    asked.push(...[...code.matchAll(/\bt\("([^"]+)"/g)].map((match) => match[1]));
  }
  assert.ok(asked.length > 60, `${asked.length} found`);
  assert.deepEqual(asked.filter((key) => !(String(key) in STRINGS.en)), []);
});

test("there are words for each rule of the core", async () => {
  const core = new URL("../../core/src/", import.meta.url);
  const sources = (await readdir(core, { recursive: true })).filter((name) => name.endsWith(".cpp"));
  const rules = new Set();
  for (const name of sources) {
    const code = await readFile(new URL(name, core), "utf8");
    const given = /(?:Role::\w+,\s*|(?:warnings|problems)\.push_back\(\{\s*)"([a-z.-]+)"/g;
    for (const match of code.matchAll(given)) if (match[1] !== "notice") rules.add(match[1]); // stays in the text
    for (const match of code.matchAll(/"((?:decode|html|markdown|title|front-matter)\.[a-z-]+)"/g)) rules.add(match[1]);
    if (name.endsWith("signals.cpp")) for (const match of code.matchAll(/return "([a-z-]+)";/g)) rules.add(match[1]);
  }
  assert.ok(rules.size > 15, [...rules].join(" "));
  assert.deepEqual([...rules].filter((rule) => !/\p{Script=Han}/u.test(ruleInWords(rule, "zh-Hans"))), []);
});
