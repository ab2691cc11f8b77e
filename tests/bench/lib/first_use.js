/**
 * @file From the data in memory to the first converted sentence, in a process or a page that has converted nothing
 * yet. Runs in both.
 *
 * What loading is for each is left out: Shuye's module is compiled and its packs are buffers; opencc-js has been
 * imported, which has made strings of its dictionaries. "shuye from bytes" compiles the module, too.
 */

import { makeOpenccJs } from "./subjects.js";

const sentence = "几个软件的内存不够，鼠标和打印机都停了。幾個軟體的記憶體不夠。";

export const firstUseSubjects = ["shuye", "shuye from bytes", "opencc-js"];

/**
 * @param {string} subject
 * @param {import("shuye/convert").Configuration} configuration
 * @param {typeof import("shuye/convert").createConverter} createConverter
 * @param {BufferSource} wasm
 * @param {(name: string) => BufferSource} packs
 * @returns {Promise<number>} milliseconds
 */
export async function measureFirstUse(subject, configuration, createConverter, wasm, packs) {
  const module = subject === "shuye" ? await WebAssembly.compile(wasm) : wasm;
  const start = performance.now();
  if (subject === "opencc-js") {
    makeOpenccJs(configuration)(sentence);
  } else {
    (await createConverter(configuration, { wasm: module, packs })).convert(sentence);
  }
  return performance.now() - start;
}
