/**
 * Which parts of an article the engine lays out: the style sheet lets it leave out what is far from the screen
 * (`content-visibility: auto`). Where there are many marks, they are set in those parts alone: an engine goes through
 * all highlights whenever one changes, and thousands that nobody sees would hold up those on the screen.
 */

/** How far from the screen is near, in its heights, until the engine has said what it lays out. */
const AT_FIRST = 1;

export class NearParts {
  /** @type {Set<Element>} */
  #near = new Set();
  #told = false;
  #due = false;
  #changed;

  /**
   * @param {Element} root Around the articles that come and go.
   * @param {() => void} changed Called before a frame is drawn, once for all that changed.
   */
  constructor(root, changed) {
    this.#changed = changed;
    const tell = (/** @type {Event} */ event) =>
      this.#tell(/** @type {Element} */ (event.target), /** @type {ContentVisibilityAutoStateChangeEvent} */ (event).skipped);
    // On its way down: in Firefox it does not come up again.
    root.addEventListener("contentvisibilityautostatechange", tell, { capture: true });
  }

  /** Whether the engine tells. */
  static get known() {
    return "ContentVisibilityAutoStateChangeEvent" in globalThis;
  }

  /** Another article is there. */
  reset() {
    this.#near.clear();
    this.#told = false;
  }

  /**
   * @param {Iterable<Element>} parts Of the article, in the order of the page.
   * @returns {Iterable<Element>} Those that are laid out.
   */
  of(parts) {
    if (!this.#told) this.#near = new Set(nearScreen(parts));
    return this.#near;
  }

  /**
   * @param {Element} part
   * @param {boolean} skipped
   */
  #tell(part, skipped) {
    this.#told = true;
    if (skipped) this.#near.delete(part);
    else if (this.#near.has(part)) return;
    else this.#near.add(part);
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => {
      this.#due = false;
      this.#changed();
    });
  }
}

/** @param {Iterable<Element>} parts */
function* nearScreen(parts) {
  for (const part of parts) {
    const { top, bottom } = part.getBoundingClientRect();
    if (top > innerHeight * (1 + AT_FIRST)) return;
    if (bottom > -innerHeight * AT_FIRST) yield part;
  }
}
