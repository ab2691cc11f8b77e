import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Failure } from "../../scripts/lib/failure.js";
import { refuseOldNode } from "../../scripts/lib/setup.js";

test("refuses a Node that is too old, by its number", () => {
  for (const version of ["18.20.4", "16.0.0", "9.11.2"]) {
    assert.throws(() => refuseOldNode(version), (error) => error instanceof Failure && error.message.includes(version));
  }
  for (const version of ["20.0.0", "22.11.0", "100.0.0"]) refuseOldNode(version);
});

/**
 * The packages that a file imports, and those that what it imports does, before any of it runs.
 *
 * @param {URL} file
 * @param {Set<string>} seen
 * @returns {string[]}
 */
function packagesOf(file, seen = new Set()) {
  if (seen.has(file.href)) return [];
  seen.add(file.href);
  const imports = /^(?:import|export)\s(?:[\w*{},\s]*\sfrom\s)?["']([^"']+)["']/gm;
  const names = [...readFileSync(file, "utf8").matchAll(imports)].map(([, name]) => name);
  return names.flatMap((name) => {
    if (name.startsWith(".")) return packagesOf(new URL(name, file), seen);
    return name.startsWith("node:") ? [] : [`${name} in ${fileURLToPath(file)}`];
  });
}

test("what begins with the set-up needs no package that the set-up installs", () => {
  const seen = new Set();
  for (const script of ["scripts/start.js", "scripts/test.js", "scripts/build.js", "tests/accuracy/run.js"]) {
    assert.deepEqual(packagesOf(new URL(`../../${script}`, import.meta.url), seen), []);
  }
  assert.ok(seen.size > 10, `${seen.size} files`);
});
