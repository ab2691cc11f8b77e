import { spawn } from "node:child_process";
import { accessSync, constants, createWriteStream, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { finished } from "node:stream/promises";
import { Failure } from "./failure.js";
import { inRoot, root } from "./paths.js";

const shownOnFailure = 40;

/**
 * @typedef {object} RunOptions
 * @property {string} [log] name of the file in build/logs that keeps the whole output
 * @property {string} [cwd]
 * @property {Record<string, string>} [env] added to the environment
 * @property {number} [minutes] after which the program is ended; 60 when not said
 */

/**
 * Runs a program to its end and gives its output, standard error included. Its failing is a Failure that
 * shows the end of the output and where the whole of it is.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export async function run(command, args, options = {}) {
  const { code, output } = await attempt(command, args, options);
  if (code === 0) return output;
  const lines = output.trimEnd().split("\n");
  const where = options.log ? `\n(all of it: build/logs/${options.log}.log)` : "";
  const shown = lines.slice(-shownOnFailure).map((line) => line.slice(0, 400));
  throw new Failure(
    `${[command, ...args].join(" ").slice(0, 300)} failed (${code}).\n${shown.join("\n")}${where}`,
  );
}

/**
 * The same without judging the exit code, for those who ask a question.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number | string, output: string }>}
 */
export async function attempt(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: (options.minutes ?? 60) * 60_000,
  });
  const log = options.log ? openLog(options.log) : undefined;
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      chunks.push(chunk);
      log?.write(chunk);
    });
  }
  /** @type {number | string} */
  const code = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (exitCode, signal) => resolve(exitCode ?? signal ?? "no exit code"));
  });
  if (log) {
    log.end();
    await finished(log);
  }
  return { code, output: Buffer.concat(chunks).toString("utf8") };
}

/** Logs that this process has begun. @type {Set<string>} */
const begun = new Set();

/**
 * Several programs may write one log, one after the other; what earlier runs of the scripts wrote is gone.
 *
 * @param {string} name
 */
function openLog(name) {
  mkdirSync(inRoot("build", "logs"), { recursive: true });
  const flags = begun.has(name) ? "a" : "w";
  begun.add(name);
  return createWriteStream(inRoot("build", "logs", `${name}.log`), { flags });
}

/**
 * The full path of a program, or undefined where it is not installed.
 *
 * @param {string} name
 */
export function which(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/**
 * Works through `items` two at a time, since that is what a small machine has, and gives the results in the
 * order of the items.
 *
 * @template T, R
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>}
 */
export async function inPairs(items, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await all([worker(), worker()]);
  return results;
}

/**
 * Waits for all of them, also when one fails: none runs on beside the next step.
 *
 * @template T
 * @param {Promise<T>[]} promises
 * @returns {Promise<T[]>}
 */
export async function all(promises) {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
