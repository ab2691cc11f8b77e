import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Failure } from "../../scripts/lib/failure.js";
import { findText } from "../../scripts/lib/licences.js";

const folder = mkdtempSync(join(tmpdir(), "shuye-licences-"));
after(() => rmSync(folder, { recursive: true }));

test("finds a licence in a cached tarball's folder and in FetchContent's", () => {
  const prefixes = [join(folder, "third_party", "yaml-"), join(folder, "_deps", "yaml-src")];
  assert.throws(() => findText(prefixes, "License"), Failure);

  const fetched = join(folder, "_deps", "yaml-src");
  mkdirSync(fetched, { recursive: true });
  writeFileSync(join(fetched, "License"), "fetched");
  assert.equal(findText(prefixes, "License"), join(fetched, "License"));

  const unpacked = join(folder, "third_party", "yaml-0.2.5", "libyaml-0.2.5");
  mkdirSync(unpacked, { recursive: true });
  writeFileSync(join(unpacked, "License"), "unpacked");
  assert.equal(findText(prefixes, "License"), join(unpacked, "License"));
});
