/**
 * A long article in parts of a few paragraphs each. What is far from the screen is not laid out (style.js), but an engine
 * asks of each box in the article whether that is so: of thousands of paragraphs that takes longer than all the rest.
 */

/** @typedef {import("./tree.js").Tree} Tree */

/** An article of fewer boxes stays as it is. */
const LONG = 200;

/** So many boxes make a part; where no good place to cut comes, more, but not more than that. */
const USUAL = 16;
const MOST = 64;

/**
 * The article with its boxes in parts. Before there are nodes: to move them would take as long as to make them.
 * @param {Tree} article
 * @returns {Tree}
 */
export function divide(article) {
  const boxes = article.filter((child) => Array.isArray(child));
  if (boxes.length < LONG) return article;
  /** @type {Tree[]} */
  const parts = [];
  let part = makePart();
  for (const box of boxes) {
    part.push(box);
    const size = part.length - HEAD;
    // Behind a paragraph nothing depends on what comes next, as the space below a heading does.
    if ((size >= USUAL && box[0] === "p") || size >= MOST) {
      parts.push(part);
      part = makePart();
    }
  }
  if (part.length > HEAD) parts.push(part);
  return [article[0], ...article.slice(1).filter((child) => !Array.isArray(child)), ...parts];
}

/** @returns {Tree} */
function makePart() {
  return ["div", { class: "part" }];
}
const HEAD = makePart().length;

/**
 * Says of each part how long it will be, about.
 * @param {ParentNode} root
 */
export function measureParts(root) {
  for (const part of root.querySelectorAll("article > .part")) {
    /** @type {HTMLElement} */ (part).style.setProperty("--_boxes", String(part.childElementCount));
  }
}

/**
 * Where a box of a part is as long as the part is not laid out, about: to measure the box itself would have it laid out.
 * @param {Element} part
 * @param {Element} inside
 * @returns {DOMRect}
 */
export function guessIn(part, inside) {
  const { left, top, width, height } = part.getBoundingClientRect();
  const each = height / Math.max(1, part.childElementCount);
  const index = [...part.children].findIndex((child) => child.contains(inside));
  return new DOMRect(left, top + each * Math.max(0, index), width, each);
}
