/** @file The tables of what a reader waits for. */

import { number, table, times } from "./report.js";

/** @typedef {import("./samples.js").Samples} Samples */
/** @typedef {import("../pages/marked.js").Marked} Marked */

/**
 * @param {readonly string[]} names the first is compared with the others
 * @param {readonly import("./highlight_inputs.js").KeywordSet[]} sets
 * @param {Samples} samples
 * @param {Map<string, Marked>} marked
 * @param {Set<string>} tooSlow
 */
export function highlightTable(names, sets, samples, marked, tooSlow) {
  const rows = sets.flatMap((set) =>
    names.flatMap((name) => {
      const at = (/** @type {string} */ what, of = name) => samples.median("chromium", of, set.name, what);
      const found = marked.get(`${name}/${set.name}`);
      if (!found && !tooSlow.has(`${name}/${set.name}`)) return [];
      const slow = tooSlow.has(`${name}/${set.name}`) ? "too slow" : undefined;
      return [[
        `${set.name}: ${name}`,
        number(found?.marks),
        number(found?.characters),
        slow ?? number(at("laidOut"), 1),
        slow ?? number(at("drawn"), 1),
        times(at("laidOut"), at("laidOut", names[0])),
        times(at("drawn"), at("drawn", names[0])),
      ]];
    }),
  );
  return table(["keywords", "marks", "characters", "laid out, ms", "drawn, ms", "ratio laid out", "ratio drawn"], rows);
}

/**
 * @param {string} name
 * @param {readonly import("./highlight_inputs.js").KeywordSet[]} sets
 * @param {Samples} samples
 */
export function growthLine(name, sets, samples) {
  const [fewer, most] = sets.slice(-2);
  const of = (/** @type {string} */ what) =>
    times(samples.median("chromium", name, most.name, what), samples.median("chromium", name, fewer.name, what));
  return `${most.name} keywords take ${name} ${of("laidOut")} (drawn: ${of("drawn")}) the time of ${fewer.name}.`;
}

/**
 * @param {readonly { module: string, name: string }[]} ways the first is compared with the others
 * @param {number} bytes
 * @param {Samples} samples
 * @param {Map<string, Marked>} marked
 */
export function wholeWayTable(ways, bytes, samples, marked) {
  const rows = ways.map(({ module, name }) => {
    const at = (/** @type {string} */ what, of = module) => samples.median("chromium", of, `${bytes}`, what);
    return [
      name,
      number(marked.get(`${module}/${bytes}`)?.characters),
      ...["first", "again"].flatMap((when) => [
        number(at(`${when} laidOut`), 1),
        number(at(`${when} drawn`), 1),
        times(at(`${when} drawn`), at(`${when} drawn`, ways[0].module)),
      ]),
    ];
  });
  const of = ["laid out, ms", "drawn, ms", "ratio"];
  return table(["way", "characters marked", ...["first", "again"].flatMap((when) => of.map((what) => `${when}: ${what}`))], rows);
}

/** @param {readonly import("../pages/typing_page.js").Stroke[]} strokes */
export function typingTable(strokes) {
  const at = (/** @type {keyof import("../pages/typing_page.js").Stroke} */ what, /** @type {number} */ share) => {
    const sorted = strokes.map((stroke) => stroke[what]).sort((a, b) => a - b);
    return number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))], 1);
  };
  const rows = /** @type {const} */ ([["marked and laid out", "marked"], ["drawn", "drawn"], ["on the screen", "framed"]]);
  return table(["from the key, ms", "median", "95 %"], rows.map(([name, what]) => [name, at(what, 0.5), at(what, 0.95)]));
}
