/**
 * The element's style sheet, as text: it is adopted by the shadow tree, so that no `style-src` stands in
 * its way and no second file has to be found.
 *
 * Set from outside: --shuye-text, --shuye-paper, --shuye-quiet, --shuye-line, --shuye-accent,
 * --shuye-tint, --shuye-size, --shuye-measure, --shuye-leading, --shuye-font, --shuye-mark-0 … 7,
 * --shuye-mark-ink, --shuye-current, --shuye-current-text, --shuye-scroll-margin. Colours follow the `color-scheme` of the page.
 */

import { MARK_COLOURS, MARK_CSS } from "./mark_style.js";

/** Paper and ink, light and dark. */
const COLOURS = [
  ["text", "#2b2620", "#d8d0c3"],
  ["quiet", "#7a6f60", "#978d7e"],
  ["line", "#ddd3c1", "#3b362f"],
  ["accent", "#a23a24", "#e08b6f"],
  ["tint", "#efe8da", "#25211d"],
];

const TABLE = [...COLOURS, ...MARK_COLOURS];

/**
 * Song for reading. The Chinese face comes first: its quotation marks and dashes are the right ones.
 * @param {string} region
 */
const song = (region) =>
  `"Source Han Serif ${region}", "Noto Serif CJK ${region}", "Noto Serif ${region}", ` +
  `"Songti ${region}", ${region === "SC" ? "STSong, SimSun" : "PMingLiU"}, serif`;

