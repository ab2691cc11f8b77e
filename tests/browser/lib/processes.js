/**
 * Programs and folders that must not outlive the test process.
 *
 * Each program is the leader of a process group of its own, since a browser is many processes and
 * only the group reaches them all. Whatever is still there when this process ends (an exception, a
 * timeout, Ctrl-C) is killed on the way out.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** @type {Set<number>} */
const groups = new Set();
/** @type {Set<string>} */
const folders = new Set();

const leaving = new AbortController();
/** Aborts when this process ends, before folders are removed. */
export const exiting = leaving.signal;

process.on("exit", () => {
  leaving.abort();
  for (const group of groups) signal(group, "SIGKILL");
  for (const folder of folders) removeNow(folder);
});
for (const [name, code] of /** @type {[NodeJS.Signals, number][]} */ ([
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
])) {
  process.once(name, () => process.exit(code));
}

/**
 * Starts a program as the leader of its own process group.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import("node:child_process").StdioOptions }} [options]
 */
export function start(program, args, { env = process.env, stdio = "ignore" } = {}) {
  const child = spawn(program, args, { env, stdio, detached: true });
  // A program that cannot be started shows itself where its answer is waited for.
  child.on("error", () => {});
  if (child.pid !== undefined) adopt(child.pid);
  return child;
}

/**
 * Takes over the ending of a process group that another library started.
 * @param {number} group
 */
export function adopt(group) {
  groups.add(group);
}

/**
 * Ends a process group: asks, waits up to two seconds, then kills.
 * @param {number | undefined} group
 */
export async function stop(group) {
  if (group === undefined || !groups.has(group)) return;
  signal(group, "SIGTERM");
  for (let tries = 0; tries < 40 && signal(group, 0); tries++) await sleep(50);
  signal(group, "SIGKILL");
  groups.delete(group);
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} name
 * @returns {boolean} whether the group still had a process
 */
function signal(group, name) {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}

/**
 * A new empty folder, removed when this process ends if not earlier.
 * @param {string} name
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `shuye-${name}-`));
  folders.add(folder);
  return folder;
}

/** @param {string} folder */
export function removeFolder(folder) {
  if (removeNow(folder)) folders.delete(folder);
}

/** @param {string} folder */
function removeNow(folder) {
  try {
    // A dying browser may still write into its profile: retry.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of these programs that is on the PATH.
 * @param {string[]} names
 */
export function findProgram(...names) {
  for (const name of names) {
    for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
      const path = join(folder, name);
      if (folder !== "" && existsSync(path)) return path;
    }
  }
  return undefined;
}

/**
 * A TCP port of 127.0.0.1 that was free a moment ago.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}

/**
 * Calls `attempt` until it gives a value, or throws its last error after `timeout` milliseconds.
 * @template T
 * @param {() => Promise<T>} attempt
 * @param {number} timeout
 * @returns {Promise<T>}
 */
export async function retry(attempt, timeout) {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}
