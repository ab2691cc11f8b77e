/**
 * @file The figures, measured. Each is a number that should be high; what stands below a mean is given with it.
 */

import { readFileSync } from "node:fs";
import { inRoot } from "../../../scripts/lib/paths.js";
import { Failure } from "../../../scripts/lib/failure.js";
import { attempt } from "../../../scripts/lib/run.js";
import { missingFrom, scoreOf } from "./bigrams.js";
import { damage, passThrough } from "./damage.js";
import { hanTags, plain, timesIn, withoutTags } from "./keywords.js";
import { pastedText, textContentOf, ways } from "./pasted.js";
import { corpusDocuments, goldPages, readabilityPages } from "./shared.js";
import { openAll, traditionalOf } from "./shuye.js";

/**
 * @typedef {object} Figure
 * @property {string} id of floors.js
 * @property {number} value
 * @property {string} [detail] each document's, or what is missing
 */

/** What careful readers say of the seed articles: the native test compares and counts. @returns {Promise<Figure[]>} */
export async function measureSeeds() {
  const program = inRoot("build/native/tests/unit/shuye_tests");
  const { output } = await attempt(program, ["--gtest_filter=Seeds.*"]);
  const [, met, all] = /\[ +FIELDS +\] (\d+) of (\d+)/.exec(output) ?? ["", "0", "1"];
  const missing = [...output.matchAll(/^\[ +MISSED +\] (.*)$/gm)].map(([, what]) => what);
  return [{ id: "seeds", value: Number(met) / Number(all), detail: [`${met} of ${all} fields`, ...missing].join("\n") }];
}

/** Articles cut out of pages. @returns {Promise<Figure[]>} */
export async function measurePages() {
  const pages = goldPages();
  const texts = await openAll(pages.map(({ path }) => ({ path, to: "text" })));
  const scores = pages.map(({ name, gold }, i) => ({ name, score: scoreOf(gold, texts[i]) }));
  return meanAndLeast("pages", scores);
}

/** The same pages without their markup. @returns {Promise<Figure[]>} */
export async function measurePasted() {
  const pages = goldPages();
  /** @type {Figure[]} */
  const figures = [];
  for (const way of ways) {
    const pasted = pages.map(({ html }) => pastedText(html, way));
    const texts = await openAll(pasted.map((text) => ({ text, format: "plain", to: "text" })));
    const scores = pages.map(({ name, gold }, i) => ({ name, score: scoreOf(gold, texts[i]) }));
    const all = mean(pages.map(({ gold }, i) => scoreOf(gold, pasted[i])));
    const [figure] = meanAndLeast(`pasted ${way}`, scores);
    figures.push({ ...figure, detail: `all visible text ${all.toFixed(3)}\n${figure.detail}` });
  }
  return figures;
}

/** Authors' own tags among the keywords that are found without them. @returns {Promise<Figure[]>} */
export async function measureKeywords() {
  const documents = corpusDocuments().filter(({ format }) => format === "markdown");
  const tagged = await openAll(documents.map(({ path }) => ({ path, format: "markdown", to: "json" })));
  const untagged = documents.map(({ path }) => withoutTags(readFileSync(path, "utf8")));
  const found = await openAll(untagged.map((text) => ({ text, format: "markdown", articleKeywords: true, to: "json" })));
  const asked = documents.flatMap(({ name }, i) => {
    const { metadata, keywords, text } = found[i];
    if (metadata.tags.length + metadata.keywords.length > 0) throw new Failure(`${name}: the tags are still there`);
    const best = keywords.slice(0, 10).map((/** @type {{ text: string }} */ keyword) => plain(keyword.text));
    const said = plain(`${metadata.title ?? ""}\n${text}`);
    return hanTags(tagged[i].metadata).map((tag) => ({ name, tag, times: timesIn(said, tag), met: best.includes(tag) }));
  });
  /** @param {string} id @param {number} least */
  const recall = (id, least) => {
    const tags = asked.filter(({ times }) => times >= least);
    const met = tags.filter((tag) => tag.met).length;
    const missed = tags.filter((tag) => !tag.met).map(({ name, tag, times }) => `${name}: ${tag}, said ${times} times`);
    return { id, value: met / Math.max(1, tags.length), detail: [`${met} of ${tags.length} of ${asked.length} tags`, ...missed].join("\n") };
  };
  return [recall("tags repeated", 2), recall("tags said", 1)];
}

