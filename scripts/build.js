// npm run build: everything in dist/. `native` or `wasm` builds that half alone.

import { Failure, runMain } from "./lib/failure.js";
import { buildNative, buildSite, buildTypes, buildWasm } from "./lib/products.js";
import { setUp } from "./lib/setup.js";
import { timed } from "./lib/timed.js";

/** @type {Record<string, [string, () => Promise<void>][]>} */
const halves = {
  native: [["command line program", buildNative]],
  wasm: [["dictionaries and WebAssembly", buildWasm]],
};
const all = [
  ...halves.native,
  ...halves.wasm,
  /** @type {[string, () => Promise<void>]} */ (["types", buildTypes]),
  /** @type {[string, () => Promise<void>]} */ (["page and single file", buildSite]),
];

await runMain(async () => {
  const half = process.argv[2];
  if (half && !(half in halves)) throw new Failure(`There is no build "${half}": ${Object.keys(halves).join(", ")}`);
  await timed("set-up", () => setUp("start"));
  for (const [name, work] of half ? halves[half] : all) await timed(name, work);
});
