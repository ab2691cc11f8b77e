import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "dist/bin/shuye");
export const packs = join(root, "build/native/generated/packs");

/** Why the tests of the program cannot run, as `test`'s option `skip` takes it. */
export const skip =
  existsSync(program) || process.env.SHUYE_REQUIRE_CLI ? false : "dist/bin/shuye is not built: npm run build:native";

/** A folder that is removed after the tests of the file. */
export const folder = mkdtempSync(join(tmpdir(), "shuye-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} name */
export const inFolder = (name) => join(folder, name);

/**
 * The program, running. The packs are the ones of the build, wherever dist/ stands.
 *
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 */
export function start(args, { cwd = folder, env = {} } = {}) {
  return spawn(program, args, { cwd, env: { ...process.env, SHUYE_PACKS: packs, ...env }, stdio: "pipe" });
}

/**
 * Runs the program to its end.
 *
 * @param {string[]} args
 * @param {{ input?: string | Uint8Array, cwd?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number | null, signal: string | null, stdout: string, stderr: string }>}
 */
export function shuye(args, { input, ...options } = {}) {
  const child = start(args, options);
  /** @type {Buffer[]} */
  const out = [];
  /** @type {Buffer[]} */
  const err = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  // A program that refuses its arguments ends before it has read its input.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}
