import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { inRoot, root } from "./paths.js";

/**
 * Our own files below some folders, by path from the project's folder, sorted.
 *
 * @param {string[]} folders
 * @param {string[]} endings
 */
export function filesIn(folders, endings) {
  return folders
    .filter((folder) => existsSync(inRoot(folder)))
    .flatMap((folder) => readdirSync(inRoot(folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => !path.split("/").includes("node_modules"))
    .sort();
}

export const cppFiles = () => filesIn(["core", "wasm", "examples", "tests"], [".cpp", ".h"]);
