/**
 * @file Loads the module and the packs: each once, when it is first needed, however many articles ask for it at the
 * same time. What failed to load is loaded anew at the next call.
 */

// @ts-ignore: there is none before the first build
import createModule from "../../dist/wasm/shuye.js";
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

/** @type {Settings} */
let settings = {};

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** @type {Promise<Core> | undefined} */
let loaded;

/**
 * Says where the module and the packs are. Needed only when they are not beside the package (behind some bundlers, in
 * a single file). Call it before the first `open`: what is loaded stays loaded, and only what is not comes from the
 * new places. Loads nothing itself.
 *
 * @param {Settings} options
 * @throws {import("./error.js").ShuyeError} `invalid_option`
 */
export function configure(options) {
  const { wasm, packs } = /** @type {Settings} */ (optionsObject(options));
  if (wasm !== undefined && !isAddress(wasm) && !isBufferSource(wasm) && !isModule(wasm) && !isResponse(wasm)) {
    throw invalidOption("wasm must be an address, a buffer, a WebAssembly.Module or a Response");
  }
  if (packs !== undefined && !isAddress(packs) && typeof packs !== "function") {
    throw invalidOption("packs must be an address or a function");
  }
  settings = { wasm: wasm ?? settings.wasm, packs: packs ?? settings.packs };
}

/** @returns {Promise<Core>} */
export function loadCore() {
  loaded ??= createCore().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** An instance of the module, with the packs that it was given. */
export class Core {
  #module;
  #packs;
  /** @type {Map<string, Promise<void>>} */
  #loads = new Map();
  #crashed = false;

  /** @param {import("./core.js").CoreModule} module */
  constructor(module) {
    this.#module = module;
    this.#packs = new module.Packs();
  }

  get maxInputBytes() {
    return this.#module.maxInputBytes;
  }

  /** @returns {import("./core.js").ArticleHandle} to be given back with `release` */
  createArticle() {
    return this.#run(() => new this.#module.Article());
  }

  /** @param {import("./core.js").ArticleHandle} handle */
  release(handle) {
    if (!this.#crashed) this.#run(() => handle.delete());
  }

  /**
   * Calls into the module. Its errors come out as ShuyeErrors.
   *
   * @template T
   * @param {(packs: import("./core.js").PacksHandle) => import("./core.js").Answer<T>} work
   * @returns {T}
   */
  call(work) {
    const answer = this.#run(() => work(this.#packs));
    if (answer && typeof answer === "object" && "error" in answer) {
      const { code, stage, message, offset } = answer.error;
      throw new ShuyeError(code, stage, message, { offset });
    }
    return answer;
  }

  /**
   * Waits for every one, also when one has failed: whoever is told that it failed finds nothing under way.
   *
   * @param {string[]} names
   */
  async loadPacks(names) {
    const loads = await Promise.allSettled(names.map((name) => this.#loadPack(name)));
    for (const load of loads) if (load.status === "rejected") throw load.reason;
  }

  /** @param {string} name */
  #loadPack(name) {
    let load = this.#loads.get(name);
    if (!load) {
      load = readPack(name).then((bytes) => this.call((packs) => packs.add(name, bytes)));
      this.#loads.set(name, load);
      load.catch(() => this.#loads.delete(name));
    }
    return load;
  }

  /**
   * A trap (memory or stack is at its end, or a bug) leaves the module in no known state: it is not used again, and
   * the next article gets a new one.
   *
   * @template T
   * @param {() => T} work
   * @returns {T}
   */
  #run(work) {
    if (this.#crashed) throw new ShuyeError("internal", "input", "the module stopped at an earlier article");
    try {
      return work();
    } catch (cause) {
      this.#crashed = true;
      loaded = undefined;
      throw new ShuyeError("internal", "input", "the module stopped: no memory is left, or there is a bug", { cause });
    }
  }
}

/** @returns {Promise<Core>} */
async function createCore() {
  compiled ??= compile(settings.wasm ?? new URL("../../dist/wasm/shuye.wasm", import.meta.url));
  try {
    const binary = await compiled;
    return new Core(await instantiate(binary));
  } catch (cause) {
    compiled = undefined;
    throw unreadable("the WebAssembly module", cause);
  }
}

/**
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source) {
  if (isModule(source)) return source;
  const data = isAddress(source) ? await platform.read(platform.resolve(source)) : source;
  // Streaming compiles while it loads, and browsers keep the code; it wants the right media type.
  if (isResponse(data) && data.ok && data.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(data);
  }
  return WebAssembly.compile(await bytesFrom(data));
}

/**
 * @param {WebAssembly.Module} binary
 * @returns {Promise<import("./core.js").CoreModule>}
 */
function instantiate(binary) {
  return new Promise((resolve, reject) => {
    /** @type {import("./core.js").CoreSettings} */
    const hooks = {
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(binary, imports).then(receive).catch(reject);
        return {};
      },
      // What the module prints before a trap is said again by the trap.
      print: () => {},
      printErr: () => {},
    };
    createModule(hooks).then(resolve, reject);
  });
}

/**
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function readPack(name) {
  try {
    return await bytesFrom(await findPack(name));
  } catch (cause) {
    throw unreadable(`the pack ${name}`, cause);
  }
}

/**
 * @param {string} name
 * @returns {PackSource | Promise<PackSource>}
 */
function findPack(name) {
  const { packs } = settings;
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
function unreadable(what, cause) {
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
