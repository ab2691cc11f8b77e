/**
 * What marks look like: one style for custom highlights, for `<mark>` where an engine has none, and for the marks of an
 * author. A highlight's rule may set colours and lines and nothing else, so that is what all of them are made of.
 */

import { TONES } from "./tones.js";

/** By day and by night; the text on them is legible in either (7:1 and better; 6:1 where one was gone to). */
export const MARK_COLOURS = [
  ["mark-0", "#fbdf8d", "#644e0e"],
  ["mark-1", "#bfe3c0", "#2b5735"],
  ["mark-2", "#bddcf3", "#244f71"],
  ["mark-3", "#f7c9c4", "#74362f"],
  ["mark-4", "#dacdf4", "#4d3f7a"],
  ["mark-5", "#fbcfa0", "#70441a"],
  ["mark-6", "#dbe6a0", "#4a5217"],
  ["mark-7", "#b6e2de", "#1d5753"],
  ["mark-ink", "#221d17", "#f4eee4"],
  ["current", "#a23a24", "#e9a189"],
  ["current-text", "#fffaf0", "#1d1510"],
];

/** Where colours are not to be had, lines tell keywords apart. */
const LINES = ["solid 2px", "double 2px", "dotted 2px", "dashed 2px", "wavy 1px", "solid 1px", "dotted 1px", "dashed 1px"];

const tones = [...Array(TONES).keys()];

/**
 * A rule for both kinds of mark.
 * @param {string} name Of the highlight.
 * @param {string} selector Of the element.
 * @param {string} declarations
 */
const both = (name, selector, declarations) => `::highlight(shuye-${name}) { ${declarations} }\n${selector} { ${declarations} }`;

/** @param {(tone: number) => string} rule */
const eachTone = (rule) => tones.map(rule).join("\n");

export const MARK_CSS = `
mark { background: none; color: inherit; }
mark.author { border-block-end: 2px solid var(--_accent); }
${eachTone((tone) => both(`mark-${tone}`, `mark[data-colour="${tone}"]`, `background-color: var(--_mark-${tone}); color: var(--_mark-ink);`))}
${eachTone((tone) => both(`also-${tone}`, `mark[data-also="${tone}"]`, `text-decoration: underline 3px var(--_mark-${tone}); text-underline-offset: 2px;`))}
@media screen {
  ${both("current", "mark.current", "background-color: var(--_current); color: var(--_current-text);")}
}
@media (forced-colors: active) {
  mark.author { border-color: CanvasText; }
  ${eachTone((tone) => both(`mark-${tone}`, `mark[data-colour="${tone}"]`, `background-color: Mark; color: MarkText; text-decoration: underline ${LINES[tone]} MarkText;`))}
  ${both("current", "mark.current", "background-color: Highlight; color: HighlightText;")}
}
@media print {
  :host { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  ${eachTone((tone) => both(`mark-${tone}`, `mark[data-colour="${tone}"]`, `text-decoration: underline ${LINES[tone]} #555;`))}
}
`;
