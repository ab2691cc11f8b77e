/** @file The tables, as Markdown. */

import { ofSimplecc } from "./subjects.js";

/** @typedef {import("./samples.js").Samples} Samples */

/** @param {number | undefined} value @param {number} [digits] */
export const number = (value, digits = 0) => (value === undefined ? "–" : value.toFixed(digits));

/** @param {number | undefined} value */
const megabytes = (value) => number(value === undefined ? undefined : value / 1e6);

/** @param {number | undefined} ours @param {number | undefined} theirs */
export const times = (ours, theirs) => (ours === undefined || theirs === undefined ? "–" : `${(ours / theirs).toFixed(1)} ×`);

/**
 * @param {string[]} head
 * @param {string[][]} rows the first column is text, the others are numbers
 */
export function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

/**
 * Throughput on one input.
 *
 * @param {Samples} samples
 * @param {readonly string[]} configurations
 * @param {string} input
 */
export function nativeTable(samples, configurations, input) {
  const head = ["MB/s", "OpenCC C++", "Shuye C++", "ratio", "with map", "of without", "wasm in Node", "ratio to C++", "wasm in Chromium", "ratio to C++"];
  return table(
    head,
    configurations.map((configuration) => {
      const at = (/** @type {string} */ environment, /** @type {string} */ subject) =>
        samples.median(environment, subject, configuration, input);
      const opencc = at("native", "opencc"), ours = at("native", "shuye"), map = at("native", "shuye with map");
      const node = at("node", "shuye bytes"), chromium = at("chromium", "shuye bytes");
      const share = map === undefined || ours === undefined ? "–" : `${Math.round((100 * map) / ours)} %`;
      return [configuration, megabytes(opencc), megabytes(ours), times(ours, opencc), megabytes(map), share,
        megabytes(node), times(node, opencc), megabytes(chromium), times(chromium, opencc)];
    }),
  );
}

/**
 * @param {Samples} samples
 * @param {readonly string[]} configurations
 * @param {string} input
 */
export function stringTable(samples, configurations, input) {
  const of = ["Shuye", "opencc-js", "ratio", "simplecc-wasm", "ratio"];
  const head = ["MB/s", ...["Node", "Chromium"].flatMap((where) => of.map((name) => `${where}: ${name}`))];
  return table(
    head,
    configurations.map((configuration) => [
      configuration,
      ...["node", "chromium"].flatMap((environment) => {
        const [ours, js, simplecc] = ["shuye", "opencc-js", "simplecc-wasm"].map((subject) =>
          samples.median(environment, subject, configuration, input),
        );
        const has = ofSimplecc.includes(configuration);
        return [megabytes(ours), megabytes(js), times(ours, js), has ? megabytes(simplecc) : "", has ? times(ours, simplecc) : ""];
      }),
    ]),
  );
}

/**
 * @param {Samples} samples
 * @param {readonly string[]} configurations
 */
export function firstUseTable(samples, configurations) {
  const of = ["Shuye", "from bytes", "opencc-js"];
  const head = ["ms", "OpenCC C++", "Shuye C++", "its memory, MB", ...["Node", "Chromium"].flatMap((where) => of.map((name) => `${where}: ${name}`))];
  return table(
    head,
    configurations.map((configuration) => {
      const at = (/** @type {string} */ environment, /** @type {string} */ subject) =>
        samples.median(environment, subject, configuration, "first");
      const memory = samples.median("native", "shuye memory", configuration, "first");
      return [
        configuration,
        number(at("native", "opencc"), 1),
        number(at("native", "shuye"), 1),
        number(memory === undefined ? undefined : memory / 1e6, 1),
        ...["node", "chromium"].flatMap((environment) =>
          ["shuye", "shuye from bytes", "opencc-js"].map((subject) => number(at(environment, subject), 1)),
        ),
      ];
    }),
  );
}

/**
 * @param {Samples} samples
 * @param {"markdown" | "html"} format
 * @param {readonly string[]} inputs by name
 */
export function openingTable(samples, format, inputs) {
  /** @type {[string, "node" | "chromium"][]} */
  const peers =
    format === "markdown"
      ? [["markdown-it", "node"], ["markdown-it", "chromium"]]
      : [["readability on linkedom", "node"], ["readability on jsdom", "node"]];
  const names = { node: "Node", chromium: "Chromium" };
  const head = ["input", "native", "Node", "Chromium",
    ...peers.flatMap(([peer, place]) => [`${peer} in ${names[place]}`, "ratio"]), "memory native", "memory in Node"];
  return table(
    head,
    inputs.map((input) => {
      const at = (/** @type {string} */ environment, /** @type {string} */ subject) =>
        samples.median(environment, subject, format, input);
      const rate = (/** @type {number | undefined} */ value) => number(value === undefined ? undefined : value / 1e6, 1);
      const memory = (/** @type {string} */ environment) => {
        const value = at(environment, "memory");
        return value === undefined ? "–" : `${value.toFixed(1)} ×`;
      };
      return [
        input,
        ...["native", "node", "chromium"].map((environment) => rate(at(environment, "shuye"))),
        ...peers.flatMap(([peer, place]) => [rate(at(place, peer)), times(at(place, "shuye"), at(place, peer))]),
        memory("native"),
        memory("node"),
      ];
    }),
  );
}

/** @param {import("./sizes.js").Size[]} sizes */
export function sizeTable(sizes) {
  const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);
  return table(["kB", "raw", "brotli"], sizes.map(({ name, raw, brotli }) => [name, kilobytes(raw), kilobytes(brotli)]));
}
