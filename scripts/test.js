// npm test: set-up, every build, every test, every check. `-- --only=native,check` runs some of it.

import { checkFormat, checkLint, checkTidy, checkTypes } from "./lib/checks.js";
import { runAccuracy } from "../tests/accuracy/lib/step.js";
import { build } from "./lib/cmake.js";
import { runMain } from "./lib/failure.js";
import { buildSite, buildTypes, gather } from "./lib/products.js";
import { setUp } from "./lib/setup.js";
import { choose, runSteps } from "./lib/steps.js";
import { runFuzzTargets, runJavaScriptTests, runSuite, runUnitTests, runWasmUnitTests } from "./lib/suites.js";

/** @type {import("./lib/steps.js").Step[]} */
const steps = [
  { name: "set-up", needs: [], run: () => setUp("test") },
  { name: "native build", needs: ["set-up"], run: () => build("native", { tests: true }) },
  { name: "native tests", group: "native", needs: ["native build"], run: () => runUnitTests("native") },
  { name: "accuracy", group: "accuracy", needs: ["native build"], run: runAccuracy },
  { name: "sanitizer build", needs: ["native build"], run: () => build("sanitizers", { tests: true }) },
  { name: "sanitizer tests", group: "sanitizers", needs: ["sanitizer build"], run: () => runUnitTests("sanitizers") },
  { name: "fuzz targets", group: "sanitizers", needs: ["sanitizer build"], run: runFuzzTargets },
  { name: "WebAssembly build", needs: ["native build"], run: () => build("wasm", { tests: true }) },
  { name: "WebAssembly tests", group: "wasm", needs: ["WebAssembly build"], run: runWasmUnitTests },
  { name: "package and page", needs: ["WebAssembly build"], run: buildPackage },
  { name: "JavaScript tests", group: "javascript", needs: ["package and page"], run: runJavaScriptTests },
  { name: "package tests", group: "package", needs: ["package and page"], run: () => runSuite("package") },
  { name: "browser tests", group: "browser", needs: ["package and page"], run: () => runSuite("browser") },
  { name: "layering", group: "check", needs: ["set-up"], run: () => runSuite("layering") },
  { name: "clang-format", group: "check", needs: ["set-up"], run: checkFormat },
  { name: "clang-tidy", group: "check", needs: ["native build"], run: checkTidy },
  { name: "types", group: "check", needs: ["set-up"], run: checkTypes },
  { name: "eslint", group: "check", needs: ["set-up"], run: checkLint },
];

await runMain(async () => {
  const only = process.argv.slice(2).flatMap((argument) => /^--only=(.+)$/.exec(argument)?.[1].split(",") ?? []);
  const { passed, failed, skipped } = await runSteps(choose(steps, only));
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  if (failed + skipped > 0) process.exitCode = 1;
});

async function buildPackage() {
  gather();
  await buildTypes();
  await buildSite();
}
