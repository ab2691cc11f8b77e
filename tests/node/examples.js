import { readFileSync } from "node:fs";

const folder = new URL("../../examples/articles/", import.meta.url);

/**
 * @typedef {object} Example
 * @property {string} file
 * @property {string} script
 * @property {import("shuye").Format} format
 * @property {string[]} keywords
 */

/** What examples/articles/index.json lists. @type {Example[]} */
export const examples = JSON.parse(readFileSync(new URL("index.json", folder), "utf8"));

/** @param {string} file */
export function readExample(file) {
  return readFileSync(new URL(file, folder));
}
