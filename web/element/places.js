/**
 * Where in the article a place on the screen lies: which block, and how far into its text. The tree names the block
 * of each text (`data-block`); within it every character counts, an image, a line break or a footnote's number as
 * one, and what was added on the way to the screen (the reading over a ruby, the words of a placeholder) as none.
 */

/**
 * @typedef {object} Place
 * @property {number} block Index into `view.blocks`.
 * @property {number} start In UTF-16 units of the block's text.
 * @property {number} end
 * @property {string} text
 * @property {DOMRect} rect Where it is on the screen.
 */

/** Stand for one character of the text, whatever is in them. */
export const OBJECTS = "img, br, .image, a.footnote, span.object";

/** Are not in the text. */
export const ADDED = "rt, rp, input";

/**
 * @param {ShadowRoot} root
 * @returns {Range | null} What is selected in a shadow tree, each engine's way.
 */
export function selectedRange(root) {
  const selection = /** @type {any} */ (root).getSelection?.() ?? document.getSelection();
  if (!selection) return null;
  const composed = selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  const found = composed && root.contains(composed.startContainer) ? composed : firstRange(selection);
  if (!found || !root.contains(found.startContainer) || !root.contains(found.endContainer)) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.collapsed ? null : range;
}

/** @param {Selection} selection */
function firstRange(selection) {
  return selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

/**
 * @param {Range} range
 * @param {import("./shuye_article.js").View} view
 * @returns {Place | null} None where the range is not within one block's text.
 */
export function placeOf(range, view) {
  const holder = blockAt(range.startContainer) ?? titleAt(range.startContainer, view);
  if (!holder) return null;
  const start = offsetIn(holder.element, range.startContainer, range.startOffset);
  const end = holder.element.contains(range.endContainer)
    ? offsetIn(holder.element, range.endContainer, range.endOffset)
    : null;
  const text = view.blocks[holder.block]?.text ?? "";
  // A double click takes the line's end along: the range then ends at the head of the next block.
  const last = end ?? (range.endOffset === 0 ? text.length : start);
  if (start >= last || text.slice(start, last).trim() === "") return null;
  return { block: holder.block, start, end: last, text: text.slice(start, last), rect: range.getBoundingClientRect() };
}

/**
 * @param {{ match: import("../../wasm/js/types.js").Match, rect: DOMRect }} found
 * @param {import("./shuye_article.js").View} view
 * @returns {Place}
 */
export function placeOfMatch({ match: { block, start, end }, rect }, view) {
  return { block, start, end, text: (view.blocks[block]?.text ?? "").slice(start, end), rect };
}

/**
 * @param {Node} node
 * @returns {{ element: Element, block: number } | null}
 */
function blockAt(node) {
  const element = elementOf(node)?.closest("[data-block]");
  return element ? { element, block: Number(element.getAttribute("data-block")) } : null;
}

/**
 * The title is shown from the metadata; most often a block of the article says the same.
 * @param {Node} node
 * @param {import("./shuye_article.js").View} view
 */
function titleAt(node, view) {
  const element = elementOf(node)?.closest("header > h1");
  const block = view.blocks.findIndex(({ role, text }) => role === "title" && text === element?.textContent);
  return element && block >= 0 ? { element, block } : null;
}

/** @param {Node} node */
function elementOf(node) {
  return node instanceof Element ? node : node.parentElement;
}

/**
 * @param {Element} holder
 * @param {Node} container
 * @param {number} offset As in a Range: of characters in a text, of children in an element.
 */
function offsetIn(holder, container, offset) {
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(container, offset);
  return lengthOf(before.cloneContents());
}

/** @param {Node} node */
function lengthOf(node) {
  let length = 0;
  for (const child of node.childNodes) {
    if (child instanceof Element && child.matches(OBJECTS)) length += 1;
    else if (child instanceof Element && (child.matches(ADDED) || child.hasAttribute("data-block"))) continue;
    else length += child instanceof Text ? child.data.length : lengthOf(child);
  }
  return length;
}
