import { installPackages } from "./install_packages.js";
import { installModules } from "./npm.js";
import { fetchSources } from "./third_party.js";

/**
 * Brings an empty clone to where it can be built; does next to nothing the second time.
 *
 * @param {import("./packages.js").Purpose} purpose
 */
export async function setUp(purpose) {
  await installPackages(purpose);
  await installModules();
  await fetchSources();
}
