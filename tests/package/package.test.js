// What `npm pack` makes, installed elsewhere and used by its name.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, posix, relative } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { installExample, root } from "./install.js";

const example = installExample("node");
const installed = join(example, "node_modules", "shuye");

/** Every file of the package, with slashes. */
const files = readdirSync(installed, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(installed, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
  .sort();

/** @param {string} file */
const read = (file) => readFileSync(join(installed, file));

test("holds what it needs and nothing else", () => {
  const expected = [
    /^(package\.json|LICENSE|NOTICE|README\.md)$/,
    /^wasm\/js\/\w+\.js$/,
    /^web\/element\/\w+\.js$/,
    /^dist\/wasm\/shuye\.(js|wasm|d\.ts)$/,
    /^dist\/licences\.txt$/,
    /^dist\/wasm\/convert\.wasm$/,
    /^dist\/packs\/[\w-]+\.pack$/,
    /^dist\/types\/(wasm\/js|web\/element)\/\w+\.d\.ts$/,
  ];
  assert.deepEqual(
    files.filter((file) => !expected.some((pattern) => pattern.test(file))),
    [],
  );
  for (const pattern of expected) assert.ok(files.some((file) => pattern.test(file)), String(pattern));
  for (const file of ["LICENSE", "NOTICE", "README.md"]) assert.ok(files.includes(file), file);
});

test("has no dependency and no install script", () => {
  const manifest = JSON.parse(read("package.json").toString());
  assert.equal(manifest.dependencies, undefined);
  for (const script of ["preinstall", "install", "postinstall", "prepare"]) {
    assert.equal(manifest.scripts?.[script], undefined);
  }
});

test("says nothing of the machine that built it", () => {
  const places = [root, `${homedir()}/`, `${tmpdir()}/`, "/usr/share/emscripten"];
  for (const file of files) {
    const content = read(file);
    for (const place of places) assert.ok(!content.includes(place), `${file} names ${place}`);
  }
});

test("exports the API, the element, the module and the packs, and nothing inside", async () => {
  const names = ["", "/convert", "/element", "/shuye.wasm", "/convert.wasm", "/packs/s2t.pack", "/package.json"];
  const resolved = resolve(names.map((name) => `shuye${name}`));
  assert.deepEqual(resolved, [
    "wasm/js/node.js",
    "wasm/js/convert_node.js",
    "web/element/index.js",
    "dist/wasm/shuye.wasm",
    "dist/wasm/convert.wasm",
    "dist/packs/s2t.pack",
    "package.json",
  ]);
  for (const file of resolved) assert.ok(files.includes(file), file);
  for (const inside of ["shuye/wasm/js/loader.js", "shuye/dist/wasm/shuye.js", "shuye/packs/"]) {
    assert.throws(() => resolve([inside]), /ERR_PACKAGE_PATH_NOT_EXPORTED|ERR_UNSUPPORTED_DIR_IMPORT/);
  }
});

test("the example for Node reads an article", () => {
  const article = join(root, "examples/articles/old-bookshop.md");
  const output = node(["read.js", article, "zh-Hant-TW", "旧书", "没有的字"]);
  assert.match(output, /【舊書】/);
  assert.match(output, /\n旧书: [1-9]\d*, 没有的字: 0\n$/);
  assert.throws(() => node(["read.js", join(installed, "dist/wasm/shuye.wasm")]), /binary_input/);
  assert.throws(() => node(["read.js", article, "klingon"]), /unknown_script/);
  // One line, and no stack.
  assert.throws(() => node(["read.js", "no-such-article.md"]), /failed: [^\n]*\nno-such-article\.md: [^\n]*\(ENOENT\)\n$/);
});

test("conversion alone loads its own module and none of the reader", () => {
  const program = `
    import { convert } from "shuye/convert";
    console.log(await convert("几个软件的内存", "s2twp"));
  `;
  assert.equal(node(["--input-type=module", "--eval", program]), "幾個軟體的記憶體\n");
  assert.deepEqual(importedFrom("wasm/js/convert_node.js").filter((file) => /article|loader|core|dist/.test(file)), []);
});

test("conversion alone, with every pack, is smaller than opencc-js", () => {
  const members = [
    ...importedFrom("wasm/js/convert.js"),
    "dist/wasm/convert.wasm",
    // Those of dictionaries; what opening articles needs is of another form.
    ...files.filter((file) => file.startsWith("dist/packs/") && read(file).subarray(0, 7).toString() === "SHUYEPK"),
  ];
  const ours = members.reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0);
  const theirs = brotliCompressSync(readFileSync(join(root, "node_modules/opencc-js/dist/esm/full.js"))).length;
  console.log(`${"shuye/convert and all packs".padEnd(28)} ${kilobytes(ours)} brotli, opencc-js ${kilobytes(theirs)}`);
  assert.ok(ours < theirs);
});

test("on a server, importing the element does nothing", () => {
  assert.equal(node(["--input-type=module", "--eval", 'await import("shuye/element"); console.log("ok")']), "ok\n");
});

test("its types hold for a strict TypeScript program", () => {
  writeFileSync(join(example, "consumer.mts"), consumer);
  for (const resolution of [{ module: "nodenext" }, { module: "esnext", moduleResolution: "bundler" }]) {
    const compilerOptions = {
      ...resolution,
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(join(example, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.mts"] }));
    typescript(["-p", "tsconfig.json"]);
  }
});

test("sizes", () => {
  const packs = files.filter((file) => file.startsWith("dist/packs/"));
  const groups = {
    API: files.filter((file) => file.startsWith("wasm/js/")),
    element: files.filter((file) => file.startsWith("web/element/")),
    glue: ["dist/wasm/shuye.js"],
    module: ["dist/wasm/shuye.wasm"],
    "module of shuye/convert": ["dist/wasm/convert.wasm"],
    "API of shuye/convert": importedFrom("wasm/js/convert.js"),
    ...Object.fromEntries(packs.map((file) => [file, [file]])),
  };
  for (const [name, members] of Object.entries(groups)) {
    const raw = members.reduce((sum, file) => sum + statSync(join(installed, file)).size, 0);
    const brotli = members.reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0);
    console.log(`${name.padEnd(28)} ${kilobytes(raw)} ${kilobytes(brotli)} brotli`);
    assert.ok(raw > 0, `${name} is empty`);
  }
});

const consumer = `
import { Article, ShuyeError, configure, open, scripts, version } from "shuye";
import type { ErrorCode, Script, View } from "shuye";
import { configurations, convert, createConverter } from "shuye/convert";
import type { ConfigurationChain } from "shuye/convert";
import { ShuyeArticle } from "shuye/element";

const converter = await createConverter("s2twp");
const text: string = converter.convert("一行字。");
const bytes: Uint8Array = await convert(new Uint8Array(3), configurations[0]!);
const configuration: ConfigurationChain = converter.configuration;
converter.close();
configure({ packs: (name: string) => new Uint8Array(name.length) });
const article: Article = await open("一行字。", { format: "plain" });
const view: View = await article.view({ script: "zh-Hant-TW", keywords: ["字"], show: ["body"] });
const places: number[] = view.matches.map(({ block, start, end }) => view.blocks[block]!.text!.slice(start, end).length);
const { keywords } = await article.find(["字"], { script: scripts[1]! });
const title: string | null = view.metadata.title;
const code: ErrorCode = new ShuyeError("closed", "input", "closed").code;
const known: readonly Script[] = scripts;
const element: HTMLElement = new ShuyeArticle();
article[Symbol.dispose]();
export { text, bytes, configuration, places, keywords, title, code, known, element, version };

// @ts-expect-error: no such configuration
createConverter("s2x");
// @ts-expect-error: no such format
open("", { format: "rtf" });
// @ts-expect-error: keywords are a list
article.find("字");
// @ts-expect-error: articles are made by open
new Article();
`;

/**
 * Where the names lead, as paths inside the package.
 *
 * @param {string[]} names
 * @returns {string[]}
 */
function resolve(names) {
  const program = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => import.meta.resolve(name))))`;
  const base = `${pathToFileURL(installed).href}/`;
  /** @type {string[]} */
  const addresses = JSON.parse(node(["--input-type=module", "--eval", program]));
  return addresses.map((address) => address.replace(base, ""));
}

/** @param {string[]} args */
function node(args) {
  return execFileSync(process.execPath, args, { cwd: example, encoding: "utf8", stdio: "pipe" });
}

/**
 * A module of the package and all that it imports.
 *
 * @param {string} entry
 * @param {Set<string>} [found]
 * @returns {string[]}
 */
function importedFrom(entry, found = new Set()) {
  if (found.has(entry)) return [];
  found.add(entry);
  for (const [, name] of read(entry).toString().matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)";/gm)) {
    importedFrom(posix.join(posix.dirname(entry), name), found);
  }
  return [...found];
}

/** @param {string[]} args */
function typescript(args) {
  try {
    node([join(root, "node_modules/typescript/bin/tsc"), ...args]);
  } catch (error) {
    assert.fail(/** @type {{ stdout: string }} */ (error).stdout);
  }
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}
