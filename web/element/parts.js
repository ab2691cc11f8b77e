/**
 * A long article in parts of a few paragraphs each. What is far from the screen is not laid out (style.js), but an engine
 * asks of each box in the article whether that is so: of thousands of paragraphs that takes longer than all the rest.
 */

/** An article of fewer boxes stays as it is. */
const LONG = 200;

/** So many boxes make a part; where no good place to cut comes, more, but not more than that. */
const USUAL = 16;
const MOST = 64;

/** @param {Element | null} article As it was just built. */
export function divide(article) {
  if (!article || article.children.length < LONG) return;
  let part = makePart();
  const close = () => {
    part.style.setProperty("--_boxes", String(part.childElementCount));
    article.append(part);
    part = makePart();
  };
  for (const child of [...article.children]) {
    part.append(child);
    const size = part.childElementCount;
    // Behind a paragraph nothing depends on what comes next, as the space below a heading does.
    if ((size >= USUAL && child.localName === "p") || size >= MOST) close();
  }
  if (part.firstChild) close();
}

function makePart() {
  const part = document.createElement("div");
  part.className = "part";
  return part;
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
