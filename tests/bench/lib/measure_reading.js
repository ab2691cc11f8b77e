import { readFileSync, writeFileSync } from "node:fs";
import { open } from "shuye";
import { inRoot } from "../../../scripts/lib/paths.js";
import { readyAddress } from "../pages/ready_address.js";
import { keywordSets, writeArticle } from "./highlight_inputs.js";
import { describeMachine, load } from "./machine.js";
import { sentencesFrom } from "./opening_inputs.js";
import { openReadingChromium } from "./reading_chromium.js";
import { growthLine, highlightTable, typingTable, wholeWayTable } from "./reading_report.js";
import { Samples } from "./samples.js";

/**
 * What a reader waits for in Chromium: keywords marked, an article shown the whole way, a key typed.
 *
 * @typedef {import("./options.js").Options} Options
 * @typedef {import("./reading_chromium.js").ReadingChromium} ReadingChromium
 */

/**
 * Who marks keywords, where, and how many are the most that it is given: none should keep the others waiting.
 *
 * @type {{ name: string, kind: import("../pages/highlighters.js").Kind, plain: boolean, most: number }[]}
 */
export const highlighters = [
  { name: "Shuye", kind: "shuye", plain: false, most: Infinity },
  { name: "regex", kind: "regex", plain: true, most: Infinity },
  { name: "regex, as Shuye's element does", kind: "regex near the screen", plain: false, most: Infinity },
  { name: "advanced-mark.js, `combinePatterns`", kind: "combinePatterns", plain: true, most: Infinity },
  { name: "the same, as Shuye's element does", kind: "combinePatterns", plain: false, most: Infinity },
  { name: "advanced-mark.js", kind: "advanced-mark.js", plain: true, most: 500 },
  { name: "mark.js", kind: "mark.js", plain: true, most: 500 },
];

/** Who goes the whole way, by the names of their modules; the first is compared with the others. */
export const ways = [
  { module: "shuye", name: "Shuye, `<shuye-article>`" },
  { module: "shuye_html", name: "Shuye, `toHtml`" },
  { module: "mark_js", name: "markdown-it + opencc-js + mark.js" },
  { module: "advanced_mark_js", name: "markdown-it + opencc-js + advanced-mark.js" },
  { module: "advanced_mark_js_combined", name: "… with `combinePatterns`" },
  { module: "ready_html", name: "HTML made before, only shown" },
];

const folder = () => inRoot("build/bench/reading/articles");

/**
 * Measures what the options ask for and gives the report.
 *
 * @param {Options} options
 * @param {(line: string) => void} print
 */
