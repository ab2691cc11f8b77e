/**
 * @file What a reader has who selects a whole page and pastes it: all visible text, line by line, without markup.
 */

import { parseHTML } from "linkedom";

/** Text for programs. */
const programs = new Set(["SCRIPT", "STYLE", "TEMPLATE"]);
const unseen = new Set([...programs, "NOSCRIPT", "HEAD", "TEXTAREA", "SELECT", "OPTION", "IFRAME", "OBJECT", "SVG"]);
const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM
   H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);

/** Stands for the tab between two cells until white space is folded: no text has a use for it. */
const cellEnd = "\uE000";
const cellEnds = /\s*\uE000[\s\uE000]*/g;

/**
 * Ways to cut a page's text into lines: each block's text on a line, each text node on a line (what is hidden, too, as programs
 * cut it that do not look at styles), and as a browser's selection is, where cells of a row are parted by a tab and empty lines part paragraphs.
 */
export const ways = /** @type {const} */ (["blocks", "nodes", "selection"]);

/**
 * @param {string} html
 * @param {typeof ways[number]} way
 */
export function pastedText(html, way) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  const end = () => {
    const text = line.replace(/[ \t\n\r\f]+/g, " ").trim();
    if (text) lines.push(text);
    line = "";
  };
  for (const step of walk(parseHTML(html).document, way === "nodes" ? programs : unseen)) {
    if (step.text !== undefined) line += step.text;
    if (way === "nodes" ? step.text !== undefined : step.edge && blocks.has(step.edge)) {
      if (way === "selection" && (step.edge === "TD" || step.edge === "TH")) {
        line += cellEnd;
      } else {
        end();
        // Chromium and Firefox put an empty line between paragraphs, and one only.
        if (way === "selection" && step.edge === "P" && lines.length > 0 && lines.at(-1) !== "") lines.push("");
      }
    }
  }
  end();
  return lines.map((text) => text.replace(cellEnds, "\t").trim()).join("\n");
}

/**
 * The texts and the edges of elements, in order; not recursive, since pages nest deep.
 *
 * @param {any} document
 * @param {Set<string>} without
 * @returns {Generator<{ text?: string, edge?: string }>}
 */
function* walk(document, without) {
  // The first element: linkedom gives a doctype no next sibling.
  for (let node = document.children[0]; node; ) {
    if (node.nodeType === 3) yield { text: node.data };
    const name = node.nodeType === 1 ? node.tagName.toUpperCase() : "";
    const seen = node.nodeType === 1 && !without.has(name) && (without === programs || !isHidden(node));
    if (seen) yield { edge: name };
    if (seen && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      if (node?.nodeType === 1) yield { edge: node.tagName.toUpperCase() };
    }
    node = node?.nextSibling;
  }
}

/** @param {any} element */
function isHidden(element) {
  return element.hasAttribute("hidden") || /display\s*:\s*none/i.test(element.getAttribute("style") ?? "");
}

/** All the text of a document, however it is shown. @param {string} html */
export function textContentOf(html) {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body.textContent ?? "";
}
