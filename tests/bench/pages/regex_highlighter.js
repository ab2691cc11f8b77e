/**
 * What a page can do without a library: one regular expression of all keywords over the text of the article, and CSS
 * custom highlights for what it finds. As good as it gets: the text is put together once, matches go beyond inline
 * elements and never beyond a block, the longest keyword wins, ranges are static and made in the order of the text.
 */
export class RegexHighlighter {
  static #colours = 8;

  #text = "";
  /** @type {{ node: Text, begin: number, end: number }[]} */
  #pieces = [];

  /** @param {Element} root of an article that stays as it is */
  constructor(root) {
    const parts = [];
    let length = 0;
    /** @type {Element | null | undefined} */
    let last;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const block = node.parentElement?.closest("p, h1, h2, h3, h4, h5, h6, li, dt, dd, th, td, pre, figcaption, blockquote, figure");
      if (block !== last) {
        parts.push("\n");
        length += 1;
        last = block;
      }
      const { data } = /** @type {Text} */ (node);
      this.#pieces.push({ node: /** @type {Text} */ (node), begin: length, end: length + data.length });
      parts.push(data);
      length += data.length;
    }
    this.#text = parts.join("");
  }

  /**
   * @param {readonly string[]} keywords
   * @param {boolean} nearScreen looks everywhere, and marks what is not farther from the screen than that is high
   */
  mark(keywords, nearScreen = false) {
    const longestFirst = [...keywords].sort((a, b) => b.length - a.length);
    const regex = new RegExp(longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|"), "g");
    const colours = new Map(keywords.map((word, i) => [word, i % RegexHighlighter.#colours]));
    const highlights = Array.from({ length: RegexHighlighter.#colours }, () => new Highlight());
    const [first, last] = nearScreen ? this.#nearScreen() : [0, this.#pieces.length - 1];
    let at = 0;
    for (let match = regex.exec(this.#text); match; match = regex.exec(this.#text)) {
      const begin = match.index;
      const end = begin + match[0].length;
      while (this.#pieces[at].end <= begin) at += 1;
      if (at < first || at > last) continue;
      let behind = at;
      while (this.#pieces[behind].end < end) behind += 1;
      const from = this.#pieces[at];
      const to = this.#pieces[behind];
      highlights[colours.get(match[0]) ?? 0].add(
        new StaticRange({
          startContainer: from.node,
          startOffset: begin - from.begin,
          endContainer: to.node,
          endOffset: end - to.begin,
        }),
      );
    }
    for (const [colour, highlight] of highlights.entries()) CSS.highlights.set(`regex-${colour}`, highlight);
  }

  /** The first and the last of the pieces that are near it, by halving. */
  #nearScreen() {
    const place = (/** @type {number} */ piece) => this.#pieces[piece].node.parentElement?.getBoundingClientRect();
    const firstWhere = (/** @type {(rect: DOMRect) => boolean} */ holds) => {
      let low = 0;
      let high = this.#pieces.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const rect = place(middle);
        if (rect && holds(rect)) high = middle;
        else low = middle + 1;
      }
      return low;
    };
    return [firstWhere((rect) => rect.bottom > -innerHeight), firstWhere((rect) => rect.top > 2 * innerHeight) - 1];
  }
}
