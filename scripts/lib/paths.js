import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder. */
export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * Where fetched sources are kept. CMake is told (lib/cmake.js); used alone it follows the same rule
 * (core/cmake/third_party.cmake).
 */
export const cache = resolve(
  process.env.SHUYE_CACHE ||
    (process.env.XDG_CACHE_HOME
      ? join(process.env.XDG_CACHE_HOME, "shuye")
      : join(homedir(), ".cache", "shuye")),
);
