// npm run bench: Shuye and its peers, measured in the same run.
//
//   npm run bench -- [--quick] [--only=convert,first,sizes,open] [--environments=native,node,chromium]
//                    [--configurations=s2t,…] [--rounds=5]
//
// A whole run is written to RESULTS.md; any part of one goes to build/bench/results.md.

import { mkdirSync, writeFileSync } from "node:fs";
import { configurations } from "shuye/convert";
import { build } from "../../scripts/lib/cmake.js";
import { runMain } from "../../scripts/lib/failure.js";
import { inRoot } from "../../scripts/lib/paths.js";
import { buildWasm } from "../../scripts/lib/products.js";
import { setUp } from "../../scripts/lib/setup.js";
import { timed } from "../../scripts/lib/timed.js";
import { measure } from "./lib/measure.js";
import { environments, measures, readOptions } from "./lib/options.js";

await runMain(async () => {
  const options = readOptions(process.argv.slice(2));
  await timed("set-up and build", async () => {
    await setUp("bench");
    await buildWasm();
    if (options.environments.includes("native")) {
      await build("native", { tests: false, bench: true, targets: ["shuye_bench", "shuye_open_bench"] });
    }
  });
  const report = await measure(options, console.log);
  mkdirSync(inRoot("build/bench"), { recursive: true });
  const whole =
    !options.quick &&
    options.only.length === measures.length &&
    options.environments.length === environments.length &&
    options.configurations.length === configurations.length;
  const file = inRoot(whole ? "tests/bench/RESULTS.md" : "build/bench/results.md");
  writeFileSync(file, report);
  console.log(`\n${report}\nWritten to ${file}`);
});
