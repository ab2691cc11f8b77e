/**
 * From a place in a block's text to the text nodes on the screen. What counts as text is told in places.js, which goes
 * the other way.
 */

import { ADDED, OBJECTS } from "./places.js";

/**
 * A text node, and where in its block's text it stands.
 * @typedef {object} Run
 * @property {Text} node
 * @property {number} start In UTF-16 units of the block's text.
 * @property {number} end
 */

/**
 * A part of a text node.
 * @typedef {object} Part
 * @property {Text} node
 * @property {number} start In UTF-16 units of the node.
 * @property {number} end
 */

/** Holds for one rendering; reads a block when it is first asked for. */
export class TextMap {
  #elements;
  /** @type {Map<number, Run[]>} */
  #runs = new Map();
  /** @type {Map<number, number>} */
  #lengths = new Map();

  /** @param {ReadonlyMap<number, Element>} elements Those that hold the texts of the blocks. */
  constructor(elements) {
    this.#elements = elements;
  }

  /**
   * The element that holds a block's text.
   * @param {number} block
   */
  element(block) {
    return this.#elements.get(block);
  }

  /**
   * @param {Element} part Of the article.
   * @returns {number[]} The blocks whose texts are in it.
   */
  blocksIn(part) {
    const elements = part.hasAttribute("data-block") ? [part] : [];
    return [...elements, ...part.querySelectorAll("[data-block]")].map((element) => Number(element.getAttribute("data-block")));
  }

  /**
   * How long a block's text is, about.
   * @param {number} block
   */
  length(block) {
    let length = this.#lengths.get(block);
    if (length === undefined) {
      length = this.#elements.get(block)?.textContent?.length ?? 0;
      this.#lengths.set(block, length);
    }
    return length;
  }

  /**
   * @param {number} block
   * @param {number} start In UTF-16 units of the block's text.
   * @param {number} end
   * @returns {Part[]} One for each text node that has some of it; none where the block is not on the screen.
   */
  parts(block, start, end) {
    const runs = this.#read(block);
    /** @type {Part[]} */
    const parts = [];
    for (let at = firstAfter(runs, start); at < runs.length && runs[at].start < end; ++at) {
      const run = runs[at];
      parts.push({
        node: run.node,
        start: Math.max(start, run.start) - run.start,
        end: Math.min(end, run.end) - run.start,
      });
    }
    return parts;
  }

  /**
   * @param {number} block
   * @returns {Run[]}
   */
  #read(block) {
    const known = this.#runs.get(block);
    if (known) return known;
    const element = this.#elements.get(block);
    const runs = element ? runsOf(element) : [];
    this.#runs.set(block, runs);
    return runs;
  }
}

/**
 * @param {Element} element
 * @returns {Run[]}
 */
function runsOf(element) {
  /** @type {Run[]} */
  const runs = [];
  let at = 0;
  // Recursion would be as deep as elements nest, which the builder bounds; this is as simple.
  for (let node = nextNode(element, element, true); node; ) {
    let inside = false;
    if (node instanceof Text) {
      const start = at;
      at += node.data.length;
      if (at > start) runs.push({ node, start, end: at });
    } else if (node instanceof Element) {
      if (node.matches(OBJECTS)) at += 1;
      else inside = !node.matches(ADDED) && !node.hasAttribute("data-block");
    }
    node = nextNode(element, node, inside);
  }
  return runs;
}

/**
 * The next node in the order of the document.
 * @param {Element} root
 * @param {Node} node
 * @param {boolean} inside Whether to look into `node`.
 * @returns {Node | null}
 */
function nextNode(root, node, inside) {
  if (inside && node.firstChild) return node.firstChild;
  /** @type {Node | null} */
  let from = node;
  while (from && from !== root) {
    if (from.nextSibling) return from.nextSibling;
    from = from.parentNode;
  }
  return null;
}

/**
 * The first run that ends after `place`, by halving.
 * @param {readonly Run[]} runs
 * @param {number} place
 */
function firstAfter(runs, place) {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle].end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
