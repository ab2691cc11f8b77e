// Measures opening in a process of its own: `node opening_node.js <format> <file> <calls> <warmUp>` writes JSON.
// With `memory` for calls it opens the file, or each of its documents, once and writes how many bytes the module's memory has then.

import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
// @ts-ignore: it has no types
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import MarkdownIt from "markdown-it";
import { documentsIn, makeOpeners, measureOpening } from "./opening.js";

/** @type {WebAssembly.Memory[]} */
const memories = [];
const { instantiate } = WebAssembly;
WebAssembly.instantiate = /** @type {any} */ (
  async (/** @type {any} */ source, /** @type {any} */ imports) => {
    const result = /** @type {any} */ (await instantiate(source, imports));
    const exported = Object.values((result.instance ?? result).exports);
    memories.push(...exported.filter((value) => value instanceof WebAssembly.Memory));
    return result;
  }
);

const [format, path, calls, warmUp] = process.argv.slice(2);
const shuye = await import("shuye");
const bytes = new Uint8Array(readFileSync(path));
const openers = makeOpeners(shuye, MarkdownIt, format === "html" ? "html" : "markdown");
if (format === "html") {
  /** @type {[string, (html: string) => any][]} */
  const parsers = [
    ["readability on linkedom", (html) => parseHTML(html).document],
    ["readability on jsdom", (html) => new JSDOM(html).window.document],
  ];
  for (const [name, parse] of parsers) {
    openers.push({
      name,
      most: 1_000_000,
      // It takes the document apart: each call needs one of its own, parsed before the clock starts.
      prepare: (page) => parse(new TextDecoder().decode(page)),
      open: (document) => new Readability(document).parse(),
    });
  }
}
if (calls === "memory") {
  for (const document of documentsIn(bytes)) await openers[0].open(document);
  console.log(JSON.stringify(Math.max(...memories.map((memory) => memory.buffer.byteLength))));
} else {
  console.log(JSON.stringify(await measureOpening(openers, bytes, { calls: Number(calls), warmUp: Number(warmUp) })));
}
