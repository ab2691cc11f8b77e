/** @typedef {import("./figures.js").Figure} Figure */

// Loaded when it is asked for: it needs packages that the set-up installs, and who imports this may run before that.
const figures = () => import("./figures.js");

/** @type {Record<string, (seeds: number) => Promise<Figure[]>>} */
export const measures = {
  seeds: async () => (await figures()).measureSeeds(),
  pages: async () => (await figures()).measurePages(),
  readability: async () => (await figures()).measureReadability(),
  pasted: async () => (await figures()).measurePasted(),
  keywords: async () => (await figures()).measureKeywords(),
  damage: async (seeds) => (await figures()).measureDamage(seeds),
};

/**
 * @param {string[]} names of `measures`
 * @param {number} seeds by which each document is damaged
 */
export async function measureAll(names, seeds) {
  /** @type {Figure[]} */
  const measured = [];
  for (const name of names) measured.push(...(await measures[name](seeds)));
  return measured;
}
