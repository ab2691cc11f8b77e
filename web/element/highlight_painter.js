/**
 * Marks by the CSS Custom Highlight API: ranges under names for which the style sheet has rules. The nodes of the
 * article stay as they are, whatever is marked. The names are the document's, so all elements on a page share them and
 * each takes away its own ranges.
 */


import { TONES } from "./tones.js";

/** @typedef {import("./marks.js").PaintedPiece} PaintedPiece */
/** @typedef {import("./text_map.js").Part} Part */

/** A piece of several keywords has the colour of one and lines in those of the others over it. */
const ALSO = 1;
const CURRENT = 2;

export function hasHighlights() {
  return Boolean(globalThis.CSS?.highlights) && typeof Highlight === "function";
}

export class HighlightPainter {
  /** @type {Map<string, AbstractRange[]>} By the name of the highlight. */
  #painted = new Map();

  /** @param {readonly PaintedPiece[]} pieces */
  paint(pieces) {
    this.clear();
    /** @type {AbstractRange[][]} */
    const marks = Array.from({ length: TONES }, () => []);
    /** @type {AbstractRange[][]} */
    const lines = Array.from({ length: TONES }, () => []);
    for (const { parts, tone, also } of pieces) {
      for (const part of parts) {
        const range = staticRange(part);
        marks[tone].push(range);
        for (const other of also) lines[other].push(range);
      }
    }
    marks.forEach((ranges, tone) => this.#add(`shuye-mark-${tone}`, 0, ranges));
    lines.forEach((ranges, tone) => this.#add(`shuye-also-${tone}`, ALSO, ranges));
  }

  /** @param {readonly Part[]} parts Of the match that was gone to. */
  select(parts) {
    this.#take("shuye-current");
    this.#add("shuye-current", CURRENT, parts.map(staticRange));
  }

  clear() {
    for (const name of this.#painted.keys()) this.#take(name);
  }

  /**
   * @param {readonly Part[]} parts
   * @returns {Range[]} For measuring; let go of them soon, they follow every change of the document.
   */
  rangesOf(parts) {
    return parts.map(({ node, start, end }) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return range;
    });
  }

  /**
   * @param {string} name
   * @param {number} priority
   * @param {AbstractRange[]} ranges
   */
  #add(name, priority, ranges) {
    if (ranges.length === 0) return;
    this.#painted.set(name, ranges);
    const shared = highlight(name, priority);
    for (const range of ranges) shared.add(range);
  }

  /** @param {string} name */
  #take(name) {
    const painted = this.#painted.get(name) ?? [];
    this.#painted.delete(name);
    const shared = CSS.highlights.get(name);
    if (!shared) return;
    if (shared.size === painted.length) CSS.highlights.delete(name);
    else for (const range of painted) shared.delete(range);
  }
}

/** @param {Part} part Static: nothing has to follow what changes in the document. */
function staticRange({ node, start, end }) {
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}

/**
 * @param {string} name
 * @param {number} priority
 */
function highlight(name, priority) {
  let found = CSS.highlights.get(name);
  if (!found) {
    found = new Highlight();
    found.priority = priority;
    CSS.highlights.set(name, found);
  }
  return found;
}
