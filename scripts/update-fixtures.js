// node scripts/update-fixtures.js NAME…: writes the goldens of these fixtures anew with dist/bin/shuye, or of
// all with --all. Read what changed before you commit it: a golden says what is right, not what came out.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, runMain } from "./lib/failure.js";
import { inRoot } from "./lib/paths.js";

const fixtures = inRoot("tests/fixtures");
const known = readFileSync(join(fixtures, "index.txt"), "utf8").trim().split("\n");

await runMain(async () => {
  const names = process.argv.slice(2);
  if (names.length === 0) throw new Failure(`Which fixtures? --all, or some of: ${known.join(", ")}`);
  for (const name of names.includes("--all") ? known : names) {
    if (!known.includes(name)) throw new Failure(`tests/fixtures/index.txt has no "${name}"`);
    update(join(fixtures, name));
    console.log(name);
  }
});

/** @param {string} folder */
function update(folder) {
  const source = ["source.md", "source.html", "source.txt"].find((name) => existsSync(join(folder, name)));
  if (!source) throw new Failure(`${folder} has no source.md, source.html or source.txt`);
  // Through a batch of one line, since its options have the names of options.json.
  const options = JSON.parse(readFileSync(join(folder, "options.json"), "utf8"));
  const request = { name: source, ...options, text: readFileSync(join(folder, source), "utf8") };
  const html = String(render({ ...request, to: "html" }));
  const json = render({ ...request, to: "json" });
  writeFileSync(join(folder, "expected.html"), html);
  writeFileSync(join(folder, "expected.json"), `${JSON.stringify(json, null, 2)}\n`);
}

/**
 * @param {object} request
 * @returns {unknown}
 */
function render(request) {
  const args = ["--ndjson", "--quiet", "--packs", inRoot("build/native/generated/packs")];
  const { stdout, error } = spawnSync(inRoot("dist/bin/shuye"), args, { input: `${JSON.stringify(request)}\n`, encoding: "utf8" });
  if (error) throw new Failure(`dist/bin/shuye: ${error.message} (npm run build:native)`);
  const answer = JSON.parse(stdout);
  if (!answer.ok) throw new Failure(answer.error.message);
  return answer.result;
}