export const CSS = `
:host {
  display: block;
  ${TABLE.map(([name, light]) => `--_${name}: var(--shuye-${name}, ${light});`).join("\n  ")}
  color: var(--_text);
  font-family: var(--shuye-font, ${song("SC")});
  font-size: var(--shuye-size, 1.125rem);
  line-height: var(--shuye-leading, 1.85);
}
@supports (color: light-dark(#000, #fff)) {
  :host {
    ${TABLE.map(([n, light, dark]) => `--_${n}: var(--shuye-${n}, light-dark(${light}, ${dark}));`).join("\n    ")}
  }
}
:host([hidden]) { display: none; }

article {
  max-width: var(--shuye-measure, 38em);
  margin-inline: auto;
  overflow-wrap: anywhere;
  line-break: strict;
  text-align: justify;
  text-autospace: normal;
  text-spacing-trim: normal;
  hanging-punctuation: allow-end last;
  font-kerning: normal;
  font-variant-numeric: proportional-nums;
}
/* WebKit, which alone hangs punctuation, would measure a paragraph anew for each way to break it, as long as there is space
   between scripts: seconds for an article of 35 kB. */
@supports not (hanging-punctuation: allow-end) {
  article { text-wrap: pretty; }
}
article [lang]:lang(zh-Hans) { font-family: var(--shuye-font, ${song("SC")}); }
:is(article, article [lang]):lang(zh-Hant) { font-family: var(--shuye-font-hant, var(--shuye-font, ${song("TC")})); }
:is(article, article [lang]):lang(zh-Hant-HK) { font-family: var(--shuye-font-hk, var(--shuye-font, ${song("HK")})); }
:is(article, article [lang]):lang(ja) { font-family: var(--shuye-font-ja, var(--shuye-font, ${song("JP")})); }

/* What is far from the screen is laid out when it comes near: a long article is there at once. The margin is for what
   hangs over the edge. */
article > * { content-visibility: auto; contain-intrinsic-block-size: auto calc(5em * var(--_boxes, 1)); overflow-clip-margin: 1em; }
article > :first-child, article > .part:first-child > :first-child { margin-block-start: 0; }
p, ul, ol, dl, pre, blockquote, figure, .scroll { margin-block: 1.05em; margin-inline: 0; }
/* A part (parts.js) ends behind a paragraph, and what follows has its space above it. */
article > .part > :last-child { margin-block-end: 0; }

header { margin-block-end: 2.6em; padding-block-end: 1.5em; border-block-end: 1px solid var(--_line); }
h1, h2, h3, h4, h5, h6 {
  margin-block: 2em .7em;
  line-height: 1.45;
  font-weight: 700;
  text-align: start;
  text-wrap: balance;
  scroll-margin-block-start: var(--shuye-scroll-margin, 5rem);
}
:is(h1, h2, h3, h4, h5, h6):focus { outline: none; }
h1 { margin-block: 0 .5em; font-size: 1.9em; line-height: 1.35; }
:is(h2, h3, h4, h5) + :is(h3, h4, h5, h6) { margin-block-start: 1em; }
h2 { font-size: 1.36em; }
h3 { font-size: 1.16em; }
h4, h5, h6 { font-size: 1em; }
header .subtitle { margin-block: 0 .8em; font-size: 1.12em; color: var(--_quiet); text-align: start; }
header .byline { margin: 0; font-size: .82em; line-height: 1.7; color: var(--_quiet); text-align: start; }
header .byline > * + *::before { content: "·"; margin-inline: .5em; }
header .byline > .editor::before { content: "编辑 "; margin: 0; }
header .byline > * + .editor::before { content: "· 编辑 "; margin-inline-start: .5em; }
:lang(zh-Hant) > header .byline > .editor::before { content: "編輯 "; }
:lang(zh-Hant) > header .byline > * + .editor::before { content: "· 編輯 "; }
header .author { color: var(--_text); }

a { color: inherit; text-decoration: underline; text-decoration-color: var(--_accent);
  text-decoration-thickness: 1px; text-underline-offset: .25em; }
a:hover { color: var(--_accent); }
:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; border-radius: 2px; }

/* Han has no italics: what the West slants, a Chinese page sets in Kai. */
em, i, cite { font-style: normal; font-family: "Kaiti SC", "Kaiti TC", STKaiti, KaiTi, BiauKai, DFKai-SB,
  "LXGW WenKai", "TW-Kai", "AR PL UKai CN", inherit; }
em { text-decoration: underline dotted var(--_quiet) 1px; text-underline-offset: .3em; }
del, s { color: var(--_quiet); }
small, .notice { font-size: .86em; color: var(--_quiet); }
sup, sub { line-height: 1; font-size: .72em; }
ruby { ruby-align: center; }
rt { font-size: .5em; }

blockquote { padding-inline-start: 1.2em; border-inline-start: 3px solid var(--_line); color: var(--_quiet); }
.callout { padding: .9em 1.2em .2em; border-inline-start-color: var(--_accent); border-radius: 0 8px 8px 0;
  background: var(--_tint); color: inherit; }
.callout > .title, .callout::before { display: block; margin-block: 0 .6em; font-weight: 700; color: var(--_accent); }
.callout.note::before { content: "说明"; }
:lang(zh-Hant) .callout.note::before { content: "說明"; }
.callout.tip::before { content: "提示"; }
.callout.important::before { content: "重要"; }
.callout.warning::before { content: "注意"; }
.callout.caution::before { content: "警告"; }
.callout:has(> .title)::before { content: none !important; }
ul, ol { padding-inline-start: 1.9em; }
li { margin-block: .3em; }
li > :is(p, ul, ol):first-child { margin-block-start: 0; }
li > :is(p, ul, ol):last-child { margin-block-end: 0; }
li::marker { color: var(--_quiet); }
li.task { list-style: none; }
li input[type="checkbox"] { margin-inline: -1.5em .55em; accent-color: var(--_accent); }
dt { font-weight: 700; }
dd { margin-inline-start: 2em; }
hr { width: 6em; margin: 3em auto; border: 0; border-block-start: 1px solid var(--_line); }

code, kbd, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono CJK SC", Consolas, monospace;
  font-size: .86em; text-autospace: no-autospace; text-spacing-trim: space-all; }
code, kbd { padding: .1em .3em; border-radius: 4px; background: var(--_tint); }
kbd { border: 1px solid var(--_line); }
.math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", serif; white-space: pre-wrap; }
pre { padding: 1em 1.2em; overflow-x: auto; border-radius: 8px; background: var(--_tint); line-height: 1.6;
  text-align: start; overflow-wrap: normal; hanging-punctuation: none; }
pre code { padding: 0; background: none; font-size: inherit; }

.scroll { overflow-x: auto; }
table { min-width: 100%; border-collapse: collapse; font-size: .9em; line-height: 1.6; text-align: start; }
caption { padding-block-end: .6em; color: var(--_quiet); }
th, td { padding: .5em .8em; border-block-end: 1px solid var(--_line); vertical-align: top; overflow-wrap: normal; }
/* A column of Han characters could be as narrow as one of them; then the table is better moved sideways. */
td:not(:empty) { min-inline-size: 3em; }
th { border-block-end: 2px solid var(--_line); font-weight: 700; text-align: start; }
.align-left { text-align: start; }
.align-center { text-align: center; }
.align-right { text-align: end; }

figure { text-align: center; }
figcaption { margin-block-start: .6em; font-size: .82em; line-height: 1.6; color: var(--_quiet); text-align: center; }
img { max-width: 100%; height: auto; border-radius: 6px; vertical-align: middle; }
.image { display: inline-flex; flex-direction: column; align-items: center; justify-content: center; gap: .2em;
  box-sizing: border-box; min-width: min(100%, 14em); max-width: 100%; margin: 0; padding: 1.1em 1.4em;
  border: 1px dashed var(--_line); border-radius: 8px; background: var(--_tint); color: var(--_quiet);
  font: inherit; font-size: .84em; line-height: 1.5; text-align: center; }
button.image { cursor: pointer; }
button.image:hover { border-color: var(--_accent); color: var(--_text); }
.image-note { font-size: .88em; opacity: .85; }
p > .image:only-child { display: flex; margin-inline: auto; }

.clutter { padding-inline-start: 1em; border-inline-start: 2px dotted var(--_accent); opacity: .7; }
.footnotes { margin-block-start: 3.5em; padding-block-start: 1.2em; border-block-start: 1px solid var(--_line);
  font-size: .86em; color: var(--_quiet); }

[part="notice"] { max-width: var(--shuye-measure, 38em); margin: 0 auto 1.5em; box-sizing: border-box;
  color: var(--_quiet); font-family: system-ui, sans-serif; font-size: .94rem; line-height: 1.6; text-align: center; }
[part="notice"].failed { padding: .8em 1.1em; border: 1px solid var(--_accent); border-radius: 8px;
  background: var(--_tint); color: var(--_text); text-align: start; }
[part="notice"] small { display: block; font-size: .82em; overflow-wrap: anywhere; }
[part="notice"][hidden] { display: none; }

@media print {
  :host { --_text: #000; --_quiet: #444; --_line: #bbb; color: #000; font-size: 11pt; }
  article > * { content-visibility: visible; }
  .image { background: none; }
  [part="notice"], button.image .image-note { display: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  figure, pre, tr { break-inside: avoid; }
  a { text-decoration-color: #999; }
}
${MARK_CSS}`;
