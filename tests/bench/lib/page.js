/* global window */
/**
 * @file What the page in Chromium runs, bundled by chromium.js.
 */

import * as simplecc from "simplecc-wasm/web";
import MarkdownIt from "markdown-it";
import * as shuye from "shuye";
import { createConverter } from "shuye/convert";
import { measureFirstUse } from "./first_use.js";
import { makeOpeners, measureOpening } from "./opening.js";
import { makeSubjects } from "./subjects.js";
import { measureThroughput } from "./throughput.js";

/** @param {string} path */
const bytesOf = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());

const settings = { wasm: "/dist/wasm/convert.wasm", packs: "/dist/packs/" };

const bench = {
  /**
   * @param {import("shuye/convert").Configuration} configuration
   * @param {{ name: string, url: string }[]} inputs
   * @param {{ calls: number, warmUp: number }} options
   */
  async throughput(configuration, inputs, options) {
    const initialize = /** @type {(options: object) => Promise<unknown>} */ (/** @type {unknown} */ (simplecc.default));
    await initialize({ module_or_path: "/node_modules/simplecc-wasm/pkg/web/simplecc_wasm_bg.wasm" });
    const subjects = await makeSubjects(configuration, { createConverter, settings, simplecc: simplecc.simplecc });
    const results = [];
    for (const { name, url } of inputs) {
      const measured = measureThroughput(subjects, await bytesOf(url), options);
      results.push(...measured.map((result) => ({ ...result, input: name })));
    }
    return results;
  },

  /**
   * @param {import("shuye/convert").Configuration} configuration
   * @param {string} subject
   * @param {string[]} names of the packs
   */
  async firstUse(configuration, subject, names) {
    const wasm = await bytesOf(settings.wasm);
    const packs = new Map(
      await Promise.all(
        names.map(async (name) => /** @type {const} */ ([name, await bytesOf(`${settings.packs}${name}.pack`)])),
      ),
    );
    const pack = (/** @type {string} */ name) => /** @type {Uint8Array<ArrayBuffer>} */ (packs.get(name));
    return measureFirstUse(subject, configuration, createConverter, wasm, pack);
  },

  /**
   * @param {"markdown" | "html"} format
   * @param {string} url
   * @param {{ calls: number, warmUp: number }} options
   */
  async opening(format, url, options) {
    shuye.configure({ wasm: "/dist/wasm/shuye.wasm", packs: settings.packs });
    return measureOpening(makeOpeners(shuye, MarkdownIt, format), await bytesOf(url), options);
  },
};

/** @typedef {typeof bench} Bench */

Object.assign(window, { bench });
