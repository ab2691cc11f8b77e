/**
 * Marks as `<mark>` elements, where the CSS Custom Highlight API is not. A text node makes way for marks and what is
 * between them, and comes back when they go.
 */

/** @typedef {import("./marks.js").PaintedPiece} PaintedPiece */
/** @typedef {import("./text_map.js").Part} Part */

/** @typedef {{ start: number, end: number, mark: HTMLElement }} MarkedPart */

export class MarkPainter {
  /** @type {Map<Text, { nodes: ChildNode[], marks: MarkedPart[] }>} What stands for each text node. */
  #replaced = new Map();

  /** @param {readonly PaintedPiece[]} pieces */
  paint(pieces) {
    this.clear();
    for (const [node, parts] of byNode(pieces)) this.#replace(node, parts);
  }

  /** @param {readonly Part[]} parts Of the match that was gone to. */
  select(parts) {
    for (const { marks } of this.#replaced.values()) {
      for (const { mark } of marks) mark.classList.remove("current");
    }
    for (const mark of this.#marksOf(parts)) mark.classList.add("current");
  }

  clear() {
    for (const [node, { nodes }] of this.#replaced) {
      nodes[0].before(node);
      for (const each of nodes) each.remove();
    }
    this.#replaced.clear();
  }

  /**
   * @param {readonly Part[]} parts
   * @returns {Range[]}
   */
  rangesOf(parts) {
    return this.#marksOf(parts).map((mark) => {
      const range = document.createRange();
      range.selectNodeContents(mark);
      return range;
    });
  }

  /** @param {readonly Part[]} parts */
  #marksOf(parts) {
    return parts.flatMap(({ node, start, end }) => {
      const marks = this.#replaced.get(node)?.marks ?? [];
      return marks.filter((each) => each.start < end && each.end > start).map(({ mark }) => mark);
    });
  }

  /**
   * @param {Text} node
   * @param {{ part: Part, piece: PaintedPiece }[]} parts In their order.
   */
  #replace(node, parts) {
    const fragment = document.createDocumentFragment();
    /** @type {MarkedPart[]} */
    const marks = [];
    let at = 0;
    const text = (/** @type {number} */ end) => {
      if (end > at) fragment.append(node.data.slice(at, end));
      at = end;
    };
    for (const { part: { start, end }, piece } of parts) {
      text(start);
      const mark = makeMark(node.data.slice(start, end), piece);
      fragment.append(mark);
      marks.push({ start, end, mark });
      at = end;
    }
    text(node.data.length);
    const nodes = [...fragment.childNodes];
    node.replaceWith(fragment);
    this.#replaced.set(node, { nodes, marks });
  }
}

/**
 * @param {readonly PaintedPiece[]} pieces
 * @returns {Map<Text, { part: Part, piece: PaintedPiece }[]>}
 */
function byNode(pieces) {
  /** @type {Map<Text, { part: Part, piece: PaintedPiece }[]>} */
  const found = new Map();
  for (const piece of pieces) {
    for (const part of piece.parts) {
      const list = found.get(part.node);
      if (list) list.push({ part, piece });
      else found.set(part.node, [{ part, piece }]);
    }
  }
  return found;
}

/**
 * @param {string} text
 * @param {PaintedPiece} piece
 */
function makeMark(text, { keywords, tone, also }) {
  const mark = document.createElement("mark");
  mark.setAttribute("data-keyword", keywords.join(" "));
  mark.setAttribute("data-colour", String(tone));
  if (also.length > 0) mark.setAttribute("data-also", String(also[0]));
  mark.textContent = text;
  return mark;
}
