/** @file What the peers' ways have in common. */

import MarkdownIt from "markdown-it";
// Only what goes from Simplified to Traditional: it is smaller.
import { Converter } from "opencc-js/cn2t";

const markdownIt = new MarkdownIt({ html: true });

/** @type {(text: string) => string} */
export const convert = Converter({ from: "cn", to: "twp" });

/** @param {Uint8Array} bytes of Markdown, whose front matter is left out */
export function render(bytes) {
  const text = new TextDecoder().decode(bytes).replace(/^---\n.*?\n---\n/s, "");
  return markdownIt.render(convert(text));
}
