// `shuye/convert`: conversion without the reader.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ShuyeError, configurations, convert, createConverter } from "shuye/convert";
import { rejects } from "./rejects.js";

const dist = new URL("../../dist/", import.meta.url);
const encode = (/** @type {string} */ text) => new TextEncoder().encode(text);

const imports = {
  env: { emscripten_notify_memory_growth() {} },
  wasi_snapshot_preview1: { proc_exit: () => assert.fail("no memory is left") },
};

// First of all: what is loaded stays loaded.
test("what cannot be loaded is an error that says so, and can be loaded afterwards", async () => {
  await rejects(() => createConverter("s2t", { wasm: new URL("missing.wasm", dist) }), "unreadable");
  await rejects(() => createConverter("s2t", { wasm: new Uint8Array(8) }), "unreadable");
  const wasm = readFileSync(new URL("wasm/convert.wasm", dist));
  await rejects(() => createConverter("s2t", { wasm, packs: new URL("missing/", dist) }), "unreadable");
  const cut = (/** @type {string} */ name) => readFileSync(new URL(`packs/${name}.pack`, dist)).subarray(0, 100);
  await rejects(() => createConverter("s2t", { packs: cut }), "pack_damaged", "convert");
  assert.equal(await convert("汉字", "s2t", { packs: new URL("packs/", dist) }), "漢字");
});

test("converts strings to strings", async () => {
  assert.equal(await convert("几个软件的内存", "s2twp"), "幾個軟體的記憶體");
  assert.equal(await convert("幾個軟體的記憶體", "tw2sp"), "几个软件的内存");
  assert.equal(await convert("", "s2t"), "");
  assert.equal(await convert("\u{FEFF}头发\0𠮷", "s2t"), "\u{FEFF}頭髮\0𠮷");
  assert.equal(await convert("头\uD800发", "s2t"), "頭\u{FFFD}發", "a lone surrogate");
});

test("converts bytes to bytes, from every kind of buffer", async () => {
  const converter = await createConverter("s2t");
  const bytes = encode("头发");
  for (const source of [bytes, bytes.buffer, new DataView(bytes.buffer), Buffer.from("头发")]) {
    assert.deepEqual(converter.convert(source), encode("頭髮"));
  }
  assert.deepEqual(converter.convert(encode("头发").subarray(3)), encode("發"));
  assert.deepEqual(converter.convert(Uint8Array.of(0xff, 0x80, 0xe5)), Uint8Array.of(0xff, 0x80, 0xe5));
  assert.deepEqual(converter.convert(new Uint8Array()), new Uint8Array());
  converter.close();
});

test("has every configuration", async () => {
  assert.equal(configurations.length, 16);
  for (const configuration of configurations) {
    const converter = await createConverter(configuration);
    assert.equal(converter.configuration, configuration);
    const text = "汉字漢字，軟件软件。\n".repeat(1000);
    assert.equal(converter.convert(text), new TextDecoder().decode(converter.convert(encode(text))));
    converter.close();
  }
  await rejects(() => createConverter(/** @type {any} */ ("s2x")), "unknown_configuration", "convert");
  await rejects(() => createConverter(/** @type {any} */ (undefined)), "invalid_option");
  await rejects(() => createConverter("s2t", /** @type {any} */ ({ packs: 1 })), "invalid_option");
});

test("takes the reader's glossary", async () => {
  const glossary = { entries: [{ from: "软件", to: "程式" }], protect: ["内存"] };
  assert.equal(await convert("几个软件的内存", "s2twp", { glossary }), "幾個程式的内存");
  assert.equal(await convert("几个软件的内存", "s2twp", { glossary: { protect: ["软件"] } }), "幾個软件的記憶體");
  assert.equal(await convert("几个软件的内存", "s2twp", { glossary: {} }), "幾個軟體的記憶體");
  assert.equal(await convert("几个软件的内存", "s2twp"), "幾個軟體的記憶體", "of that call alone");
  const converter = await createConverter("t2s+s2twp", { glossary: { entries: [{ from: "軟件", to: "头" }] } });
  assert.equal(converter.convert("軟件，游戲。"), "头，遊戲。");
  converter.close();
});

