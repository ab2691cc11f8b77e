import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "./paths.js";
import { run } from "./run.js";

/** Installs what package-lock.json pins, unless node_modules has just that already. */
export async function installModules() {
  const stamp = inRoot("node_modules", ".shuye-lock");
  const lock = createHash("sha256").update(readFileSync(inRoot("package-lock.json"))).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing the npm packages that the lock pins");
  await run("npm", ["ci"], { log: "npm" });
  writeFileSync(stamp, lock);
}
