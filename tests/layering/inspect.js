import { rules, stages, thirdParty } from "./rules.js";

/**
 * @typedef {object} Source
 * @property {string} path from the project's folder, with slashes
 * @property {string} text
 */

/**
 * Everything in these files that is against the design, as "path:line: what the rule says".
 *
 * @param {Source[]} sources
 */
export function inspect(sources) {
  return [...sources.flatMap(inspectLines), ...inspectThirdParty(sources)];
}

/** @param {Source} source */
function inspectLines(source) {
  const applying = rules.filter((rule) => rule.files.test(source.path));
  /** @type {string[]} */
  const found = [];
  withoutComments(source).forEach((line, index) => {
    for (const rule of applying) {
      if (rule.forbids.test(line) && !rule.allows?.test(line)) found.push(`${source.path}:${index + 1}: ${rule.says}`);
    }
    const later = laterStage(source.path, line);
    if (later) found.push(`${source.path}:${index + 1}: a stage does not include a later one (${later})`);
  });
  return found;
}

/**
 * The stage that a line of core/src includes although it comes later in the pipeline.
 *
 * @param {string} path
 * @param {string} line
 */
function laterStage(path, line) {
  const own = /^core\/src\/(\w+)\//.exec(path)?.[1];
  const included = /^\s*#\s*include\s*"(\w+)\//.exec(line)?.[1];
  if (!own || !included) return undefined;
  return stages.indexOf(included) > stages.indexOf(own) ? included : undefined;
}

/** @param {Source[]} sources */
function inspectThirdParty(sources) {
  return thirdParty.flatMap(({ name, header, files = 1 }) => {
    const users = sources.filter(
      (source) => source.path.startsWith("core/src/") && includesOf(source).some((included) => header.test(included)),
    );
    if (users.length <= files) return [];
    const allowed = files === 1 ? "one file" : `${files} files`;
    return [`${users.map((user) => user.path).join(", ")}: ${name} is included in ${allowed} only`];
  });
}

/** @param {Source} source */
function includesOf(source) {
  return withoutComments(source).flatMap((line) => /^\s*#\s*include\s*[<"]([^>"]+)/.exec(line)?.[1] ?? []);
}

/**
 * The lines with their comments blanked. Crude about `//` inside a string, whose rest is not looked at.
 *
 * @param {Source} source
 */
function withoutComments({ path, text }) {
  if (path.endsWith(".txt") || path.endsWith(".json")) return text.split("\n");
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .split("\n")
    .map((line) => line.replace(/(?<!:)\/\/.*$/, ""));
}
