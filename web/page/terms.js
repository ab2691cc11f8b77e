/**
 * The reader's glossary as data: what may be in it, reading it back, adding to it. What a term may be is said in
 * core/include/shuye/glossary.h; how many there may be, by the list on the page, which shows them all.
 *
 * @typedef {{ from: string, to: string }} Entry
 * @typedef {{ entries: Entry[], protect: string[] }} Glossary
 */

const MAX_TERMS = 2000;
const MAX_TERM_BYTES = 1024;

/** @type {Glossary} */
export const NO_TERMS = Object.freeze({ entries: [], protect: [] });

/** A term that cannot be in the glossary; `problem` is the key of a text of the interface. */
export class TermError extends Error {
  /**
   * @param {string} problem
   * @param {Record<string, string | number>} [values]
   */
  constructor(problem, values = {}) {
    super(problem);
    this.name = "TermError";
    this.problem = problem;
    this.values = values;
  }
}

/**
 * @param {Glossary} glossary
 * @param {Entry} entry
 * @returns {Glossary}
 */
export function withEntry(glossary, { from, to }) {
  const entry = { from: checked(from), to: checked(to) };
  refuseKnown(glossary, entry.from);
  return { ...glossary, entries: [...glossary.entries, entry] };
}

/**
 * @param {Glossary} glossary
 * @param {string} term
 * @returns {Glossary}
 */
export function withProtected(glossary, term) {
  const kept = checked(term);
  refuseKnown(glossary, kept);
  return { ...glossary, protect: [...glossary.protect, kept] };
}

/**
 * Whatever it says of the term.
 * @param {Glossary} glossary
 * @param {string} term
 * @returns {Glossary}
 */
export function without(glossary, term) {
  return {
    entries: glossary.entries.filter(({ from }) => from !== term),
    protect: glossary.protect.filter((kept) => kept !== term),
  };
}

/**
 * @param {Glossary} glossary
 * @param {string} term
 */
export function knows(glossary, term) {
  return glossary.protect.includes(term) || glossary.entries.some(({ from }) => from === term);
}

/**
 * What can be read of something that was stored.
 * @param {unknown} value
 * @returns {Glossary}
 */
export function readable(value) {
  return gather(value, () => {}).glossary; // What does not hold is left out.
}

/**
 * Adds what a file has; the file's words take the place of the reader's own.
 * @param {Glossary} glossary
 * @param {string} text JSON
 * @returns {{ glossary: Glossary, count: number }}
 * @throws {TermError} `glossary_no_file`, `glossary_full`, or what is wrong with a term, with its number in the file.
 */
export function imported(glossary, text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TermError("glossary_no_file");
  }
  const { glossary: file, terms } = gather(value, (error, line) => {
    throw error.problem === "glossary_full" ? error : new TermError(error.problem, { ...error.values, line });
  });
  if (terms.size === 0) throw new TermError("glossary_no_file");
  const merged = {
    entries: [...glossary.entries.filter(({ from }) => !terms.has(from)), ...file.entries],
    protect: [...glossary.protect.filter((term) => !terms.has(term)), ...file.protect],
  };
  if (merged.entries.length + merged.protect.length > MAX_TERMS) throw new TermError("glossary_full");
  return { glossary: merged, count: terms.size };
}

/**
 * The terms of a value, one after the other.
 * @param {unknown} value
 * @param {(error: TermError, line: number) => void} refuse Told of each that does not hold, counted from 1.
 */
function gather(value, refuse) {
  const { entries = [], protect = [] } = /** @type {Record<string, unknown>} */ (value ?? {});
  /** @type {Glossary} */
  const glossary = { entries: [], protect: [] };
  /** @type {Set<string>} */
  const terms = new Set();
  let line = 0;
  const take = (/** @type {unknown} */ term, /** @type {(term: string) => void} */ keep) => {
    ++line;
    try {
      const text = checked(term);
      if (terms.has(text)) throw new TermError("glossary_twice", { word: text });
      if (terms.size >= MAX_TERMS) throw new TermError("glossary_full");
      keep(text);
      terms.add(text);
    } catch (error) {
      refuse(/** @type {TermError} */ (error), line);
    }
  };
  for (const entry of listed(entries)) {
    take(entry?.from, (from) => glossary.entries.push({ from, to: checked(entry.to) }));
  }
  for (const term of listed(protect)) take(term, (kept) => glossary.protect.push(kept));
  return { glossary, terms };
}

/** @param {unknown} value @returns {any[]} */
function listed(value) {
  return Array.isArray(value) ? value : [];
}

/**
 * @param {unknown} term
 * @returns {string} Without white space around it.
 */
function checked(term) {
  if (typeof term !== "string" || !term.trim()) throw new TermError("glossary_empty");
  const text = term.trim();
  if (/[\p{Cc}\p{Cs}\uFFFC]/u.test(text)) throw new TermError("glossary_characters");
  if (new TextEncoder().encode(text).length > MAX_TERM_BYTES) throw new TermError("glossary_long");
  return text;
}

/**
 * @param {Glossary} glossary
 * @param {string} term
 */
function refuseKnown(glossary, term) {
  if (knows(glossary, term)) throw new TermError("glossary_twice", { word: term });
  if (glossary.entries.length + glossary.protect.length >= MAX_TERMS) throw new TermError("glossary_full");
}
