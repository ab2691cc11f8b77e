/// <reference lib="esnext.disposable" preserve="true" />

/**
 * @file `shuye/convert`: conversion between scripts alone, without the reader. OpenCC's configurations with OpenCC's
 * results, from a WebAssembly module of its own.
 *
 * ```js
 * import { convert, createConverter } from "shuye/convert";
 *
 * await convert("几个软件的内存", "s2twp"); // 幾個軟體的記憶體
 *
 * const converter = await createConverter("t2s"); // loads the packs
 * converter.convert("幾個"); // at once
 *
 * const glossary = { entries: [{ from: "软件", to: "程式" }], protect: ["内存"] };
 * await convert("几个软件的内存", "s2twp", { glossary }); // 幾個程式的内存
 * ```
 *
 * Nothing is sent anywhere; only the module and the packs of the configurations asked for are loaded.
 */

import { ConvertModule, maxTextBytes } from "./convert_module.js";
import { ShuyeError, invalidOption } from "./error.js";
import { glossaryRequest, optionsObject } from "./options.js";
import { compile, mergeSettings, readPack, unreadable } from "./resources.js";
import { bytesOf, isBufferSource } from "./source.js";

export { ShuyeError } from "./error.js";

/**
 * @typedef {import("./error.js").ErrorCode} ErrorCode
 * @typedef {import("./error.js").Stage} Stage
 * @typedef {import("./resources.js").Settings} Settings
 * @typedef {import("./types.js").Glossary} Glossary
 * @typedef {import("./types.js").GlossaryEntry} GlossaryEntry
 */

/**
 * @typedef {"s2t" | "s2tw" | "s2twp" | "s2hk" | "s2hkp" | "t2s" | "tw2s" | "tw2sp" | "hk2s" | "hk2sp" | "t2tw" | "tw2t" |
 *   "t2hk" | "hk2t" | "t2jp" | "jp2t"} Configuration
 */

/**
 * A configuration, or two of which the second goes on with the first one's result: `"t2s+s2twp"`.
 *
 * @typedef {Configuration | `${Configuration}+${Configuration}`} ConfigurationChain
 */

/**
 * Where the module and the packs are, when they are not beside the package (it holds for what is not loaded yet, and
 * for later calls), and the reader's own words, for this call alone.
 *
 * @typedef {Settings & { glossary?: Glossary }} ConvertOptions
 */

/**
 * OpenCC's configurations, all of them.
 *
 * @type {readonly Configuration[]}
 */
export const configurations = Object.freeze([
  "s2t",
  "s2tw",
  "s2twp",
  "s2hk",
  "s2hkp",
  "t2s",
  "tw2s",
  "tw2sp",
  "hk2s",
  "hk2sp",
  "t2tw",
  "tw2t",
  "t2hk",
  "hk2t",
  "t2jp",
  "jp2t",
]);

/** An instance of the module with the packs that it was given. */
class Loaded {
  /** @type {Map<string, Promise<void>>} */
  #packs = new Map();

  /** Those of `convert`, which are kept. @type {Map<string, Converter>} */
  #converters = new Map();

  /** The last one of `convert` that has a glossary. @type {{ key: string, converter: Converter } | undefined} */
  #last;

  /** @param {ConvertModule} module */
  constructor(module) {
    this.module = module;
  }

