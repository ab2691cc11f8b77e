/**
 * @file The module that wasm/convert_bindings.cpp describes: what its functions take and give are addresses in its
 * memory, which nothing outside of this file sees.
 */

import { ShuyeError } from "./error.js";

/**
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} input
 * @property {() => number} output
 * @property {() => number} output_size
 * @property {() => number} units
 * @property {() => number} units_size
 * @property {() => number} error_offset
 * @property {() => void} clear
 * @property {(size: number) => number} packs_for
 * @property {(nameSize: number, size: number) => number} add_pack
 * @property {(size: number) => number} create
 * @property {(converter: number, entriesSize: number, protectSize: number) => number} with_glossary
 * @property {(converter: number, size: number) => void} convert
 * @property {(converter: number, size: number) => void} convert_string
 * @property {(converter: number) => void} release
 */

/** The most that is converted at once, in bytes of UTF-8. */
export const maxTextBytes = 128 * 1024 * 1024;

const encoder = new TextEncoder();
// A U+FEFF at the beginning is a character of the text like any other.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const decoder16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Larger ones are given back after the call. */
const kKeptBytes = 4 * 1024 * 1024;

export class ConvertModule {
  #exports;
  #crashed = false;

  /** @param {Exports} exports */
  constructor(exports) {
    this.#exports = exports;
    exports._initialize();
  }

  /** @param {WebAssembly.Module} binary */
  static async instantiate(binary) {
    const imports = {
      env: { emscripten_notify_memory_growth() {} },
      wasi_snapshot_preview1: {
        proc_exit() {
          throw new WebAssembly.RuntimeError("no memory is left");
        },
      },
    };
    const { exports } = await WebAssembly.instantiate(binary, imports);
    return new ConvertModule(/** @type {Exports} */ (/** @type {unknown} */ (exports)));
  }

  /** A module that stopped is in no known state. */
  get crashed() {
    return this.#crashed;
  }

  /** @param {string} configuration */
  packsFor(configuration) {
    return this.#run(({ packs_for }) => {
      if (!packs_for(this.#writeText(configuration))) throw this.#error();
      return this.#readText().split("\n").slice(0, -1);
    });
  }

  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  addPack(name, bytes) {
    this.#run(({ add_pack }) => {
      const nameBytes = encoder.encode(name);
      const room = this.#room(nameBytes.length + bytes.length);
      room.set(nameBytes);
      room.set(bytes, nameBytes.length);
      if (!add_pack(nameBytes.length, bytes.length)) throw this.#error();
    });
  }

  /**
   * @param {string} configuration
   * @returns {number} the converter's address
   */
  create(configuration) {
    return this.#run(({ create }) => {
      const converter = create(this.#writeText(configuration));
      if (converter === 0) throw this.#error();
      return converter;
    });
  }

  /**
   * @param {number} converter
   * @param {{ glossary: string, protect: string }} request lists, as `glossaryRequest` makes them
   * @returns {number} the address of another converter
   */
  withGlossary(converter, { glossary, protect }) {
    return this.#run(({ with_glossary }) => {
      const entries = encoder.encode(glossary);
      const terms = encoder.encode(protect);
      const room = this.#room(entries.length + terms.length);
      room.set(entries);
      room.set(terms, entries.length);
      const other = with_glossary(converter, entries.length, terms.length);
      if (other === 0) throw this.#error();
      return other;
    });
  }

  /**
   * @param {number} converter
   * @param {string} text
   */
  convertText(converter, text) {
    return this.#run(({ convert_string }) => {
      convert_string(converter, this.#writeText(text));
      const { memory, units, units_size } = this.#exports;
      return decoder16.decode(new Uint16Array(memory.buffer, units(), units_size()));
    });
  }

  /**
   * @param {number} converter
   * @param {Uint8Array} bytes
   */
  convertBytes(converter, bytes) {
    return this.#run(({ convert }) => {
      this.#room(bytes.length).set(bytes);
      convert(converter, bytes.length);
      return this.#output().slice();
    });
  }

  /** @param {number} converter */
  release(converter) {
    if (!this.#crashed) this.#run(({ release }) => release(converter));
  }

  /** @param {number} size */
  #room(size) {
    const at = this.#exports.input(size);
    return new Uint8Array(this.#exports.memory.buffer, at, size);
  }

  /**
   * Encodes into the memory itself. No unit of UTF-16 takes more than three bytes; a lone surrogate becomes U+FFFD.
   *
   * @param {string} text
   * @returns {number} bytes
   */
  #writeText(text) {
    const { written } = encoder.encodeInto(text, this.#room(3 * text.length));
    return written;
  }

  #output() {
    const { memory, output, output_size } = this.#exports;
    return new Uint8Array(memory.buffer, output(), output_size());
  }

  #readText() {
    return decoder.decode(this.#output());
  }

  #error() {
    const [code, stage, message] = this.#readText().split("\n");
    return new ShuyeError(
      /** @type {import("./error.js").ErrorCode} */ (code),
      /** @type {import("./error.js").Stage} */ (stage),
      message,
      { offset: this.#exports.error_offset() },
    );
  }

  /**
   * @template T
   * @param {(exports: Exports) => T} work
   * @returns {T}
   */
  #run(work) {
    if (this.#crashed) throw new ShuyeError("internal", "convert", "the module stopped at an earlier text");
    try {
      const result = work(this.#exports);
      if (this.#exports.output_size() > kKeptBytes) this.#exports.clear();
      return result;
    } catch (cause) {
      if (cause instanceof ShuyeError) throw cause;
      this.#crashed = true;
      const message = "the module stopped: no memory is left, or there is a bug";
      throw new ShuyeError("internal", "convert", message, { cause });
    }
  }
}
