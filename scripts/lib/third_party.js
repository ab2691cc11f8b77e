import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openDebianSuite } from "./debian_source.js";
import { cache, inRoot } from "./paths.js";

/**
 * One entry of core/cmake/third_party.json.
 *
 * @typedef {object} Source
 * @property {string} name
 * @property {string} version
 * @property {string} debianSource
 * @property {string} file
 * @property {string} sha256
 * @property {{ url: string, sha256: string }} upstream
 */

const tries = 3;
const folder = join(cache, "sources");

/**
 * Puts the pinned tarballs into the cache. What Debian cannot give is left to CMake, which fetches it from
 * its upstream tag; what was tried here is said, so that a failure there is the end of a story one can read.
 */
export async function fetchSources() {
  /** @type {{ suite: string, sources: Source[] }} */
  const pinned = JSON.parse(readFileSync(inRoot("core/cmake/third_party.json"), "utf8"));
  let missing = pinned.sources.filter((source) => !isCached(source));
  if (missing.length === 0) return;
  console.log(`Fetching ${missing.map((source) => source.name).join(", ")} from Debian's sources`);
  mkdirSync(folder, { recursive: true });
  let reason = "";
  for (let round = 1; round <= tries && missing.length > 0; round++) {
    reason = await fetchFromDebian(missing, pinned.suite);
    missing = missing.filter((source) => !isCached(source));
  }
  if (missing.length > 0) console.warn(`  Not to be had there, ${tries} times: ${reason}`);
  for (const { name, upstream } of missing) console.warn(`  CMake will fetch ${name} from ${upstream.url}.`);
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * One try at all of them; gives the reasons for what failed.
 *
 * @param {Source[]} sources
 * @param {string} suite
 */
async function fetchFromDebian(sources, suite) {
  // Inside the cache, so that the last step is a rename and never leaves half a file.
  const workshop = mkdtempSync(join(folder, ".fetching-"));
  try {
    const download = await openDebianSuite(suite, workshop);
    const reasons = [];
    for (const source of sources) {
      try {
        await download(source.debianSource);
        accept(source, join(workshop, source.file));
      } catch (error) {
        reasons.push(messageOf(error)); // The next one may be there.
      }
    }
    return reasons.join("; ");
  } catch (error) {
    return messageOf(error);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** @param {Source} source */
function isCached(source) {
  return hasSha256(join(folder, source.file), source.sha256);
}

/**
 * @param {Source} source
 * @param {string} tarball
 */
function accept(source, tarball) {
  if (!existsSync(tarball)) throw new Error(`the source package holds no ${source.file}`);
  if (!hasSha256(tarball, source.sha256)) {
    throw new Error(`${source.file} has another sha256 than core/cmake/third_party.json pins`);
  }
  renameSync(tarball, join(folder, source.file));
}

/**
 * @param {string} path
 * @param {string} expected
 */
function hasSha256(path, expected) {
  if (!existsSync(path)) return false;
  return createHash("sha256").update(readFileSync(path)).digest("hex") === expected;
}
