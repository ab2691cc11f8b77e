import { measureDamage, measurePages, measurePasted, measureReadability, measureSeeds } from "./figures.js";

/** @typedef {import("./figures.js").Figure} Figure */

/** @type {Record<string, (seeds: number) => Promise<Figure[]>>} */
export const measures = {
  seeds: measureSeeds,
  pages: measurePages,
  readability: measureReadability,
  pasted: measurePasted,
  damage: measureDamage,
};

/**
 * @param {string[]} names of `measures`
 * @param {number} seeds by which each document is damaged
 */
export async function measureAll(names, seeds) {
  /** @type {Figure[]} */
  const figures = [];
  for (const name of names) figures.push(...(await measures[name](seeds)));
  return figures;
}
