// npm run bench: Shuye and its peers, measured in the same run.
//
//   npm run bench -- [--quick] [--only=convert,first,sizes,open,match,highlight,whole,type] [--environments=native,node,chromium]
//                    [--configurations=s2t,…] [--rounds=5]
//
// Conversion (convert, first, sizes) is reported in RESULTS.md, opening in OPENING.md, the matcher natively (match) in
// MATCHING.md, and what a reader waits for (highlight, whole, type: in Chromium alone) in HIGHLIGHT.md when it was
// measured whole; any part of it goes to build/bench/.

import { mkdirSync, writeFileSync } from "node:fs";
import { configurations } from "shuye/convert";
import { build } from "../../scripts/lib/cmake.js";
import { runMain } from "../../scripts/lib/failure.js";
import { inRoot } from "../../scripts/lib/paths.js";
import { buildWasm } from "../../scripts/lib/products.js";
import { setUp } from "../../scripts/lib/setup.js";
import { timed } from "../../scripts/lib/timed.js";
import { measure } from "./lib/measure.js";
import { measureMatching } from "./lib/measure_matching.js";
import { measureReading } from "./lib/measure_reading.js";
import { environments, readOptions } from "./lib/options.js";

const reports = [
  { file: "RESULTS.md", of: ["convert", "first", "sizes"], measure },
  { file: "OPENING.md", of: ["open"], measure },
  { file: "MATCHING.md", of: ["match"], measure: measureMatching, needs: "native" },
  { file: "HIGHLIGHT.md", of: ["highlight", "whole", "type"], measure: measureReading, needs: "chromium" },
];

await runMain(async () => {
  const options = readOptions(process.argv.slice(2));
  await timed("set-up and build", async () => {
    await setUp("bench");
    await buildWasm();
    const native = options.only.some((name) => ["convert", "first", "open", "match"].includes(name));
    if (native && options.environments.includes("native")) {
      await build("native", { tests: false, bench: true, targets: ["shuye_bench", "shuye_open_bench", "shuye_match_bench"] });
    }
  });
  mkdirSync(inRoot("build/bench"), { recursive: true });
  const everywhere = !options.quick && options.environments.length === environments.length;
  for (const { file, of, measure, needs } of reports) {
    const only = options.only.filter((name) => of.includes(name));
    if (only.length === 0 || (needs && !options.environments.includes(needs))) continue;
    const report = await measure({ ...options, only }, console.log);
    const whole =
      everywhere &&
      only.length === of.length &&
      (options.configurations.length === configurations.length || file !== "RESULTS.md");
    const path = inRoot(whole ? "tests/bench" : "build/bench", file);
    writeFileSync(path, report);
    console.log(`\n${report}\nWritten to ${path}`);
  }
});
