import { fileURLToPath } from "node:url";
import { Failure } from "../../../scripts/lib/failure.js";
import { inRoot } from "../../../scripts/lib/paths.js";
import { run } from "../../../scripts/lib/run.js";
import { writeOpeningInputs } from "./opening_inputs.js";

/**
 * @typedef {import("./options.js").Options} Options
 * @typedef {import("./opening_inputs.js").OpeningInput} OpeningInput
 * @typedef {import("./samples.js").Samples} Samples
 */

const nodeProgram = fileURLToPath(new URL("opening_node.js", import.meta.url));
const nativeProgram = inRoot("build/native/tests/bench/shuye_open_bench");

/**
 * Every size of both formats, in all environments in turn, round by round; then the memory, in fresh processes.
 *
 * @param {Options} options
 * @param {Map<string, import("./environment.js").MeasuringEnvironment>} open those in JavaScript
 * @param {Samples} samples
 * @param {(line: string) => void} print
 * @returns {Promise<OpeningInput[]>}
 */
export async function measureOpenings(options, open, samples, print) {
  const inputs = writeOpeningInputs(inRoot("build/bench/opening"), options.openingSizes);
  for (const input of inputs) {
    const start = performance.now();
    const large = input.bytes >= 20_000_000;
    // Of small ones it costs nothing to have many, and single ones say little.
    const calls = large ? 1 : options.calls * (input.bytes < 500_000 ? 5 : 1);
    const rounds = large ? Math.min(options.rounds, 2) : options.rounds;
    for (let round = 0; round < rounds; round++) await openingRound(input, calls, options, open, samples);
    await measureMemory(input, options, samples);
    print(`  ${input.format}, ${input.name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  return inputs;
}

/**
 * @param {OpeningInput} input
 * @param {number} calls
 * @param {Options} options
 * @param {Map<string, import("./environment.js").MeasuringEnvironment>} open
 * @param {Samples} samples
 */
async function openingRound({ format, name: input, path, bytes }, calls, { environments, warmUp }, open, samples) {
  if (environments.includes("native")) {
    const [times] = (await run(nativeProgram, [format, `${Math.max(calls, 3)}`, path])).split("\n");
    samples.add("native", "shuye", format, input, times.trim().split(" ").slice(-calls).map((time) => bytes / Number(time)));
  }
  for (const [name, environment] of open) {
    const results = await environment.opening(format, path, { calls, warmUp });
    if (results.length === 0) throw new Failure(`${name} opened nothing`);
    for (const { subject, samples: measured } of results) samples.add(name, subject, format, input, measured);
  }
}

/**
 * Bytes for each byte of the input.
 *
 * @param {OpeningInput} input
 * @param {Options} options
 * @param {Samples} samples
 */
async function measureMemory({ format, name, path, bytes }, { environments }, samples) {
  if (environments.includes("native")) {
    const [, peak] = (await run(nativeProgram, [format, "1", path])).split("\n");
    samples.add("native", "memory", format, name, [Number(peak) / bytes]);
  }
  if (environments.includes("node")) {
    const peak = JSON.parse(await run(process.execPath, [nodeProgram, format, path, "memory"]));
    samples.add("node", "memory", format, name, [peak / bytes]);
  }
}
