import { floors } from "../floors.js";

/** @typedef {import("./figures.js").Figure} Figure */

/** Shares are seen to a tenth of a per cent: a rounded figure must not look like its target when it is not. @param {number} value */
const shown = (value) => (Math.floor(value * 1000 + 1e-9) / 1000).toFixed(3);

/**
 * @param {Figure[]} figures
 * @param {{ verbose: boolean }} options
 */
export function tableOf(figures, { verbose }) {
  const width = Math.max(...Object.values(floors).map(({ what }) => what.length));
  const lines = [`${" ".repeat(width)}  measured  target   floor`];
  for (const { id, value, detail } of figures) {
    const { what, target, floor } = floors[id];
    const mark = value >= target ? "✓" : value >= floor ? "·" : "✗";
    lines.push(`${what.padEnd(width)}  ${shown(value).padStart(6)} ${mark}  ${shown(target).padStart(6)}  ${shown(floor).padStart(6)}`);
    if (detail && (verbose || value < floor)) lines.push(...detail.split("\n").map((line) => `    ${line}`));
  }
  return lines.join("\n");
}

/** @param {Figure[]} figures */
export function belowFloor(figures) {
  return figures
    .filter(({ id, value }) => value < floors[id].floor)
    .map(({ id, value }) => `${id}: ${shown(value)} is below its floor, ${shown(floors[id].floor)} (tests/accuracy/floors.js)`);
}

/** How many reach what they should in the end. @param {Figure[]} figures */
export const reached = (figures) => figures.filter(({ id, value }) => value >= floors[id].target).length;
