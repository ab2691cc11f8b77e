import { Failure } from "../../../scripts/lib/failure.js";
import { inRoot } from "../../../scripts/lib/paths.js";
import { openChromium } from "./chromium.js";
import { firstUseSubjects } from "./first_use.js";
import { writeInputs } from "./inputs.js";
import { describeMachine, load } from "./machine.js";
import { measureOpenings } from "./measure_opening.js";
import { runNative } from "./native.js";
import { openNode } from "./node.js";
import { sentencesFrom } from "./opening_inputs.js";
import { firstUseTable, nativeTable, openingTable, sizeTable, stringTable } from "./report.js";
import { Samples } from "./samples.js";
import { measureSizes } from "./sizes.js";

/**
 * @typedef {import("./options.js").Options} Options
 * @typedef {import("./options.js").Configuration} Configuration
 * @typedef {import("./inputs.js").Input} Input
 */

/**
 * Measures what the options ask for and gives the report.
 *
 * @param {Options} options
 * @param {(line: string) => void} print
 */
export async function measure(options, print) {
  const before = load();
  const inputs = writeInputs(inRoot("build/bench"), options.bytes);
  const samples = new Samples();
  /** @type {import("./opening_inputs.js").OpeningInput[]} */
  let opened = [];
  if (options.only.some((name) => name !== "sizes")) opened = await measureTimes(options, inputs, samples, print);
  const parts = [
    "# What was measured",
    `By \`npm run bench\`${options.quick ? ", quick: the figures are rough" : ""}.`,
    [...(await describeMachine()), `load before ${before}, after ${load()} (1, 5, 15 minutes)`].map((line) => `- ${line}`).join("\n"),
    ...(options.only.includes("convert") ? throughputParts(options, inputs, samples) : []),
    ...(options.only.includes("first") ? firstUseParts(options, samples) : []),
    ...(options.only.includes("open") ? openingParts(options, opened, samples) : []),
    ...(options.only.includes("sizes") ? ["## Sizes", sizeTable(await measureSizes(options.configurations))] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

/**
 * One configuration after the other, and in each all environments in turn, round by round.
 *
 * @param {Options} options
 * @param {Input[]} inputs
 * @param {Samples} samples
 * @param {(line: string) => void} print
 */
async function measureTimes(options, inputs, samples, print) {
  /** @type {Record<string, () => Promise<import("./environment.js").MeasuringEnvironment>>} */
  const openers = { node: openNode, chromium: openChromium };
  const scripted = options.environments.filter((name) => name in openers);
  const open = new Map();
  try {
    for (const name of scripted) open.set(name, await openers[name]());
    const converting = options.only.includes("convert") || options.only.includes("first");
    for (const configuration of converting ? options.configurations : []) {
      const start = performance.now();
      for (let round = 0; round < options.rounds; round++) {
        if (options.environments.includes("native")) await nativeRound(configuration, inputs, options, samples);
        for (const [name, environment] of open) {
          await scriptedRound(name, environment, configuration, inputs, options, samples);
        }
      }
      print(`  ${configuration}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
    return options.only.includes("open") ? await measureOpenings(options, open, samples, print) : [];
  } finally {
    for (const environment of open.values()) await environment.close();
  }
}

/**
 * @param {Configuration} configuration
 * @param {Input[]} inputs
 * @param {Options} options
 * @param {Samples} samples
 */
async function nativeRound(configuration, inputs, { only, calls, quick }, samples) {
  const wanted = [...(only.includes("convert") ? inputs.map(({ name }) => name) : []), ...(only.includes("first") ? ["first"] : [])];
  const results = await runNative(configuration, inputs, { filter: `/(${wanted.join("|")})$`, calls, quick });
  if (results.length === 0) throw new Failure("shuye_bench measured nothing");
  for (const { subject, input, samples: measured, memory } of results) {
    samples.add("native", subject, configuration, input, measured);
    if (memory !== undefined) samples.add("native", `${subject} memory`, configuration, input, [memory]);
  }
}

/**
 * @param {string} name
 * @param {import("./environment.js").MeasuringEnvironment} environment
 * @param {Configuration} configuration
 * @param {Input[]} inputs
 * @param {Options} options
 * @param {Samples} samples
 */
async function scriptedRound(name, environment, configuration, inputs, { only, calls, warmUp }, samples) {
  if (only.includes("convert")) {
    for (const result of await environment.throughput(configuration, inputs, { calls, warmUp })) {
      samples.add(name, result.subject, configuration, result.input, result.samples);
      if (!result.same) samples.addDifference(result.subject, configuration, result.input);
    }
  }
  if (only.includes("first")) {
    for (const subject of firstUseSubjects) {
      samples.add(name, subject, configuration, "first", [await environment.firstUse(configuration, subject)]);
    }
  }
}

/**
 * @param {Options} options
 * @param {Input[]} inputs
 * @param {Samples} samples
 */
function throughputParts({ configurations, rounds, calls, bytes }, inputs, samples) {
  const parts = [
    "## Throughput",
    `MB/s of UTF-8, of texts of ${bytes / 1e6} MB; medians of ${rounds * calls} calls in ${rounds} rounds, converters taking turns in each. ` +
      "Every text was compared with OpenCC's before it was measured.",
  ];
  for (const { name, from } of inputs) {
    parts.push(`### ${name}: ${from}`);
    parts.push("Bytes to bytes, against OpenCC's C++ library:", nativeTable(samples, configurations, name));
    parts.push("String to string, against the others in JavaScript:", stringTable(samples, configurations, name));
  }
  const differences = samples.differences();
  if (differences.length > 0) parts.push(`Texts that a peer converts otherwise than OpenCC: ${differences.join(", ")}.`);
  return parts;
}

/**
 * @param {Options} options
 * @param {Samples} samples
 */
function firstUseParts({ configurations, rounds }, samples) {
  return [
    "## First use",
    `Milliseconds from the data in memory to the first converted sentence; medians of ${rounds} rounds. In Node a new process, in ` +
      "Chromium a new page; Shuye's module is compiled and its packs are buffers (“from bytes” compiles the module, too), opencc-js " +
      "has been imported. OpenCC reads its files. Memory is what the native converter keeps.",
    firstUseTable(samples, configurations),
  ];
}

/**
 * @param {Options} options
 * @param {import("./opening_inputs.js").OpeningInput[]} inputs
 * @param {Samples} samples
 */
function openingParts({ rounds, calls }, inputs, samples) {
  const parts = [
    "## Opening",
    `MB/s from the bytes of an article to its JSON (decode, parse, clean, write), made of ${sentencesFrom()}; medians of ` +
      `${rounds * calls} calls in ${rounds} rounds (fewer of the largest, five times as many below 500 kB), all taking turns. ` +
      "markdown-it makes HTML of a string and does nothing else; Readability is given a document that linkedom, or jsdom, has parsed. Memory is " +
      "what is needed at most, for each byte of the input: natively of the whole process, in Node of the module. Documents are those of the " +
      "corpus as they were found, one after the other.",
  ];
  for (const format of /** @type {const} */ (["markdown", "html"])) {
    const names = inputs.filter((input) => input.format === format).map(({ name }) => name);
    parts.push(`### ${format === "html" ? "HTML" : "Markdown"}`, openingTable(samples, format, names));
  }
  return parts;
}
