import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../../scripts/lib/failure.js";
import { inRoot } from "../../../scripts/lib/paths.js";
import { attempt } from "../../../scripts/lib/run.js";
import { keywordSets, writeArticle } from "./highlight_inputs.js";
import { describeMachine, load } from "./machine.js";

const program = inRoot("build/native/tests/bench/shuye_match_bench");

/**
 * The matcher alone, natively.
 *
 * @param {import("./options.js").Options} options
 * @param {(line: string) => void} log
 * @returns {Promise<string>}
 */
export async function measureMatching({ matching, rounds, calls }, log) {
  const folder = inRoot("build/bench/matching");
  mkdirSync(folder, { recursive: true });
  const before = load();
  const article = writeArticle(folder, "markdown", matching.bytes);
  const sets = keywordSets(article, matching.keywords);
  const files = sets.map(({ count, lists }) => {
    const path = join(folder, `${count}.txt`);
    writeFileSync(path, lists[0].map((word) => `${word}\n`).join(""));
    return path;
  });
  log("matching natively");
  const { code, output } = await attempt(program, ["markdown", String(rounds * calls), article, ...files]);
  if (code !== 0) throw new Failure(`${program} failed (${code}):\n${output}`);
  const rows = output.trim().split("\n").slice(-sets.length - 1);
  const making = Number(rows.pop());
  return [
    "# Matching",
    "",
    `Keywords in an article of ${matching.bytes / 1e6} MB, natively, of the processor's time; the best of ${rounds * calls} calls. Texts of UTF-8`,
    `are searched one by one; a row has all of them as UTF-16, and is kept while keywords are marked. It is made at ${making.toFixed(0)} MB/s,`,
    "of the same bytes.",
    "",
    "| keywords | to make the matcher, ms | MB/s of texts | MB/s of a row | matches |",
    "|---|--:|--:|--:|--:|",
    ...rows.map((row, i) => {
      const [matcher, texts, kept, matches] = row.split(" ").map(Number);
      return `| ${sets[i].count} (${sets[i].what}) | ${matcher.toFixed(2)} | ${texts.toFixed(0)} | ${kept.toFixed(0)} | ${matches} |`;
    }),
    "",
    ...[...(await describeMachine()), `load before ${before} (1, 5, 15 minutes)`].map((line) => `- ${line}`),
    "",
  ].join("\n");
}
