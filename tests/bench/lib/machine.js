import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { inRoot } from "../../../scripts/lib/paths.js";
import { attempt } from "../../../scripts/lib/run.js";

/**
 * What a figure cannot be read without.
 *
 * @returns {Promise<string[]>}
 */
export async function describeMachine() {
  const [{ model }] = cpus();
  return [
    `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, commit ${(await attempt("git", ["rev-parse", "--short", "HEAD"])).output.trim()}`,
    `${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${operatingSystem()}, Linux ${release()}`,
    `${await versionLine("g++", ["--version"])}; ${await versionLine("emcc", ["--version"])}`,
    `Node ${process.version}; ${await versionLine("chromium", ["--version"])}`,
    ["opencc", "opencc-js", "simplecc-wasm", "markdown-it", "@mozilla/readability", "linkedom", "jsdom", "mark.js", "advanced-mark.js"].map((name) => `${name} ${versionOf(name)}`).join(", "),
  ];
}

/** The load before and after, since a busy machine measures something else. */
export function load() {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
}

function operatingSystem() {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}

/**
 * The line that has the version.
 *
 * @param {string} program
 * @param {string[]} args
 */
async function versionLine(program, args) {
  const { code, output } = await attempt(program, args, { cwd: inRoot() });
  // What a start script has to say comes before it.
  const lines = output.trim().split("\n");
  return code === 0 ? (lines.find((line) => /\d+\.\d+/.test(line)) ?? lines[0]).trim() : `no ${program}`;
}

/** @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(inRoot("node_modules", name, "package.json"), "utf8")).version;
}
