import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { filesIn } from "./files.js";
import { Failure } from "./failure.js";
import { inRoot } from "./paths.js";
import { all, inPairs, run } from "./run.js";

/** How many processes a suite has: most tests are of one thread, or wait for a browser. */
const processes = Math.max(1, Math.min(4, availableParallelism()));

/** Tests of these folders are suites of their own. */
const ownSuites = ["tests/browser", "tests/package", "tests/layering"];

/** Many more shares of the unit tests than there are cores: some tests take a second, some a minute under the sanitizers. */
const shares = 16;

/** @param {"native" | "sanitizers"} preset */
export async function runUnitTests(preset) {
  const options = { ASAN_OPTIONS: "detect_leaks=1", UBSAN_OPTIONS: "print_stacktrace=1" };
  // GoogleTest's own way to share the tests of a program among processes.
  const indices = Array.from({ length: shares }, (_, index) => index);
  const outputs = await inPairs(indices, (index) => {
    const env = { ...options, GTEST_TOTAL_SHARDS: `${shares}`, GTEST_SHARD_INDEX: `${index}` };
    return run(inRoot("build", preset, "tests/unit/shuye_tests"), [], { log: `test-${preset}-${index + 1}`, env });
  });
  return summary(outputs);
}

/** The same tests as WebAssembly, which sees no environment. Emscripten's glue would take Node's fetch for a browser's. */
export async function runWasmUnitTests() {
  const program = inRoot("build/wasm/tests/unit/shuye_tests.cjs");
  return summary([await run(process.execPath, ["--no-experimental-fetch", program], { log: "test-wasm" })]);
}

const fuzzTargets = ["convert", "open", "search"];
const fuzzSeconds = 30;
/** The same in every run: what `npm test` says of a commit should not be luck. */
const fuzzSeed = "1";

/**
 * Each target for a while under the sanitizers. The input that breaks one stays in
 * build/fuzz-inputs, and runs again as the program's argument.
 */
export async function runFuzzTargets() {
  const seeds = ["tests/fixtures", "examples/articles"];
  mkdirSync(inRoot("build", "fuzz-inputs"), { recursive: true });
  const runs = fuzzTargets.map((target) => {
    const program = inRoot("build/sanitizers/tests/fuzz", `shuye_fuzz_${target}`);
    const keep = inRoot("build", "fuzz-inputs", `${target}.input`);
    const options = ["--seed", fuzzSeed, "--seconds", `${fuzzSeconds}`, "--keep", keep];
    return run(program, [...options, ...seeds], { log: `fuzz-${target}` });
  });
  const inputs = (await all(runs)).reduce((sum, output) => sum + Number(/^(\d+) inputs$/m.exec(output)?.[1] ?? 0), 0);
  if (inputs === 0) throw new Failure("the fuzz targets ran no input");
  return `${inputs} inputs`;
}

/** What GoogleTest says at the end of each process, skipped tests included. @param {string[]} outputs */
function summary(outputs) {
  const count = (/** @type {RegExp} */ line) =>
    outputs.reduce((sum, output) => sum + Number(line.exec(output)?.[1] ?? 0), 0);
  const passed = count(/\[ {2}PASSED {2}\] (\d+) test/);
  if (passed === 0) throw new Failure("GoogleTest ran no test");
  const skipped = count(/\[ {2}SKIPPED \] (\d+) test/);
  return skipped > 0 ? `${passed} tests, ${skipped} skipped` : `${passed} tests`;
}

/** Every JavaScript test that needs neither a browser nor an installed package. */
export function runJavaScriptTests() {
  const files = filesIn(["tests", "examples"], [".test.js"]);
  return runNodeTests("javascript", files.filter((file) => !ownSuites.some((suite) => file.startsWith(`${suite}/`))));
}

/** @param {"browser" | "package" | "layering"} name */
export function runSuite(name) {
  return runNodeTests(name, filesIn([`tests/${name}`], [".test.js"]));
}

/**
 * @param {string} name
 * @param {string[]} files
 */
async function runNodeTests(name, files) {
  // Without a name `node --test` would go and look for tests itself.
  if (files.length === 0) throw new Failure(`there is no test file for "${name}"`);
  mkdirSync(inRoot("build"), { recursive: true });
  const limits = [`--test-concurrency=${processes}`, "--test-timeout=300000", "--test-reporter=spec"];
  const output = await run(process.execPath, ["--test", ...limits, ...files], { log: `test-${name}`, minutes: 30 });
  const passed = /^ℹ pass (\d+)/m.exec(output)?.[1] ?? "0";
  const skipped = /^ℹ skipped (\d+)/m.exec(output)?.[1] ?? "0";
  if (passed === "0") throw new Failure(`no test of "${name}" ran`);
  return skipped === "0" ? `${passed} tests` : `${passed} tests, ${skipped} skipped`;
}