test("says what is wrong with a glossary", async () => {
  /** @type {any[]} */
  const wrong = [null, 7, [7], { entries: {} }, { entries: [7] }, { entries: [{ from: "甲" }] }, { protect: "甲" }];
  for (const glossary of wrong) await rejects(() => convert("甲", "s2t", { glossary }), "invalid_option");
  /** @type {import("shuye/convert").Glossary[]} */
  const refused = [
    { entries: [{ from: "", to: "甲" }] },
    { entries: [{ from: "甲", to: "乙" }], protect: ["甲"] },
    { protect: ["\n"] },
  ];
  for (const glossary of refused) {
    await rejects(() => createConverter("s2t", { glossary }), "invalid_option", "input");
    await rejects(() => convert("甲", "s2t", { glossary }), "invalid_option", "input");
  }
  await rejects(() => convert("甲", "s2t", { glossary: { protect: ["甲".repeat(342)] } }), "too_large", "input");
  assert.equal(await convert("头", "s2t"), "頭");
});

test("a long text is converted whole, and its memory serves the next one", async () => {
  const converter = await createConverter("s2t");
  const text = "这里的头发，后面的面条。".repeat(200_000);
  const expected = "這裏的頭髮，後面的麪條。".repeat(200_000);
  for (let round = 0; round < 3; round++) assert.ok(converter.convert(text) === expected);
  converter.close();
});

test("a converter that was closed says so; another one of its kind goes on", async () => {
  const converter = await createConverter("t2s"), other = await createConverter("t2s");
  converter.close();
  converter.close();
  assert.throws(() => converter.convert("漢"), (error) => error instanceof ShuyeError && error.code === "closed");
  assert.equal(other.convert("漢"), "汉");
  assert.throws(
    () => other.convert(/** @type {any} */ (1)),
    (error) => error instanceof ShuyeError && error.code === "invalid_option",
  );
  other.close();
});

test("memory is given back", async () => {
  const { ConvertModule } = await import("../../wasm/js/convert_module.js");
  const instance = await WebAssembly.instantiate(readFileSync(new URL("wasm/convert.wasm", dist)), imports);
  const exports = /** @type {import("../../wasm/js/convert_module.js").Exports} */ (
    /** @type {unknown} */ (instance.instance.exports)
  );
  const module = new ConvertModule(exports);
  for (const name of module.packsFor("tw2sp")) module.addPack(name, readFileSync(new URL(`packs/${name}.pack`, dist)));
  const text = "軟體".repeat(30_000);
  const use = () => {
    const converter = module.create("tw2sp");
    module.convertText(converter, text);
    module.release(converter);
  };
  // The heap finds its form.
  for (let round = 0; round < 5; round++) use();
  const { byteLength } = exports.memory.buffer;
  for (let round = 0; round < 20; round++) use();
  assert.equal(exports.memory.buffer.byteLength, byteLength);
});

test("after a trap the module is not used again, and the next call gets a new one", async () => {
  const converter = await createConverter("s2t");
  const { ConvertModule } = await import("../../wasm/js/convert_module.js");
  const { prototype } = ConvertModule;
  const { convertText } = prototype;
  prototype.convertText = function () {
    return convertText.call(this, -1, "汉字"); // no address
  };
  assert.throws(() => converter.convert("汉"), (error) => error instanceof ShuyeError && error.code === "internal");
  prototype.convertText = convertText;
  assert.throws(() => converter.convert("汉"), (error) => error instanceof ShuyeError && error.code === "internal");
  converter.close();
  assert.equal(await convert("汉字", "s2t"), "漢字");
});
