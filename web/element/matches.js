/** What was found in the article on the screen, with its marks, and the way from match to match. */

import { nextMatch, previousMatch } from "../../wasm/js/index.js";
import { NOTHING, isSamePlace } from "./finding.js";
import { firstBelow } from "./first_below.js";
import { Marks } from "./marks.js";
import { NearParts } from "./near.js";
import { scrollTo } from "./scrolling.js";

/** @typedef {import("../../wasm/js/types.js").Found} Found */

export class Matches {
  #body;
  #near;
  /** @type {Marks | null} */
  #marks = null;
  /** @type {Found} */
  #found = NOTHING;
  #current = -1;

  /** @param {Element} body Around the articles that come and go. */
  constructor(body) {
    this.#body = body;
    this.#near = new NearParts(body, () => body.isConnected && this.#marks?.follow());
  }

  get found() {
    return this.#found;
  }

  /** Index of the match that was gone to last; -1: of none. */
  get current() {
    return this.#current;
  }

  /** That match, with where it is in the window; or null. */
  get place() {
    const match = this.#found.matches[this.#current];
    const rect = this.#marks?.rect(this.#current);
    return match && rect ? { match, rect } : null;
  }

  /** Another text comes, in which nothing was found yet. */
  forget() {
    this.#found = NOTHING;
    this.#current = -1;
  }

  /** The marks leave the nodes that they are on. */
  leave() {
    this.#marks?.hide();
    this.#near.reset();
  }

  /** @param {ReadonlyMap<number, Element>} blocks The elements that hold the texts of the blocks, as they were just drawn. */
  enter(blocks) {
    this.#marks = new Marks(this.#body, blocks, this.#near);
    this.paint();
  }

  /** @param {Found} found In the text on the screen, instead of what was found before. */
  show(found) {
    const before = this.#found.matches[this.#current];
    this.#found = found;
    this.#current = before ? found.matches.findIndex((match) => isSamePlace(match, before)) : -1;
    this.paint();
  }

  /** Highlights are the document's: an element that is not in it has none. */
  paint() {
    if (!this.#marks || !this.#body.isConnected) return;
    this.#marks.show(this.#found.matches, this.#found.keywords);
    this.#marks.select(this.#current);
  }

  /** Those of an element that is gone would hold its article for ever. */
  hide() {
    this.#marks?.hide();
  }

  /** @param {boolean} printing */
  print(printing) {
    this.#marks?.print(printing);
  }

  /**
   * The match that follows or comes before, around the end; at first the first one that is on the screen or below it.
   * @param {1 | -1} step
   * @param {number | undefined} keyword Of this one alone.
   * @returns {number} Its index; -1 when there is none.
   */
  beside(step, keyword) {
    const { matches } = this.#found;
    const marks = this.#marks;
    if (!marks || matches.length === 0) return -1;
    let from = this.#current;
    if (from < 0) {
      const below = firstBelow(matches.length, (index) => marks.rect(index)?.top ?? 0, 0);
      from = step > 0 ? below - 1 : below;
    }
    return (step > 0 ? nextMatch : previousMatch)(matches, from, keyword);
  }

  /**
   * Goes to a match: it comes onto the screen, and stands out from the others.
   * @param {number} index -1: none of them stands out.
   * @returns {boolean} Whether that can be done.
   */
  goTo(index) {
    const marks = this.#marks;
    if (!marks || (index !== -1 && !this.#found.matches[index])) return false;
    this.#current = index;
    marks.select(index);
    const element = marks.element(index);
    if (element) scrollTo(element, () => marks.rect(index));
    return true;
  }

  /** How far below the upper edge of the window each match is, about. */
  tops() {
    return this.#marks?.tops() ?? [];
  }

  /**
   * The element that holds the text of a match's block.
   * @param {number} index
   */
  element(index) {
    return this.#marks?.element(index);
  }
}
