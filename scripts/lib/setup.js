import { Failure } from "./failure.js";
import { installPackages } from "./install_packages.js";
import { installModules } from "./npm.js";
import { fetchSources } from "./third_party.js";

/**
 * Brings an empty clone to where it can be built; does next to nothing the second time.
 *
 * @param {import("./packages.js").Purpose} purpose
 */
export async function setUp(purpose) {
  refuseOldNode(process.versions.node);
  await installPackages(purpose);
  await installModules();
  await fetchSources();
}

/**
 * Debian 12's own Node is 18, and Emscripten brings it along: without this the first thing to fail would be
 * something in the middle of a build.
 *
 * @param {string} version
 */
export function refuseOldNode(version) {
  if (Number.parseInt(version, 10) >= 20) return;
  throw new Failure(`This is Node ${version} (${process.execPath}), and Shuye needs Node 20 or later. Install it, put it first in PATH, and try again.`);
}
