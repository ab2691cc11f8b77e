import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository, as a path that ends with a slash. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A folder outside the repository, so that nothing of it is found by accident. */
export const folder = mkdtempSync(join(tmpdir(), "shuye-package-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @type {string | undefined} */
let tarball;

/**
 * Copies an example out of the repository and installs the package into it, as `npm pack` makes it. Nothing comes
 * from the network: the package has no dependencies.
 *
 * @param {string} example
 * @returns {string} the copy's path
 */
export function installExample(example) {
  tarball ??= pack();
  const copy = join(folder, example);
  cpSync(join(root, "examples", example), copy, { recursive: true });
  npm(copy, ["install", "--offline", "--no-save", tarball]);
  return copy;
}

function pack() {
  npm(root, ["pack", "--pack-destination", folder]);
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  if (!name) throw new Error("npm pack wrote no package");
  return join(folder, name);
}

/**
 * @param {string} cwd
 * @param {string[]} args
 */
function npm(cwd, args) {
  execFileSync("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund"], { cwd, stdio: "pipe" });
}
