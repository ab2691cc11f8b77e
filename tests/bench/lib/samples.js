/** What was measured, by where, what, with which configuration and on which input. */
export class Samples {
  /** @type {Map<string, number[]>} */
  #samples = new Map();
  /** @type {Set<string>} */
  #different = new Set();

  /**
   * @param {string} environment
   * @param {string} subject
   * @param {string} configuration
   * @param {string} input
   * @param {readonly number[]} samples
   */
  add(environment, subject, configuration, input, samples) {
    const key = [environment, subject, configuration, input].join("/");
    this.#samples.set(key, [...(this.#samples.get(key) ?? []), ...samples]);
  }

  /**
   * The median; undefined where nothing was measured.
   *
   * @param {string} environment
   * @param {string} subject
   * @param {string} configuration
   * @param {string} input
   */
  median(environment, subject, configuration, input) {
    const samples = this.#samples.get([environment, subject, configuration, input].join("/"));
    return samples && median(samples);
  }

  /**
   * Notes that a peer gave another text.
   *
   * @param {string} subject
   * @param {string} configuration
   * @param {string} input
   */
  addDifference(subject, configuration, input) {
    this.#different.add(`${subject} in ${configuration} of ${input}`);
  }

  /** @returns {string[]} */
  differences() {
    return [...this.#different].sort();
  }
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
