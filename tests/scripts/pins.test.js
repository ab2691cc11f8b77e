import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/lib/paths.js";

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(inRoot(path), "utf8"));

test("the lock pins every package by integrity and names no registry", () => {
  const entries = Object.entries(json("package-lock.json").packages);
  assert.ok(entries.length > 100, `only ${entries.length} packages`);
  for (const [path, entry] of entries) {
    if (path === "") continue;
    assert.equal(entry.resolved, undefined, path);
    // OpenCC's addons are named, so that `npm ci` finds the lock whole, and are never run.
    if (!path.includes("/@opencc/")) assert.match(entry.integrity ?? "", /^sha512-/, path);
  }
});

test("package.json asks for exact versions", () => {
  for (const [name, version] of Object.entries(json("package.json").devDependencies)) {
    assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
  }
});

test("the third-party sources are pinned by sha256, Debian's tarball and upstream's", () => {
  const { sources } = json("core/cmake/third_party.json");
  assert.deepEqual(sources.map((/** @type {{ name: string }} */ source) => source.name), ["cmark-gfm", "gumbo", "libyaml"]);
  for (const source of sources) {
    assert.match(source.sha256, /^[0-9a-f]{64}$/);
    assert.match(source.upstream.sha256, /^[0-9a-f]{64}$/);
    assert.match(source.upstream.url, /^https:/);
  }
});

test("the version is the same wherever it stands", () => {
  const { version } = json("package.json");
  assert.ok(readFileSync(inRoot("CMakeLists.txt"), "utf8").includes(`project(shuye VERSION ${version} `));
  assert.ok(readFileSync(inRoot("wasm/js/index.js"), "utf8").includes(`export const version = "${version}";`));
});
