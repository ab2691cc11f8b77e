import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder. */
export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Where fetched sources are kept; core/cmake/third_party.cmake finds it by the same rule. */
export const cache =
  process.env.SHUYE_CACHE ??
  (process.env.XDG_CACHE_HOME
    ? join(process.env.XDG_CACHE_HOME, "shuye")
    : join(homedir(), ".cache", "shuye"));
