/**
 * @file The converters that are compared in JavaScript. Runs in Node and in a page; what differs between the two is
 * handed in.
 */

import * as opencc from "opencc-js";

/** @typedef {import("shuye/convert").Configuration} Configuration */

/**
 * @typedef {object} Environment
 * @property {typeof import("shuye/convert").createConverter} createConverter
 * @property {import("shuye/convert").Settings} settings
 * @property {(text: string, configuration: string) => string} simplecc
 */

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {"string" | "bytes"} takes
 * @property {(text: any) => unknown} convert
 */

/** OpenCC's configurations in the words of opencc-js. @type {Record<Configuration, [from: string, to: string]>} */
const locales = {
  s2t: ["cn", "t"],
  s2tw: ["cn", "tw"],
  s2twp: ["cn", "twp"],
  s2hk: ["cn", "hk"],
  s2hkp: ["cn", "hkp"],
  t2s: ["t", "cn"],
  tw2s: ["tw", "cn"],
  tw2sp: ["twp", "cn"],
  hk2s: ["hk", "cn"],
  hk2sp: ["hkp", "cn"],
  t2tw: ["t", "tw"],
  tw2t: ["tw", "t"],
  t2hk: ["t", "hk"],
  hk2t: ["hk", "t"],
  t2jp: ["t", "jp"],
  jp2t: ["jp", "t"],
};

/** All that simplecc-wasm has. */
export const ofSimplecc = ["s2t", "s2tw", "s2twp", "s2hk", "t2s", "hk2s"];

/** @param {Configuration} configuration */
export function makeOpenccJs(configuration) {
  const [from, to] = locales[configuration];
  return opencc.Converter(/** @type {any} */ ({ from, to }));
}

/**
 * @param {Configuration} configuration
 * @param {Environment} environment
 * @returns {Promise<Subject[]>}
 */
export async function makeSubjects(configuration, { createConverter, settings, simplecc }) {
  const ours = await createConverter(configuration, settings);
  const theirs = makeOpenccJs(configuration);
  /** @type {Subject[]} */
  const subjects = [
    { name: "shuye bytes", takes: "bytes", convert: (bytes) => ours.convert(bytes) },
    { name: "shuye", takes: "string", convert: (text) => ours.convert(text) },
    { name: "opencc-js", takes: "string", convert: theirs },
  ];
  if (ofSimplecc.includes(configuration)) {
    subjects.push({ name: "simplecc-wasm", takes: "string", convert: (text) => simplecc(text, configuration) });
  }
  return subjects;
}
