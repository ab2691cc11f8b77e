// npm run accuracy: how well articles are understood, as one table, beside its targets.
//
//   npm run accuracy -- [--only=seeds,pages,readability,pasted,keywords,damage] [--seeds=3] [--full] [--verbose]
//
// --full damages each document in 50 ways; --verbose says what each document gives. A figure below its floor fails.

import { Failure, runMain } from "../../scripts/lib/failure.js";
import { build } from "../../scripts/lib/cmake.js";
import { setUp } from "../../scripts/lib/setup.js";
import { timed } from "../../scripts/lib/timed.js";
import { measureAll, measures } from "./lib/measure.js";
import { belowFloor, tableOf } from "./lib/report.js";
import { isPresent } from "./lib/shared.js";
import { fewSeeds } from "./lib/step.js";

const everyDamage = 50;

await runMain(async () => {
  const { only, seeds, verbose } = readOptions(process.argv.slice(2));
  if (!isPresent()) throw new Failure("There is nothing to measure: no ../shared stands beside this checkout.");
  await timed("set-up and build", async () => {
    await setUp("test");
    await build("native", { tests: true, targets: ["shuye_packs", "shuye_cli", "shuye_tests"] });
  });
  const figures = await measureAll(only, seeds);
  console.log(tableOf(figures, { verbose }));
  const low = belowFloor(figures);
  if (low.length > 0) throw new Failure(low.join("\n"));
});

/** @param {string[]} args */
function readOptions(args) {
  let [only, seeds, verbose] = [Object.keys(measures), fewSeeds, false];
  for (const argument of args) {
    const [, name, value = ""] = /^--([a-z]+)(?:=(.+))?$/.exec(argument) ?? [];
    if (name === "only") only = value.split(",");
    else if (name === "seeds") seeds = Number(value);
    else if (name === "full") seeds = everyDamage;
    else if (name === "verbose") verbose = true;
    else throw new Failure(`"${argument}" is unknown: --only= --seeds= --full --verbose`);
  }
  const unknown = only.filter((name) => !(name in measures));
  if (unknown.length > 0) throw new Failure(`"${unknown}" is unknown: ${Object.keys(measures).join(", ")}`);
  if (!(Number.isInteger(seeds) && seeds > 0)) throw new Failure("--seeds must be a number");
  return { only, seeds, verbose };
}
