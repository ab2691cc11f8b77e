/**
 * @file What the modules are made from: compiled WebAssembly and packs, from wherever they are.
 */

import { ShuyeError, invalidOption } from "./error.js";
import { optionsObject } from "./options.js";
import { platform } from "./platform.js";
import { bytesOf, isBufferSource, isResponse } from "./source.js";

/**
 * The module: an address, its bytes, compiled, or the Response of a `fetch`. A text is an address (in Node, a path,
 * too).
 *
 * @typedef {URL | string | BufferSource | WebAssembly.Module | Response} WasmSource
 */

/**
 * The packs: the address of the folder that has them (as `s2t.pack`, …), or what gives one by its name (`"s2t"`).
 *
 * @typedef {URL | string | ((name: string) => PackSource | Promise<PackSource>)} PacksSource
 */

/** @typedef {BufferSource | Response} PackSource */

/**
 * @typedef {object} Settings
 * @property {WasmSource} [wasm] where the module is; beside the package when not given
 * @property {PacksSource} [packs] where the packs are; beside the package when not given
 */

/**
 * The settings with those that `options` gives.
 *
 * @param {Settings} settings
 * @param {unknown} options
 * @returns {Settings}
 * @throws {ShuyeError} `invalid_option`
 */
export function mergeSettings(settings, options) {
  const { wasm, packs } = /** @type {Settings} */ (optionsObject(options));
  if (wasm !== undefined && !isAddress(wasm) && !isBufferSource(wasm) && !isModule(wasm) && !isResponse(wasm)) {
    throw invalidOption("wasm must be an address, a buffer, a WebAssembly.Module or a Response");
  }
  if (packs !== undefined && !isAddress(packs) && typeof packs !== "function") {
    throw invalidOption("packs must be an address or a function");
  }
  return { wasm: wasm ?? settings.wasm, packs: packs ?? settings.packs };
}

/**
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(source) {
  if (isModule(source)) return source;
  const data = isAddress(source) ? await platform.read(platform.resolve(source)) : source;
  // Streaming compiles while it loads, and browsers keep the code; it wants the right media type.
  if (isResponse(data) && data.ok && data.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(data);
  }
  return WebAssembly.compile(await bytesFrom(data));
}

/**
 * @param {string} name
 * @param {PacksSource} [packs]
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function readPack(name, packs) {
  try {
    return await bytesFrom(await findPack(name, packs));
  } catch (cause) {
    throw unreadable(`the pack ${name}`, cause);
  }
}

/**
 * @param {string} name
 * @param {PacksSource} [packs]
 * @returns {PackSource | Promise<PackSource>}
 */
function findPack(name, packs) {
  if (typeof packs === "function") return packs(name);
  // Bundlers know this form, and take the files along.
  if (packs === undefined) return platform.read(new URL(`../../dist/packs/${name}.pack`, import.meta.url));
  const folder = platform.resolve(packs);
  if (!folder.pathname.endsWith("/")) folder.pathname += "/";
  return platform.read(new URL(`${name}.pack`, folder));
}

/**
 * @param {PackSource} data
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function bytesFrom(data) {
  if (isBufferSource(data)) return bytesOf(data);
  if (!isResponse(data)) throw new TypeError("neither a buffer nor a Response");
  if (!data.ok) throw new Error(`${data.url || "the address"} answered with status ${data.status}`);
  return new Uint8Array(await data.arrayBuffer());
}

/**
 * @param {string} what
 * @param {unknown} cause
 */
export function unreadable(what, cause) {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ShuyeError("unreadable", "input", `${what} cannot be loaded: ${reason}`, { cause });
}

/**
 * @param {unknown} value
 * @returns {value is string | URL}
 */
function isAddress(value) {
  return typeof value === "string" || value instanceof URL;
}

/**
 * @param {unknown} value
 * @returns {value is WebAssembly.Module}
 */
function isModule(value) {
  return Object.prototype.toString.call(value) === "[object WebAssembly.Module]";
}
