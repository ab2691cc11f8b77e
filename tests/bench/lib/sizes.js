import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { ConvertModule } from "../../../wasm/js/convert_module.js";
import { inRoot } from "../../../scripts/lib/paths.js";

/**
 * @typedef {object} Size
 * @property {string} name
 * @property {number} raw
 * @property {number} brotli each file by itself, as a server sends it
 */

/**
 * @param {readonly import("./options.js").Configuration[]} configurations
 * @returns {Promise<Size[]>}
 */
export async function measureSizes(configurations) {
  // A module of its own, since the one that serves the API does not tell.
  const module = await ConvertModule.instantiate(await WebAssembly.compile(readFileSync(inRoot("dist/wasm/convert.wasm"))));
  const packs = inRoot("dist", "packs");
  // Those of dictionaries; what opening articles needs is of another form.
  const isDictionary = (/** @type {string} */ name) => readFileSync(join(packs, name)).subarray(0, 7).toString() === "SHUYEPK";
  const all = readdirSync(packs).sort().filter(isDictionary);
  /** @param {readonly string[]} names */
  const family = (names) => [...new Set(names.flatMap((name) => module.packsFor(name)))].map((name) => join(packs, `${name}.pack`));
  const opencc = inRoot("node_modules/opencc/prebuilds/assets");
  const ocd2 = readdirSync(opencc).filter((name) => name.endsWith(".ocd2"));
  return [
    ...configurations.map((name) => size(`packs of ${name}`, family([name]))),
    size("packs of Simplified to all Traditional", family(["s2t", "s2tw", "s2twp", "s2hk", "s2hkp"])),
    size("packs of all Traditional to Simplified", family(["t2s", "tw2s", "tw2sp", "hk2s", "hk2sp"])),
    size("all packs", all.map((name) => join(packs, name))),
    size("module of shuye/convert", [inRoot("dist/wasm/convert.wasm")]),
    size("opencc-js full.js", [inRoot("node_modules/opencc-js/dist/esm/full.js")]),
    size("simplecc-wasm", [inRoot("node_modules/simplecc-wasm/pkg/web/simplecc_wasm_bg.wasm")]),
    size(`OpenCC's ${ocd2.length} .ocd2 files`, ocd2.map((name) => join(opencc, name))),
  ];
}

/**
 * @param {string} name
 * @param {string[]} files
 * @returns {Size}
 */
function size(name, files) {
  const contents = files.map((file) => readFileSync(file));
  return {
    name,
    raw: contents.reduce((sum, content) => sum + content.length, 0),
    brotli: contents.reduce((sum, content) => sum + brotliCompressSync(content).length, 0),
  };
}
