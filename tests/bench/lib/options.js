import { configurations } from "shuye/convert";
import { Failure } from "../../../scripts/lib/failure.js";

/** @typedef {import("shuye/convert").Configuration} Configuration */

export const environments = ["native", "node", "chromium"];
export const measures = ["convert", "first", "sizes", "open", "match", "highlight", "whole", "type"];

/**
 * @typedef {object} Options
 * @property {string[]} only of `measures`
 * @property {string[]} environments
 * @property {Configuration[]} configurations
 * @property {number} rounds
 * @property {number} calls of each converter in a round
 * @property {number} bytes of each input
 * @property {number[]} openingSizes bytes of the articles that are opened
 * @property {Matching} matching
 * @property {Reading} reading
 * @property {number} warmUp milliseconds before a converter in JavaScript is measured
 * @property {boolean} quick
 */

/**
 * @typedef {object} Matching
 * @property {number} bytes of the article
 * @property {number[]} keywords how many
 */

/**
 * @typedef {object} Reading
 * @property {number} highlight bytes of the article in which keywords are marked
 * @property {number[]} keywords how many
 * @property {number[]} wholeWay bytes of the articles that go the whole way
 * @property {number} typing bytes of the article in which keywords are typed
 * @property {number} words how many are typed in a round
 */

/**
 * @param {string[]} args
 * @returns {Options}
 */
export function readOptions(args) {
  /** @type {Map<string, string>} */
  const given = new Map();
  for (const argument of args) {
    const [, name, value = ""] = /^--([a-z]+)(?:=(.+))?$/.exec(argument) ?? [];
    if (!["only", "environments", "configurations", "rounds", "quick"].includes(name)) {
      throw new Failure(`"${argument}" is unknown: --quick --only= --environments= --configurations= --rounds=`);
    }
    given.set(name, value);
  }
  const quick = given.has("quick");
  const rounds = Number(given.get("rounds") ?? (quick ? 1 : 5));
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Failure("--rounds must be a number");
  return {
    only: chosen(given.get("only"), measures),
    environments: chosen(given.get("environments"), environments),
    configurations: chosen(given.get("configurations"), configurations),
    rounds,
    calls: quick ? 2 : 3,
    bytes: quick ? 200_000 : 1_000_000,
    openingSizes: quick ? [10_000, 100_000, 1_000_000] : [10_000, 100_000, 1_000_000, 10_000_000, 50_000_000],
    matching: { bytes: quick ? 200_000 : 4_000_000, keywords: [20, 500, 5000, 100_000] },
    reading: { highlight: 1_000_000, keywords: [20, 500, 5000], wholeWay: [15_000, 1_000_000], typing: 100_000, words: quick ? 3 : 10 },
    warmUp: quick ? 100 : 300,
    quick,
  };
}

/**
 * @template {string} T
 * @param {string | undefined} list
 * @param {readonly T[]} known
 * @returns {T[]}
 */
function chosen(list, known) {
  if (list === undefined) return [...known];
  const names = list.split(",");
  const unknown = names.filter((name) => !known.some((other) => other === name));
  if (unknown.length > 0) throw new Failure(`"${unknown}" is unknown: ${known.join(", ")}`);
  return known.filter((name) => names.includes(name));
}
