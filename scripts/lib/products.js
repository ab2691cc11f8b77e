import { cpSync, rmSync } from "node:fs";
import { build } from "./cmake.js";
import { inRoot } from "./paths.js";
import { run } from "./run.js";

/**
 * The parts of dist/, in the order in which they need each other.
 */

/** dist/bin/shuye, and in build/native/generated what the other builds take from this one. */
export async function buildNative() {
  await build("native", { tests: false, targets: ["shuye_packs", "shuye_cli"] });
}

/** dist/packs and dist/wasm. */
export async function buildWasm() {
  await build("native", { tests: false, targets: ["shuye_packs"] });
  await build("wasm", { tests: false, targets: ["shuye_wasm"] });
  copyPacks();
}

export function copyPacks() {
  const packs = inRoot("dist", "packs");
  rmSync(packs, { recursive: true, force: true });
  cpSync(inRoot("build/native/generated/packs"), packs, { recursive: true });
}

/** dist/types: the declarations of the package's JavaScript, out of its JSDoc. */
export async function buildTypes() {
  await run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json"], { log: "types" });
}

/** dist/site and dist/shuye.html. */
export async function buildSite() {
  await run(process.execPath, ["web/build.js"], { log: "site" });
}
