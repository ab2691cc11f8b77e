import { Failure } from "../../../scripts/lib/failure.js";
import { inRoot } from "../../../scripts/lib/paths.js";
import { attempt } from "../../../scripts/lib/run.js";

const program = inRoot("build/native/tests/bench/shuye_bench");

/**
 * @typedef {object} NativeResult
 * @property {string} subject
 * @property {string} input "first" for the first use
 * @property {number[]} samples bytes in a second; for the first use, milliseconds
 * @property {number} [memory] bytes that the converter keeps
 */

/**
 * One round of shuye_bench, its repetitions in a random order.
 *
 * @param {import("./options.js").Configuration} configuration
 * @param {import("./inputs.js").Input[]} inputs
 * @param {{ filter: string, calls: number, quick: boolean }} options `filter` is a pattern of names
 * @returns {Promise<NativeResult[]>}
 */
export async function runNative(configuration, inputs, { filter, calls, quick }) {
  const flags = [
    `--benchmark_filter=${filter}`,
    `--benchmark_repetitions=${calls}`,
    `--benchmark_min_time=${quick ? 0.001 : 0.02}`,
    "--benchmark_enable_random_interleaving=true",
    "--benchmark_format=json",
  ];
  const { code, output } = await attempt(program, [...flags, configuration, ...inputs.map(({ path }) => path)]);
  // Its remarks on the machine come before the JSON.
  const json = output.slice(output.indexOf("\n{\n") + 1, output.lastIndexOf("}") + 1);
  if (code !== 0 || !json) throw new Failure(`${program} failed (${code}):\n${output}`);
  return collect(JSON.parse(json).benchmarks);
}

/** @param {any[]} entries */
function collect(entries) {
  /** @type {Map<string, NativeResult>} */
  const results = new Map();
  for (const entry of entries) {
    if (entry.run_type !== "iteration") continue;
    const [subject, , input] = entry.run_name.split("/");
    const key = `${subject}/${input}`;
    const result = results.get(key) ?? { subject, input, samples: /** @type {number[]} */ ([]), memory: entry.memory };
    result.samples.push(input === "first" ? entry.real_time : entry.bytes_per_second);
    results.set(key, result);
  }
  return [...results.values()];
}
