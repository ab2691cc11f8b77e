/**
 * The marks of one rendering: puts what was found on the screen, and knows where each match is. An engine that has the
 * CSS Custom Highlight API marks by it, and the nodes stay as they are; others get `<mark>`.
 */

import { HighlightPainter, hasHighlights } from "./highlight_painter.js";
import { MarkPainter } from "./mark_painter.js";
import { piecesOf } from "./pieces.js";
import { TextMap } from "./text_map.js";

/** @typedef {import("../../wasm/js/types.js").Match} Match */
/** @typedef {import("./text_map.js").Part} Part */

/**
 * What painters take.
 * @typedef {object} PaintedPiece
 * @property {Part[]} parts
 * @property {number[]} keywords Indices, of the outermost match first.
 * @property {number} tone Colour of the first of them.
 * @property {number[]} also Other colours.
 */

/** @type {number[]} */
const NONE = [];

export class Marks {
  #map;
  #painter;
  /** @type {readonly Match[]} */
  #matches = [];

  /**
   * @param {ParentNode} root Holds the article as it was just built.
   * @param {readonly { text?: string }[]} blocks Of the view.
   */
  constructor(root, blocks) {
    this.#map = new TextMap(root, blocks);
    this.#painter = hasHighlights() ? new HighlightPainter() : new MarkPainter();
  }

  /**
   * Marks these and nothing else.
   * @param {readonly Match[]} matches
   * @param {readonly { colour: number }[]} keywords
   */
  show(matches, keywords) {
    this.#matches = matches;
    const pieces = piecesOf(matches).map((piece) => {
      const of = piece.matches.map((match) => matches[match].keyword);
      const tones = of.map((keyword) => keywords[keyword]?.colour ?? 0);
      const also = tones.length > 1 ? [...new Set(tones)].slice(1) : NONE;
      return { parts: this.#map.parts(piece.block, piece.start, piece.end), keywords: of, tone: tones[0], also };
    });
    this.#painter.paint(pieces);
  }

  /** @param {number} index Of the match that is gone to; -1: of none. */
  select(index) {
    this.#painter.select(this.#parts(index));
  }

  /** Takes the marks off the screen. */
  hide() {
    this.#painter.clear();
  }

  /**
   * @param {number} index
   * @returns {DOMRect | null} Of its first line on the screen; null when it is not on the screen.
   */
  rect(index) {
    for (const range of this.#painter.rangesOf(this.#parts(index))) {
      const rect = range.getClientRects()[0];
      if (rect) return rect;
    }
    return null;
  }

  /**
   * The element that holds the text of a match's block.
   * @param {number} index
   */
  element(index) {
    return this.#map.element(this.#matches[index]?.block ?? -1);
  }

  /**
   * How far from the top of the window each match is, about: one measurement for a block, however many are in it.
   * @returns {number[]}
   */
  tops() {
    /** @type {Map<number, DOMRect | undefined>} */
    const rects = new Map();
    return this.#matches.map(({ block, start }) => {
      if (!rects.has(block)) rects.set(block, this.#map.element(block)?.getBoundingClientRect());
      const rect = rects.get(block);
      return rect ? rect.top + (rect.height * start) / Math.max(1, this.#map.length(block)) : 0;
    });
  }

  /** @param {number} index */
  #parts(index) {
    const match = this.#matches[index];
    return match ? this.#map.parts(match.block, match.start, match.end) : [];
  }
}
