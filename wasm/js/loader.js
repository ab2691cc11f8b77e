/**
 * @file Loads the module and the packs: each once, when it is first needed, however many articles ask for it at the
 * same time. What failed to load is loaded anew at the next call.
 */

// @ts-ignore: there is none before the first build
import createModule from "../../dist/wasm/shuye.js";
import { ShuyeError } from "./error.js";
import { platform } from "./platform.js";
import { compile, mergeSettings, readPack, unreadable } from "./resources.js";

/** @typedef {import("./resources.js").Settings} Settings */

/** @type {Settings} */
let settings = {};

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** @type {Promise<Core> | undefined} */
let loaded;

/** There was one. */
let ready = false;

/** Packs on their way that no module has yet. @type {Map<string, Promise<Uint8Array<ArrayBuffer>>>} */
const ahead = new Map();

/**
 * Says where the module and the packs are. Needed only when they are not beside the package (behind some bundlers, in
 * a single file). Call it before the first `open`: what is loaded stays loaded, and only what is not comes from the
 * new places. Loads nothing itself.
 *
 * @param {Settings} options
 * @throws {import("./error.js").ShuyeError} `invalid_option`
 */
export function configure(options) {
  settings = mergeSettings(settings, options);
}

/** @returns {Promise<Core>} */
export function loadCore() {
  loaded ??= createCore().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/**
 * Begins to fetch packs before there is a module to take them. Whether one can be had is seen when it is needed.
 *
 * @param {string[]} names
 */
export function fetchAhead(names) {
  // A module that is there asks for what it needs without delay.
  if (ready) return;
  for (const name of names) {
    if (ahead.has(name)) continue;
    const bytes = readPack(name, settings.packs);
    ahead.set(name, bytes);
    bytes.catch(() => ahead.delete(name));
  }
}

/** @param {string} name */
function takePack(name) {
  const bytes = ahead.get(name) ?? readPack(name, settings.packs);
  ahead.delete(name);
  return bytes;
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

  /**
   * Loads packs until none is missing. What a text needs can depend on what it turns out to be.
   *
   * @param {() => string[] | undefined} missing
   */
  async loadMissing(missing) {
    for (let names = missing(); names; names = missing()) await this.loadPacks(names);
  }

  /** @param {string} name */
  #loadPack(name) {
    let load = this.#loads.get(name);
    if (!load) {
      load = takePack(name).then((bytes) => this.call((packs) => packs.add(name, bytes)));
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
    const core = new Core(await instantiate(await compiled));
    ready = true;
    return core;
  } catch (cause) {
    compiled = undefined;
    throw unreadable("the WebAssembly module", cause);
  }
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
      decodeUtf16: platform.decodeUtf16,
      // What the module prints before a trap is said again by the trap.
      print: () => {},
      printErr: () => {},
    };
    createModule(hooks).then(resolve, reject);
  });
}