  /** @param {string} configuration */
  async loadPacksFor(configuration) {
    const names = this.module.packsFor(configuration);
    const loads = await Promise.allSettled(names.map((name) => this.#loadPack(name)));
    for (const load of loads) if (load.status === "rejected") throw load.reason;
  }

  /**
   * @param {ConfigurationChain} configuration
   * @param {GlossaryRequest} request
   */
  converterFor(configuration, request) {
    let plain = this.#converters.get(configuration);
    if (!plain) {
      plain = new Converter(this.module, configuration, this.module.create(configuration));
      this.#converters.set(configuration, plain);
    }
    if (isEmpty(request)) return plain;
    const key = [configuration, request.glossary, request.protect].join("\n");
    if (this.#last?.key !== key) {
      const converter = plain.with(request);
      this.#last?.converter.close();
      this.#last = { key, converter };
    }
    return this.#last.converter;
  }

  /** @param {string} name */
  #loadPack(name) {
    let load = this.#packs.get(name);
    if (!load) {
      load = readPack(name, settings.packs).then((bytes) => this.module.addPack(name, bytes));
      this.#packs.set(name, load);
      load.catch(() => this.#packs.delete(name));
    }
    return load;
  }
}

/** @typedef {ReturnType<typeof glossaryRequest>} GlossaryRequest */

/** @param {GlossaryRequest} request */
const isEmpty = ({ glossary, protect }) => glossary === "" && protect === "";

/** @type {Settings} */
let settings = {};

/** @type {Promise<Loaded> | undefined} */
let loaded;

/** @returns {Promise<Loaded>} */
async function load() {
  loaded ??= instantiate();
  const attempt = loaded;
  try {
    const done = await attempt;
    if (!done.module.crashed) return done;
  } catch (error) {
    if (loaded === attempt) loaded = undefined;
    throw error;
  }
  // What the module cannot survive (no memory is left) must not be the end for those who come later.
  if (loaded === attempt) loaded = undefined;
  return load();
}

async function instantiate() {
  try {
    const binary = await compile(settings.wasm ?? new URL("../../dist/wasm/convert.wasm", import.meta.url));
    return new Loaded(await ConvertModule.instantiate(binary));
  } catch (cause) {
    throw unreadable("the WebAssembly module", cause);
  }
}

/** Gives back the memory of converters that were forgotten. */
const forgotten = new FinalizationRegistry(
  /** @param {{ module: ConvertModule, address: number }} held */
  ({ module, address }) => module.release(address),
);

/** Converts by one configuration and one glossary, at once. Made by `createConverter`. */
class Converter {
  #module;
  #address;
  #closed = false;

  /**
   * @param {ConvertModule} module
   * @param {ConfigurationChain} configuration
   * @param {number} address
   */
  constructor(module, configuration, address) {
    this.#module = module;
    this.#address = address;
    /** @readonly */
    this.configuration = configuration;
    forgotten.register(this, { module, address: this.#address }, this);
  }

  /**
   * Another converter of the same tables; used inside this file only.
   *
   * @param {GlossaryRequest} request
   */
  with(request) {
    return new Converter(this.#module, this.configuration, this.#module.withGlossary(this.#address, request));
  }

  /**
   * A string becomes a string, bytes of UTF-8 become bytes of UTF-8. Lone surrogates of a string become U+FFFD; bytes
   * that are no UTF-8 stay as they are. Throws a ShuyeError: `closed`, `too_large` (above 128 MiB), `invalid_option`.
   *
   * @template {string | BufferSource} T
   * @param {T} text
   * @returns {T extends string ? string : Uint8Array<ArrayBuffer>}
   */
  convert(text) {
    if (this.#closed) throw new ShuyeError("closed", "convert", "the converter was closed");
    return /** @type {any} */ (typeof text === "string" ? this.#text(text) : this.#bytes(text));
  }

  /** @param {string} text */
  #text(text) {
    // No character takes fewer bytes of UTF-8 than units of UTF-16.
    if (text.length > maxTextBytes) throw tooLarge();
    return this.#module.convertText(this.#address, text);
  }

  /** @param {unknown} text */
  #bytes(text) {
    if (!isBufferSource(text)) throw invalidOption("the text must be a string or bytes");
    const bytes = bytesOf(text);
    if (bytes.length > maxTextBytes) throw tooLarge();
    return this.#module.convertBytes(this.#address, bytes);
  }

  /** Gives the memory back; the packs stay loaded. What is called later throws `closed`. */
  close() {
    if (this.#closed) return;
    this.#closed = true;
    forgotten.unregister(this);
    this.#module.release(this.#address);
  }

  /** For `using`. */
  [Symbol.dispose]() {
    this.close();
  }
}

function tooLarge() {
  return new ShuyeError("too_large", "convert", `the text is larger than ${maxTextBytes} bytes`, {
    offset: maxTextBytes,
  });
}

/**
 * Loads what a configuration needs: the module and its packs, each once, however many ask for it.
 *
 * Rejects with a ShuyeError: `unknown_configuration`, `invalid_option`, `too_large` (a glossary above its limits),
 * `unreadable` when the module or a pack cannot be loaded (it can be tried again), `pack_damaged`.
 *
 * @param {ConfigurationChain} configuration
 * @param {ConvertOptions} [options]
 * @returns {Promise<Converter>}
 */
export async function createConverter(configuration, options) {
  const { loaded, request } = await prepare(configuration, options);
  const converter = new Converter(loaded.module, configuration, loaded.module.create(configuration));
  if (isEmpty(request)) return converter;
  try {
    return converter.with(request);
  } finally {
    converter.close();
  }
}

/**
 * Converts one text; what it loads stays loaded, so that the next one is quick.
 *
 * @template {string | BufferSource} T
 * @param {T} text
 * @param {ConfigurationChain} configuration
 * @param {ConvertOptions} [options] as of `createConverter`, with which it also fails
 * @returns {Promise<T extends string ? string : Uint8Array<ArrayBuffer>>}
 */
export async function convert(text, configuration, options) {
  const { loaded, request } = await prepare(configuration, options);
  return loaded.converterFor(configuration, request).convert(text);
}

/**
 * @param {ConfigurationChain} configuration
 * @param {ConvertOptions} [options]
 */
async function prepare(configuration, options) {
  if (typeof configuration !== "string") throw invalidOption("configuration must be a string");
  const request = glossaryRequest(optionsObject(options).glossary);
  settings = mergeSettings(settings, options);
  const ready = await load();
  await ready.loadPacksFor(configuration);
  return { loaded: ready, request };
}
