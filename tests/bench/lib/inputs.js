import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../../scripts/lib/paths.js";

/**
 * What is converted, as files that every environment reads.
 *
 * @typedef {object} Input
 * @property {string} name
 * @property {string} path
 * @property {string} from in a few words
 */

/** Larger documents that stand beside a checkout on some machines. */
const shared = inRoot("..", "shared");

/**
 * The same for the same arguments: what is random comes from a fixed seed.
 *
 * @param {string} folder
 * @param {number} bytes of each
 * @returns {Input[]}
 */
export function writeInputs(folder, bytes) {
  mkdirSync(folder, { recursive: true });
  const random = randomNumbers(2026);
  const keys = dictionaryKeys();
  /** @type {[name: string, from: string, text: string][]} */
  const texts = [
    articles(),
    corpus(),
    ["phrases", "keys of OpenCC's dictionaries in a random order", many(() => keys[random(keys.length)], bytes)],
    ["random", "characters of OpenCC's dictionaries at random", randomCharacters(keys, random, bytes)],
  ];
  return texts.map(([name, from, text]) => {
    const path = join(folder, `${name}.txt`);
    writeFileSync(path, repeated(text, bytes));
    return { name, path, from };
  });
}

/** @returns {[string, string, string]} */
function articles() {
  const seeds = documents(join(shared, "seeds"), /\.txt$/);
  if (seeds) return ["articles", "the seed articles, repeated", seeds];
  return ["articles", "examples/articles, repeated", documents(inRoot("examples", "articles"), /\.(md|html|txt)$/)];
}

/** @returns {[string, string, string]} */
function corpus() {
  const pages = documents(join(shared, "corpus"), /\.(html|md)$/);
  if (pages) return ["corpus", "pages of the corpus with their markup, repeated", pages];
  return ["corpus", "tests/fixtures, repeated (the corpus is not here)", documents(inRoot("tests", "fixtures"), /\.(md|html|txt)$/)];
}

/**
 * @param {string} folder
 * @param {RegExp} names
 */
function documents(folder, names) {
  if (!existsSync(folder)) return "";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => names.test(name)).sort();
  return files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

/** Every key of the text dictionaries. */
export function dictionaryKeys() {
  const folder = inRoot("node_modules", "opencc", "data", "dictionary");
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort();
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  return [...new Set(lines.filter((line) => line.includes("\t") && !line.startsWith("#")).map((line) => line.split("\t")[0]))];
}

/**
 * @param {string[]} keys
 * @param {(below: number) => number} random
 * @param {number} bytes
 */
function randomCharacters(keys, random, bytes) {
  const alphabet = [...new Set(keys.join(""))];
  return many(() => alphabet[random(alphabet.length)], bytes);
}

/**
 * @param {() => string} next
 * @param {number} bytes
 */
function many(next, bytes) {
  /** @type {string[]} */
  const parts = [];
  for (let size = 0; size < bytes; ) {
    const part = parts.length % 20 === 19 ? "\n" : next();
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join("");
}

/**
 * @param {string} text
 * @param {number} bytes at least as many, up to the end of a repetition's line
 */
function repeated(text, bytes) {
  const once = Buffer.from(`${text}\n`);
  const whole = Buffer.concat(Array(Math.ceil(bytes / once.length)).fill(once));
  const end = whole.indexOf("\n", bytes - 1);
  return whole.subarray(0, end < 0 ? undefined : end + 1);
}

/**
 * Mulberry32.
 *
 * @param {number} state
 * @returns {(below: number) => number}
 */
export function randomNumbers(state) {
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
