// A process of its own for each first use: node first_use_node.js <subject> <configuration>
import { readFileSync, readdirSync } from "node:fs";
import { createConverter } from "shuye/convert";
import { measureFirstUse } from "./first_use.js";

const dist = new URL("../../../dist/", import.meta.url);
const folder = new URL("packs/", dist);
const packs = new Map(readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder))]));

/** @param {string} name */
const pack = (name) => /** @type {Buffer<ArrayBuffer>} */ (packs.get(`${name}.pack`));
const wasm = readFileSync(new URL("wasm/convert.wasm", dist));
const [subject, configuration] = process.argv.slice(2);
console.log(await measureFirstUse(subject, /** @type {any} */ (configuration), createConverter, wasm, pack));
