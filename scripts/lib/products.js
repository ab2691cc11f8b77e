import { cpSync, rmSync } from "node:fs";
import { build } from "./cmake.js";
import { collectLicences } from "./licences.js";
import { inRoot } from "./paths.js";
import { run } from "./run.js";

/**
 * The parts of dist/, in the order in which they need each other.
 */

/** dist/bin/shuye, and in build/native/generated what the other builds take from this one. */
export async function buildNative() {
  await build("native", { tests: false, targets: ["shuye_packs", "shuye_cli"] });
}

/** dist/packs, dist/wasm, and the licences of what is in them. */
export async function buildWasm() {
  await build("native", { tests: false, targets: ["shuye_packs"] });
  await build("wasm", { tests: false, targets: ["shuye_wasm", "shuye_convert_wasm"] });
  gather();
}

/** The packs, the modules and the licences, from the build folders. */
export function gather() {
  for (const name of ["shuye.js", "shuye.wasm", "convert.wasm"]) {
    cpSync(inRoot("build/wasm/wasm", name), inRoot("dist/wasm", name));
  }
  cpSync(inRoot("wasm/shuye.d.ts"), inRoot("dist/wasm/shuye.d.ts"));
  const packs = inRoot("dist", "packs");
  rmSync(packs, { recursive: true, force: true });
  cpSync(inRoot("build/native/generated/packs"), packs, { recursive: true });
  collectLicences();
}

/** dist/types: the declarations of the package's JavaScript, out of its JSDoc. */
export async function buildTypes() {
  // Those of a file that is gone would stay, and be packed.
  rmSync(inRoot("dist", "types"), { recursive: true, force: true });
  await run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json"], { log: "types" });
}

/** dist/site and dist/shuye.html. */
export async function buildSite() {
  await run(process.execPath, ["web/build.js"], { log: "site" });
}
