import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { Failure } from "./failure.js";
import { requirements } from "./packages.js";
import { attempt, which } from "./run.js";

/**
 * @typedef {import("./packages.js").Requirement} Requirement
 * @typedef {import("./packages.js").Purpose} Purpose
 */

const tries = 3;

/**
 * Makes sure that the machine has what the purpose needs: with apt where there is apt, otherwise by saying
 * what is missing.
 *
 * @param {Purpose} purpose
 */
export async function installPackages(purpose) {
  if (!which("apt-get") || !which("dpkg-query")) {
    refuseWithout(requirements(purpose).filter((item) => !isPresent(item)));
    return;
  }
  const missing = await missingOnDebian(requirements(purpose).map((item) => item.debian));
  if (missing.length > 0) await installOnDebian(missing);
}

/** @param {string[]} names */
async function missingOnDebian(names) {
  // One question for all of them. The exit code is 1 as soon as one is unknown, and says nothing more.
  const format = "${Package} ${db:Status-Status}\n";
  const { output } = await attempt("dpkg-query", ["-W", "-f", format, ...names]);
  const lines = new Set(output.split("\n"));
  return names.filter((name) => !lines.has(`${name} installed`));
}

/** @param {string[]} names */
async function installOnDebian(names) {
  const install = ["install", "-y", "--no-install-recommends", ...names];
  const sudo = await sudoPrefix();
  if (!sudo) {
    throw new Failure(`These packages are missing and neither root nor sudo is at hand. Install them with\n\n  apt-get ${install.join(" ")}\n\nand try again.`);
  }
  console.log(`Installing ${names.length} of Debian's packages: ${names.join(" ")}`);
  let result = { code: /** @type {number | string} */ (1), output: "" };
  for (let round = 1; round <= tries && result.code !== 0; round++) {
    // A mirror that is down for one of several sources must not stop us: the install tells.
    await aptGet(sudo, ["update"]);
    result = await aptGet(sudo, install);
  }
  if (result.code === 0) return;
  throw new Failure(`apt-get failed ${tries} times (build/logs/apt.log). Its last words:\n\n${result.output.trimEnd().split("\n").slice(-15).join("\n")}\n\nWhat is missing: ${names.join(" ")}`);
}

/**
 * @param {string[]} sudo
 * @param {string[]} args
 */
function aptGet(sudo, args) {
  const [command, ...rest] = [...sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args];
  return attempt(command, rest, { log: "apt" });
}

/** What goes before apt-get: nothing for root, sudo where it lets us, undefined where it does not. */
async function sudoPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!which("sudo")) return undefined;
  if ((await attempt("sudo", ["-n", "true"])).code === 0) return ["sudo", "-n"];
  // sudo asks on the terminal itself, not on our pipes.
  return process.stdin.isTTY ? ["sudo"] : undefined;
}

/** @param {Requirement} item */
function isPresent(item) {
  if (item.program) return which(item.program) !== undefined;
  const file = item.file ?? "";
  if (isAbsolute(file)) return existsSync(file);
  return ["/usr/include", "/usr/local/include", "/opt/homebrew/include"].some((folder) =>
    existsSync(join(folder, file)),
  );
}

/** @param {Requirement[]} missing */
function refuseWithout(missing) {
  if (missing.length === 0) return;
  const lines = missing.map((item) => `  ${item.elsewhere ?? item.debian} (${item.program ?? item.file})`);
  throw new Failure(`This machine has no apt, so please install by hand what is missing and try again:\n\n${lines.join("\n")}\n\nOn Debian 12 this happens by itself.`);
}
