/** From the data of an article to its nodes on the screen. */

import { imageNode } from "./images.js";
import { measureParts } from "./parts.js";
import { buildTree } from "./tree.js";

/**
 * @typedef {object} DrawingOptions
 * @property {string | undefined} base The address against which those of the article are resolved.
 * @property {boolean} load Whether images are loaded at once.
 * @property {(key: string) => string} say What is written on what is not from the article.
 */

/**
 * Draws an article in place of what is there.
 * @param {import("./tree.js").Tree} tree In parts, where it is long (parts.js).
 * @param {Element} place
 * @param {DrawingOptions} options
 * @returns {Map<number, Element>} The elements that hold the texts of the blocks.
 */
export function draw(tree, place, { base, load, say }) {
  const blocks = new Map();
  const built = buildTree(tree, {
    ...(base ? { base } : {}),
    image: (image) => imageNode(image, { load, say }),
    tableName: (number) => `${say("table")} ${number}`,
    blocks,
  });
  measureParts(built);
  place.replaceChildren(built);
  return blocks;
}
