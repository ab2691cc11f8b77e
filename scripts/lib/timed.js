/**
 * Says what is being done and how long it took.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(name, work) {
  const start = performance.now();
  console.log(`· ${name}`);
  const result = await work();
  console.log(`  ${seconds(start)}`);
  return result;
}

/** @param {number} start from performance.now() */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
