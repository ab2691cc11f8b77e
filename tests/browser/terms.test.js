// What may be in the reader's glossary, and how a file of it is read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_TERMS, TermError, imported, knows, readable, withEntry, withProtected, without } from "../../web/page/terms.js";

const ENTRY = { from: "软件", to: "軟件" };

/** @param {() => unknown} work */
const problem = (work) => {
  try {
    work();
  } catch (error) {
    if (error instanceof TermError) return [error.problem, ...Object.values(error.values)];
  }
  return [];
};

test("terms are added, found and taken away", () => {
  const glossary = withProtected(withEntry(NO_TERMS, { from: " 软件 ", to: "軟件\n" }), "张三");
  assert.deepEqual(glossary, { entries: [ENTRY], protect: ["张三"] });
  assert.ok(knows(glossary, "软件") && knows(glossary, "张三") && !knows(glossary, "軟件"));
  assert.deepEqual(without(without(glossary, "软件"), "张三"), NO_TERMS);
});

test("a term that means nothing, or two things, is refused", () => {
  const glossary = withEntry(NO_TERMS, ENTRY);
  assert.deepEqual(problem(() => withEntry(NO_TERMS, { from: " ", to: "好" })), ["glossary_empty"]);
  assert.deepEqual(problem(() => withEntry(NO_TERMS, { from: "好", to: "" })), ["glossary_empty"]);
  assert.deepEqual(problem(() => withProtected(NO_TERMS, "一\n二")), ["glossary_characters"]);
  assert.deepEqual(problem(() => withProtected(NO_TERMS, "一\uFFFC")), ["glossary_characters"]);
  assert.deepEqual(problem(() => withProtected(NO_TERMS, "\uD800")), ["glossary_characters"]);
  assert.deepEqual(problem(() => withProtected(NO_TERMS, "长".repeat(342))), ["glossary_long"]);
  assert.deepEqual(problem(() => withEntry(glossary, ENTRY)), ["glossary_twice", "软件"]);
  assert.deepEqual(problem(() => withProtected(glossary, "软件")), ["glossary_twice", "软件"]);
});

test("a file's words come to the reader's own, and before them", () => {
  const own = { entries: [ENTRY, { from: "网络", to: "網絡" }], protect: ["张三"] };
  const file = { entries: [{ from: "软件", to: "軟體" }], protect: ["网络", "李四"] };
  assert.deepEqual(imported(own, JSON.stringify(file)), {
    glossary: { entries: file.entries, protect: ["张三", "网络", "李四"] },
    count: 3,
  });
  assert.deepEqual(imported(NO_TERMS, `{"protect": ["张三"]}`).glossary.protect, ["张三"]);
});

test("a file that is none, or has a wrong word, changes nothing and says where", () => {
  for (const text of ["", "{", "[]", "null", "3", "{}", `{"entries": {}}`]) {
    assert.deepEqual(problem(() => imported(NO_TERMS, text)), ["glossary_no_file"], text);
  }
  const read = (/** @type {unknown} */ value) => problem(() => imported(NO_TERMS, JSON.stringify(value)));
  assert.deepEqual(read({ entries: [ENTRY, { from: "只有一半" }] }), ["glossary_empty", 2]);
  assert.deepEqual(read({ entries: [ENTRY, null] }), ["glossary_empty", 2]);
  assert.deepEqual(read({ entries: [ENTRY], protect: ["软件"] }), ["glossary_twice", "软件", 2]);
  assert.deepEqual(read({ protect: [3] }), ["glossary_empty", 1]);
});

test("there is an end to what is taken in", () => {
  const protect = Array.from({ length: 2001 }, (_, at) => `词${at}`);
  const whole = imported(NO_TERMS, JSON.stringify({ protect: protect.slice(1) })).glossary;
  assert.equal(whole.protect.length, 2000);
  assert.deepEqual(problem(() => imported(NO_TERMS, JSON.stringify({ protect }))), ["glossary_full"]);
  assert.deepEqual(problem(() => imported(whole, JSON.stringify({ protect: ["新词"] }))), ["glossary_full"]);
  assert.deepEqual(problem(() => withProtected(whole, "新词")), ["glossary_full"]);
  assert.equal(readable({ protect }).protect.length, 2000);
});

test("of what was stored, what holds is read", () => {
  assert.deepEqual(readable({ entries: [ENTRY, { from: "软件", to: "二" }, 3], protect: ["张三", "", 4] }), {
    entries: [ENTRY],
    protect: ["张三"],
  });
  for (const value of [undefined, null, "x", 3, { entries: 3 }]) assert.deepEqual(readable(value), NO_TERMS);
});
