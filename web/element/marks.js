/**
 * The marks of one rendering: puts what was found on the screen, and knows where each match is. An engine that has the
 * CSS Custom Highlight API marks by it, and the nodes stay as they are; others get `<mark>`.
 */

import { HighlightPainter, hasHighlights } from "./highlight_painter.js";
import { MarkPainter } from "./mark_painter.js";
import { NearParts } from "./near.js";
import { guessIn } from "./parts.js";
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

/** So many marks are set at once wherever they are: an engine has them in a moment. */
const FEW = 400;

/** @type {number[]} */
const NONE = [];

export class Marks {
  #root;
  #near;
  #map;
  #painter;
  /** @type {readonly Match[]} */
  #matches = [];
  /** @type {readonly { colour: number }[]} */
  #keywords = [];
  #selected = -1;
  #printing = false;

  /**
   * @param {ParentNode} root Holds the article as it was just built.
   * @param {ReadonlyMap<number, Element>} blocks The elements that hold the texts of the blocks.
   * @param {import("./near.js").NearParts} near
   */
  constructor(root, blocks, near) {
    this.#root = root;
    this.#near = near;
    this.#map = new TextMap(blocks);
    this.#painter = hasHighlights() ? new HighlightPainter() : new MarkPainter();
  }

  /**
   * Marks these and nothing else.
   * @param {readonly Match[]} matches
   * @param {readonly { colour: number }[]} keywords
   */
  show(matches, keywords) {
    this.#matches = matches;
    this.#selected = -1;
    this.#keywords = keywords;
    this.#paint();
  }

  /** Sets the marks: many of them only where the engine lays out. */
  #paint() {
    const blocks = this.#isEverywhere ? new Set(this.#matches.map(({ block }) => block)) : this.#nearBlocks();
    this.#painter.paint([...blocks].flatMap((block) => this.#pieces(block)));
    if (this.#selected >= 0) this.#painter.select(this.#parts(this.#selected));
  }

  get #isEverywhere() {
    const follows = this.#painter instanceof HighlightPainter && NearParts.known;
    return this.#printing || !follows || this.#matches.length <= FEW;
  }

  /** What is laid out has changed. */
  follow() {
    if (!this.#isEverywhere) this.#paint();
  }

  /** @param {boolean} printing Paper has all of the article. */
  print(printing) {
    this.#printing = printing;
    this.#paint();
  }

  /** @param {number} index Of the match that is gone to; -1: of none. */
  select(index) {
    this.#selected = index;
    this.#painter.select(this.#parts(index));
  }

  /** Takes the marks off the screen. */
  hide() {
    this.#painter.clear();
  }

  /**
   * @param {number} index
   * @returns {DOMRect | null} Of its first line in the window; about where it will be as long as that is not laid out.
   */
  rect(index) {
    for (const range of this.#painter.rangesOf(this.#parts(index))) {
      const rect = range.getClientRects()[0];
      if (rect && rect.height > 0) return rect;
    }
    const match = this.#matches[index];
    const box = match && boxOf(this.#map.element(match.block));
    return box ? new DOMRect(box.left, this.#topIn(box, match), 0, 0) : null;
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
    /** @type {Map<number, DOMRect | null>} */
    const boxes = new Map();
    const near = new Set(this.#nearParts());
    return this.#matches.map((match) => {
      let box = boxes.get(match.block);
      if (box === undefined) {
        const element = this.#map.element(match.block);
        const part = element?.closest(".part");
        box = element && part && !near.has(part) ? guessIn(part, element) : boxOf(element);
        boxes.set(match.block, box);
      }
      return box ? this.#topIn(box, match) : 0;
    });
  }

  /** @param {number} block */
  #pieces(block) {
    const matches = this.#matches.slice(firstFrom(this.#matches, block), firstFrom(this.#matches, block + 1));
    return piecesOf(matches).map((piece) => {
      const keywords = piece.matches.map((match) => matches[match].keyword);
      const tones = keywords.map((keyword) => this.#keywords[keyword]?.colour ?? 0);
      const also = tones.length > 1 ? [...new Set(tones)].slice(1) : NONE;
      return { parts: this.#map.parts(piece.block, piece.start, piece.end), keywords, tone: tones[0], also };
    });
  }

  #nearParts() {
    return this.#near.of(this.#root.querySelector("article")?.children ?? []);
  }

  #nearBlocks() {
    return [...this.#nearParts()].flatMap((part) => this.#map.blocksIn(part));
  }

  /**
   * @param {DOMRect} box Of the match's block.
   * @param {Match} match
   */
  #topIn(box, { block, start }) {
    return box.top + (box.height * start) / Math.max(1, this.#map.length(block));
  }

  /** @param {number} index */
  #parts(index) {
    const match = this.#matches[index];
    return match ? this.#map.parts(match.block, match.start, match.end) : [];
  }
}

/**
 * The first match that is in a block or behind it, by halving.
 * @param {readonly Match[]} matches In the order of the text.
 * @param {number} block
 */
function firstFrom(matches, block) {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (matches[middle].block < block) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What is far from the screen may not be laid out; what it is in has the place that is kept for it.
 * @param {Element | null | undefined} element
 */
function boxOf(element) {
  for (let at = element; at; at = at.parentElement) {
    const box = at.getBoundingClientRect();
    if (box.height > 0) return box;
  }
  return null;
}
