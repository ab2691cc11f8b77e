/**
 * @file The command line program, asked for many articles at once.
 */

import { spawn } from "node:child_process";
import { Failure } from "../../../scripts/lib/failure.js";
import { inRoot } from "../../../scripts/lib/paths.js";
import { inPairs } from "../../../scripts/lib/run.js";

const program = inRoot("dist/bin/shuye");
const env = { ...process.env, SHUYE_PACKS: inRoot("build/native/generated/packs") };

/**
 * Opens each of the requests (the fields of `shuye --ndjson`) and gives what `to` asks for, in their order. An article that
 * cannot be opened is a Failure: here is none that could not.
 *
 * @param {Record<string, unknown>[]} requests
 * @returns {Promise<any[]>}
 */
export async function openAll(requests) {
  const middle = Math.ceil(requests.length / 2);
  const halves = [requests.slice(0, middle), requests.slice(middle)].filter((half) => half.length > 0);
  return (await inPairs(halves, openBatch)).flat();
}

/** @param {Record<string, unknown>[]} requests */
async function openBatch(requests) {
  const lines = requests.map((request, id) => `${JSON.stringify({ id, ...request })}\n`).join("");
  const answers = (await ask(["--ndjson", "--quiet"], lines)).split("\n").filter(Boolean).map((line) => JSON.parse(line));
  if (answers.length !== requests.length) throw new Failure(`shuye answered ${answers.length} of ${requests.length} requests`);
  return answers.map(({ ok, error, result }, i) => {
    if (!ok) throw new Failure(`shuye could not open ${requests[i].path ?? "a text"}: ${error.message}`);
    return result;
  });
}

/** A text as OpenCC's s2t converts it. @param {string} text */
export const traditionalOf = (text) => ask(["convert", "--config", "s2t"], text);

/**
 * @param {string[]} args
 * @param {string} input
 * @returns {Promise<string>}
 */
async function ask(args, input) {
  const child = spawn(program, args, { env, stdio: ["pipe", "pipe", "inherit"] });
  /** @type {Buffer[]} */
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  // A program that ends early says so by its exit code.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode, signal) => resolve(exitCode ?? signal));
  });
  if (code !== 0) throw new Failure(`shuye ${args.join(" ")} failed (${code})`);
  return Buffer.concat(chunks).toString();
}