/** Readability's pages beside what it makes of them. @returns {Promise<Figure[]>} */
export async function measureReadability() {
  const pages = readabilityPages();
  const articles = await openAll(pages.map(({ path }) => ({ path, to: "json" })));
  const scores = pages.map(({ name, expected }, i) => ({ name, score: scoreOf(textContentOf(expected), articles[i].text) }));
  /** @param {string} id @param {(page: typeof pages[number], metadata: any) => [found: string, expected: string] | undefined} compare */
  const count = (id, compare) => {
    const wrong = pages.flatMap((page, i) => {
      const difference = compare(page, articles[i].metadata);
      return difference ? [`${page.name}: "${difference[0]}" instead of "${difference[1]}"`] : [];
    });
    return { id, value: (pages.length - wrong.length) / pages.length, detail: [`${pages.length - wrong.length} of ${pages.length}`, ...wrong].join("\n") };
  };
  return [
    ...meanAndLeast("readability", scores),
    count("titles", ({ metadata }, { title }) => (isTitle(title ?? "", metadata.title ?? "") ? undefined : [title ?? "", metadata.title ?? ""])),
    count("titles exactly", ({ metadata }, { title }) => ((title ?? "") === oneLine(metadata.title) ? undefined : [title ?? "", oneLine(metadata.title)])),
    count("bylines", ({ metadata }, found) => {
      const name = oneLine(found.authors.join(", "));
      const expected = bylineOf(metadata.byline);
      // "Mac & i" is a magazine: here it is the publisher.
      return name === expected || (name === "" && found.publisher === expected) ? undefined : [name, expected];
    }),
  ];
}

/** @param {string | null} text */
const oneLine = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/**
 * A title may stand without the site's name and rubric, which pages hang on theirs.
 *
 * @param {string} found
 * @param {string} expected
 */
function isTitle(found, expected) {
  const [title, whole] = [oneLine(found), oneLine(expected)];
  return title === whole || (title !== "" && whole.startsWith(title) && /^\s*[|_·»–—-]\s*\S/.test(whole.slice(title.length)));
}

/** Without the word before a name and the date behind it. @param {string | null} byline */
const bylineOf = (byline) => oneLine(byline).replace(/^by\s+/i, "").replace(/\s+[A-Z][a-z]+ \d{1,2}, \d{4}$/, "");

/**
 * Damage made of whole documents, and whole documents left alone. Pages are taken as their text, since damage is of text.
 *
 * @param {number} seeds
 * @returns {Promise<Figure[]>}
 */
export async function measureDamage(seeds) {
  const documents = await damageable();
  const ask = (/** @type {string} */ text, /** @type {string} */ format, to = "text") =>
    ({ text, format, to, show: ["body", "title", "subtitle", "byline", "notice", "clutter"] });
  const cases = documents.flatMap((document) =>
    Array.from({ length: seeds }, (_, i) => ({ ...document, damaged: damage(document.text, i + 1) })),
  );
  const whole = await openAll(documents.map(({ text, format }) => ask(text, format, "json")));
  const wholeTexts = new Map(documents.map(({ name }, i) => [name, whole[i].text]));
  const mended = await openAll(cases.map(({ damaged, format }) => ask(damaged, format)));
  let [broken, left, exact] = [0, 0, 0];
  /** @type {Map<string, { left: number, exact: number }>} */
  const worst = new Map();
  for (const [i, { name, text, damaged }] of cases.entries()) {
    const expected = wholeTexts.get(name);
    const missing = missingFrom(expected, mended[i]);
    const same = squeeze(expected) === squeeze(mended[i]);
    broken += missingFrom(text, damaged);
    left += missing;
    exact += same ? 1 : 0;
    const row = worst.get(name) ?? { left: 0, exact: 0 };
    worst.set(name, { left: row.left + missing, exact: row.exact + (same ? 1 : 0) });
  }
  const rows = [...worst].sort(([, a], [, b]) => b.left - a.left).slice(0, 12);
  const touched = documents.filter((_, i) => whole[i].trace.some((/** @type {any} */ entry) => entry.kind === "repair"));
  return [
    {
      id: "restored",
      value: 1 - left / Math.max(1, broken),
      detail: [`${left} of ${broken} damaged bigrams not restored`, ...rows.map(([name, row]) => `${name}: ${row.left} left, ${row.exact} of ${seeds} exact`)].join("\n"),
    },
    { id: "exact", value: exact / cases.length, detail: `${exact} of ${cases.length}` },
    {
      id: "undamaged",
      value: (documents.length - touched.length) / documents.length,
      detail: [`${documents.length - touched.length} of ${documents.length} left as they are`, ...touched.map(({ name }) => name)].join("\n"),
    },
  ];
}

/** Every document of the corpus as Traditional Chinese in characters that GBK has. */
async function damageable() {
  const documents = corpusDocuments();
  const pages = documents.filter(({ format }) => format === "html");
  const texts = await openAll(pages.map(({ path }) => ({ path, to: "text", script: "original" })));
  const textOf = new Map(pages.map(({ name }, i) => [name, texts[i]]));
  return Promise.all(
    documents.map(async ({ name, path, format, traditional }) => {
      const text = textOf.get(name) ?? readFileSync(path, "utf8");
      const whole = passThrough(traditional ? text : await traditionalOf(text));
      return { name, format: format === "html" ? "plain" : format, text: whole };
    }),
  );
}

/** @param {string} text */
const squeeze = (text) => text.replace(/\s+/gu, "");

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * @param {string} id
 * @param {{ name: string, score: number }[]} scores
 * @returns {Figure[]}
 */
function meanAndLeast(id, scores) {
  const values = scores.map(({ score }) => score);
  const rows = scores.map(({ name, score }) => `${name} ${score.toFixed(3)}`);
  return [
    { id, value: mean(values), detail: rows.join("  ") },
    { id: `${id}, least`, value: Math.min(...values) },
  ];
}
