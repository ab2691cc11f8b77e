/**
 * From a place in a block's text to the text nodes on the screen. What counts as text is told in places.js, which goes
 * the other way; a character that the screen does not have (a footnote that leads nowhere) is passed over.
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
  #texts;
  /** @type {Map<number, Element>} */
  #elements = new Map();
  /** @type {Map<number, Run[]>} */
  #runs = new Map();

  /**
   * @param {ParentNode} root
   * @param {readonly { text?: string }[]} blocks Of the view.
   */
  constructor(root, blocks) {
    this.#texts = blocks;
    for (const element of root.querySelectorAll("[data-block]")) {
      this.#elements.set(Number(element.getAttribute("data-block")), element);
    }
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

  /** @param {number} block */
  length(block) {
    return this.#texts[block]?.text?.length ?? 0;
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
    const runs = element ? runsOf(element, this.#texts[block]?.text ?? "") : [];
    this.#runs.set(block, runs);
    return runs;
  }
}

/**
 * @param {Element} element
 * @param {string} text Of the block.
 * @returns {Run[]}
 */
function runsOf(element, text) {
  /** @type {Run[]} */
  const runs = [];
  let at = 0;
  // Recursion would be as deep as elements nest, which the builder bounds; this is as simple.
  for (let node = nextNode(element, element, true); node; ) {
    let inside = false;
    if (node instanceof Text) {
      const start = placeIn(text, node.data, at);
      if (start >= 0) {
        at = start + node.data.length;
        runs.push({ node, start, end: at });
      }
    } else if (node instanceof Element) {
      if (node.matches(OBJECTS)) at += 1;
      else inside = !node.matches(ADDED) && !node.hasAttribute("data-block");
    }
    node = nextNode(element, node, inside);
  }
  return runs;
}

/**
 * Where a node's text stands in the block's: here, or behind objects that are not on the screen; -1 when it is no part
 * of it (the words in place of an image that has no address).
 * @param {string} text
 * @param {string} part
 * @param {number} at
 */
function placeIn(text, part, at) {
  let start = at;
  while (text[start] === "\uFFFC" && !text.startsWith(part, start)) ++start;
  return part !== "" && text.startsWith(part, start) ? start : -1;
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
