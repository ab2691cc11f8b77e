/**
 * @file How fast converters convert. Runs in Node and in a page.
 */

/**
 * @typedef {object} Throughput
 * @property {string} subject
 * @property {number[]} samples bytes of UTF-8 in a second, one for each call
 * @property {boolean} same whether the first subject that takes strings gives the same text
 */

/**
 * The subjects take turns, so that whatever else the machine does falls on all of them alike. The first calls of each
 * are not counted: engines compile what runs for long a second time, and better.
 *
 * @param {import("./subjects.js").Subject[]} subjects
 * @param {Uint8Array} bytes
 * @param {{ calls: number, warmUp: number }} options
 * @returns {Throughput[]}
 */
export function measureThroughput(subjects, bytes, { calls, warmUp }) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const inputs = { string: text, bytes };
  const first = subjects.map(({ takes, convert }) => callFor(warmUp, () => convert(inputs[takes])));
  const expected = first[subjects.findIndex(({ takes }) => takes === "string")];
  /** @type {Throughput[]} */
  const results = subjects.map(({ name, takes }, i) => ({
    subject: name,
    samples: [],
    same: takes === "bytes" || first[i] === expected,
  }));
  for (let call = 0; call < calls; call++) {
    for (const [i, { takes, convert }] of subjects.entries()) {
      const start = performance.now();
      convert(inputs[takes]);
      results[i].samples.push((bytes.length * 1000) / (performance.now() - start));
    }
  }
  return results;
}

/**
 * Calls at least once.
 *
 * @template T
 * @param {number} milliseconds
 * @param {() => T} work
 * @returns {T}
 */
function callFor(milliseconds, work) {
  const end = performance.now() + milliseconds;
  let result = work();
  while (performance.now() < end) result = work();
  return result;
}
