/**
 * @file How fast articles are opened, in Node and in a page: by Shuye the whole way from bytes to JSON, beside others that
 * go a part of it.
 */

/**
 * @typedef {object} Opener
 * @property {string} name
 * @property {number} most the largest input that it is given, in bytes: none should keep the others waiting
 * @property {(bytes: Uint8Array) => unknown} prepare what it has before the clock starts; anew for each call
 * @property {(prepared: any) => unknown} open may give a promise
 */

/**
 * @typedef {object} OpeningResult
 * @property {string} subject
 * @property {number[]} samples bytes in a second
 */

/**
 * Shuye and markdown-it, which are wherever JavaScript is.
 *
 * @param {typeof import("shuye")} shuye
 * @param {new () => { render: (text: string) => string }} MarkdownIt
 * @param {"markdown" | "html"} format
 * @returns {Opener[]}
 */
export function makeOpeners(shuye, MarkdownIt, format) {
  /** @type {Opener[]} */
  const openers = [
    {
      name: "shuye",
      most: Infinity,
      prepare: (bytes) => bytes,
      async open(bytes) {
        const article = await shuye.open(bytes, { format });
        const json = await article.toJson();
        article.close();
        return json;
      },
    },
  ];
  if (format === "markdown") {
    const markdownIt = new MarkdownIt();
    openers.push({
      name: "markdown-it",
      most: 10_000_000,
      prepare: (bytes) => new TextDecoder().decode(bytes),
      open: (text) => markdownIt.render(text),
    });
  }
  return openers;
}

/**
 * An engine joins the parts of a long string when somebody reads it; that belongs to making it.
 * @param {unknown} result
 */
function readToEnd(result) {
  if (typeof result === "string") result.charCodeAt(result.length - 1);
}

/**
 * The documents of a file: NULs part them.
 *
 * @param {Uint8Array} bytes
 */
export function documentsIn(bytes) {
  const documents = [];
  let begin = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, begin)) {
    documents.push(bytes.subarray(begin, end));
    begin = end + 1;
  }
  return [...documents, bytes.subarray(begin)];
}

/**
 * They take turns, after a while of running that is not counted.
 *
 * @param {Opener[]} openers
 * @param {Uint8Array} bytes of documents that are opened one after the other
 * @param {{ calls: number, warmUp: number }} options
 * @returns {Promise<OpeningResult[]>}
 */
export async function measureOpening(openers, bytes, { calls, warmUp }) {
  const chosen = openers.filter(({ most }) => bytes.length <= most * 1.2);
  // A small article is opened several times for a sample: a clock is no better than that.
  const times = Math.max(1, Math.ceil(200_000 / bytes.length));
  const documents = Array.from({ length: times }, () => documentsIn(bytes)).flat();
  const once = async (/** @type {Opener} */ { prepare, open }) => {
    let passed = 0;
    for (const document of documents) {
      const prepared = prepare(document);
      const start = performance.now();
      readToEnd(await open(prepared));
      passed += performance.now() - start;
    }
    return passed;
  };
  for (const opener of chosen) {
    for (let passed = 0, run = 0; run === 0 || passed < warmUp; run++) passed += await once(opener);
  }
  /** @type {OpeningResult[]} */
  const results = chosen.map(({ name }) => ({ subject: name, samples: [] }));
  for (let call = 0; call < calls; call++) {
    for (const [i, opener] of chosen.entries()) results[i].samples.push((bytes.length * times * 1000) / (await once(opener)));
  }
  return results;
}