export async function measureReading(options, print) {
  const before = load();
  const chromium = await openReadingChromium(ways.map(({ module }) => module));
  /** @type {string[]} */
  const parts = [];
  try {
    for (const [name, measure] of Object.entries({ highlight: highlightPart, whole: wholeWayPart, type: typingPart })) {
      if (!options.only.includes(name)) continue;
      const start = performance.now();
      parts.push(...(await measure(chromium, options)));
      print(`  ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
  } finally {
    await chromium.close();
  }
  const machine = [...(await describeMachine()), `load before ${before}, after ${load()} (1, 5, 15 minutes)`];
  return `${[
    "# What was measured",
    `By \`npm run bench\`${options.quick ? ", quick: the figures are rough" : ""}, in headless Chromium, on articles made of ${sentencesFrom()}.`,
    machine.map((line) => `- ${line}`).join("\n"),
    "“Laid out” is until the work was done and the page laid out. “Drawn” is that and what the page's thread then did to draw the frame: " +
      "what CSS highlights cost is only seen there. Neither has the wait for the next frame in it, nor the compositor's own threads.",
    ...parts,
  ].join("\n\n")}\n`;
}

/**
 * @param {ReadingChromium} chromium
 * @param {Options} options
 */
async function highlightPart(chromium, { rounds, calls, quick, reading }) {
  const path = writeArticle(folder(), "html", reading.highlight);
  const sets = keywordSets(path, reading.keywords);
  const samples = new Samples();
  /** @type {Map<string, import("../pages/marked.js").Marked>} */
  const marked = new Map();
  /** @type {Set<string>} */
  const tooSlow = new Set();
  const limit = quick ? 2_000 : 20_000;
  for (const set of sets) {
    for (let round = 0; round < rounds; round++) {
      for (const { name, kind, plain, most } of highlighters) {
        const key = `${name}/${set.name}`;
        if (set.count > most || tooSlow.has(key)) continue;
        const result = await chromium.highlight(kind, plain, path, set.lists.slice(0, calls + 1), limit);
        if (result.tooSlow) {
          tooSlow.add(key);
          continue;
        }
        marked.set(key, result.marked);
        samples.add("chromium", name, set.name, "laidOut", result.samples.map(({ laidOut }) => laidOut));
        samples.add("chromium", name, set.name, "drawn", result.samples.map(({ drawn }) => drawn));
      }
    }
  }
  return [
    "## Keywords marked",
    `In ${size(reading.highlight)} of HTML, the same elements for all, on the page and laid out before the clock starts: in ` +
      "`<shuye-article>`, and for the others in a plain page. What the element does for itself they can do, too, “as Shuye's element does”: " +
      "have the same style sheet, which leaves the layout of what is far from the screen for later, and the regular expression sets only " +
      "the highlights near the screen (those are counted), as the element does where there are more than 400 matches. " +
      `Medians of ${rounds * calls} calls in ${rounds} rounds, each with keywords that were not ` +
      "looked for before; a first call on each page does not count. Keywords are pieces of the text of two to four Han characters; of more " +
      `than 500, ${sets.filter(({ count }) => count > 500).map(({ name, what }) => `of ${name} ${what}`).join(", ") || "none"}, the rest keys of OpenCC's dictionaries. ` +
      "“regex” is one regular expression of all keywords and CSS custom highlights (`regex_highlighter.js`); advanced-mark.js has all keywords " +
      `in one pattern with \`combinePatterns\`. Who needs more than ${limit / 1000} s for one call is left out. Characters marked are of the first list; ` +
      "who has fewer marks joins neighbours or does not look beyond an element's end, who has more marks what is inside of another mark.",
    highlightTable(highlighters.map(({ name }) => name), sets, samples, marked, tooSlow),
    growthLine(highlighters[0].name, sets, samples),
  ];
}

/**
 * @param {ReadingChromium} chromium
 * @param {Options} options
 */
async function wholeWayPart(chromium, { rounds, calls, reading }) {
  const samples = new Samples();
  /** @type {Map<string, import("../pages/marked.js").Marked>} */
  const marked = new Map();
  for (const bytes of reading.wholeWay) {
    const path = writeArticle(folder(), "markdown", bytes);
    const [keywords] = keywordSets(path, [20])[0].lists;
    await writeReady(path, keywords);
    for (let round = 0; round < rounds; round++) {
      for (const { module } of ways) {
        const result = await chromium.wholeWay(module, path, keywords, calls);
        marked.set(`${module}/${bytes}`, result.marked);
        for (const [when, shown] of /** @type {const} */ ([["first", [result.first]], ["again", result.again]])) {
          samples.add("chromium", module, `${bytes}`, `${when} laidOut`, shown.map(({ laidOut }) => laidOut));
          samples.add("chromium", module, `${bytes}`, `${when} drawn`, shown.map(({ drawn }) => drawn));
        }
      }
    }
  }
  return [
    "## The whole way",
    "An article in Markdown, from bytes in memory: opened, converted to Taiwan's Traditional, 20 keywords marked, in the page and laid " +
      "out. “First” is in a process that has run nothing yet: modules, WebAssembly and packs are fetched from a server on the same machine " +
      `and compiled while the clock runs, all functions of the modules while they arrive; medians of ${rounds} rounds. “Again” is on the same page, medians of ${rounds * calls}. ` +
      "markdown-it's HTML is put into the page as it is; opencc-js has only what goes from Simplified to Traditional, and converts the " +
      "keywords, too. “HTML made before” is what no way can be quicker than that puts its HTML into the page: that of `toHtml` is " +
      "fetched, set and laid out, and no library is there. A way that leaves the layout of what is far from the screen for later, as the " +
      "element does with long articles, can.",
    ...reading.wholeWay.flatMap((bytes) => [`### ${size(bytes)}`, wholeWayTable(ways, bytes, samples, marked)]),
  ];
}

/**
 * Makes what `whole_way_ready_html.js` shows.
 *
 * @param {string} path of the article
 * @param {string[]} keywords
 */
async function writeReady(path, keywords) {
  const article = await open(readFileSync(path), { format: "markdown" });
  writeFileSync(readyAddress(path), await article.toHtml({ script: "zh-Hant-TW", keywords }));
  article.close();
}

/**
 * @param {ReadingChromium} chromium
 * @param {Options} options
 */
async function typingPart(chromium, { rounds, reading }) {
  const path = writeArticle(folder(), "html", reading.typing);
  const [words] = keywordSets(path, [20])[0].lists;
  const strokes = [];
  for (let round = 0; round < rounds; round++) strokes.push(...(await chromium.type(path, words.slice(0, reading.words))));
  return [
    "## A keyword typed",
    `Real key events, 50 ms apart, in a page with ${size(reading.typing)} of HTML: words of two to four characters are typed and taken ` +
      `back, and every key changes what is marked; ${strokes.length} keys. Milliseconds from the time of the key event. “On the screen” is ` +
      "“drawn” with the wait for the next frame, of which there are 60 in a second.",
    typingTable(strokes),
  ];
}

/** @param {number} bytes */
const size = (bytes) => (bytes < 1e6 ? `${bytes / 1e3} kB` : `${bytes / 1e6} MB`);
