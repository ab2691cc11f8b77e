#pragma once

#include <string_view>

namespace shuye {

/// The style sheet of a page that stands alone. Chinese typography is the browser's work, asked for
/// here and never done with inserted characters.
inline constexpr std::string_view kPageStyle = R"css(:root {
  color-scheme: light dark;
  --shuye-paper: #fbf9f4; --shuye-ink: #26231e; --shuye-faint: #76706a; --shuye-line: #e2ddd2;
  --shuye-accent: #9b3a2e; --shuye-mark-ink: #221d17;
  --shuye-mark-0: #fbdf8d; --shuye-mark-1: #bfe3c0; --shuye-mark-2: #bddcf3; --shuye-mark-3: #f7c9c4;
  --shuye-mark-4: #dacdf4; --shuye-mark-5: #fbcfa0; --shuye-mark-6: #dbe6a0; --shuye-mark-7: #b6e2de;
}
@media (prefers-color-scheme: dark) {
  :root {
    --shuye-paper: #1b1a18; --shuye-ink: #d9d4ca; --shuye-faint: #938d83; --shuye-line: #36332e;
    --shuye-accent: #e08d7b; --shuye-mark-ink: #f4eee4;
    --shuye-mark-0: #644e0e; --shuye-mark-1: #2b5735; --shuye-mark-2: #244f71; --shuye-mark-3: #74362f;
    --shuye-mark-4: #4d3f7a; --shuye-mark-5: #70441a; --shuye-mark-6: #4a5217; --shuye-mark-7: #1d5753;
  }
}
body { margin: 0; background: var(--shuye-paper); color: var(--shuye-ink); }
.shuye {
  max-width: 38em; margin: 0 auto; padding: 3rem 1.25rem 5rem; font-size: 1.125rem; line-height: 1.85;
  font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "Noto Serif", serif;
  text-autospace: normal; text-spacing-trim: trim-start; line-break: strict;
  hanging-punctuation: allow-end; overflow-wrap: anywhere; text-wrap: pretty;
}
.shuye [lang]:lang(zh-Hans) {
  font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "Noto Serif", serif;
}
.shuye:lang(zh-Hant), .shuye [lang]:lang(zh-Hant) {
  font-family: "Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "Noto Serif", serif;
}
.shuye:lang(ja), .shuye [lang]:lang(ja) {
  font-family: "Noto Serif CJK JP", "Source Han Serif JP", "Hiragino Mincho ProN", "Noto Serif", serif;
}
.shuye header { margin-bottom: 2.5rem; border-bottom: 1px solid var(--shuye-line); }
.shuye h1, .shuye h2, .shuye h3, .shuye h4, .shuye h5, .shuye h6 { line-height: 1.4; text-wrap: balance; }
.shuye h1 { font-size: 1.9rem; margin: 0 0 .5em; }
.shuye h2 { font-size: 1.4rem; margin: 2.2em 0 .8em; }
.shuye h3 { font-size: 1.18rem; margin: 1.8em 0 .6em; }
.shuye h4, .shuye h5, .shuye h6 { font-size: 1.05rem; margin: 1.5em 0 .5em; }
.shuye p { margin: 0 0 1.1em; }
.shuye .subtitle { font-size: 1.15rem; color: var(--shuye-faint); }
.shuye .byline, .shuye figcaption, .shuye .notice, .shuye .clutter { color: var(--shuye-faint); font-size: .9rem; }
.shuye .byline > * + *::before { content: "·"; margin: 0 .5em; }
.shuye .byline > .editor::before { content: "编辑 "; margin: 0; }
.shuye .byline > * + .editor::before { content: "· 编辑 "; margin: 0 0 0 .5em; }
.shuye:lang(zh-Hant) .byline > .editor::before { content: "編輯 "; }
.shuye:lang(zh-Hant) .byline > * + .editor::before { content: "· 編輯 "; }
.shuye a { color: var(--shuye-accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
.shuye blockquote { margin: 1.4em 0; padding: 0 0 0 1.2em; border-left: 3px solid var(--shuye-line); color: var(--shuye-faint); }
.shuye blockquote.callout { padding: .7em 1em .1em; border-left-color: var(--shuye-accent); color: inherit; background: color-mix(in srgb, var(--shuye-line) 35%, transparent); }
.shuye .callout > .title, .shuye .callout:not(:has(> .title))::before { display: block; margin: 0 0 .6em; font-weight: 700; color: var(--shuye-accent); }
.shuye .callout::before { content: "说明"; }
.shuye .callout:has(> .title)::before { content: none !important; }
.shuye .callout.tip::before { content: "提示"; }
.shuye .callout.important::before { content: "重要"; }
.shuye .callout.warning::before { content: "注意"; }
.shuye .callout.caution::before { content: "警告"; }
.shuye:lang(zh-Hant) .callout.note::before { content: "說明"; }
.shuye .math { white-space: pre-wrap; font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", serif; }
.shuye figure { margin: 1.8em 0; text-align: center; }
.shuye img { max-width: 100%; height: auto; }
.shuye pre { overflow-x: auto; padding: 1em; background: color-mix(in srgb, var(--shuye-line) 40%, transparent); font-size: .9rem; line-height: 1.6; }
.shuye code, .shuye kbd { font-family: ui-monospace, "Noto Sans Mono", monospace; font-size: .92em; }
.shuye table { border-collapse: collapse; margin: 1.5em 0; display: block; overflow-x: auto; font-size: .95rem; }
.shuye th, .shuye td { border-bottom: 1px solid var(--shuye-line); padding: .4em .9em; text-align: left; }
.shuye .align-center { text-align: center; }
.shuye .align-right { text-align: right; }
.shuye hr { border: 0; border-top: 1px solid var(--shuye-line); margin: 2.5em auto; width: 40%; }
.shuye li.task { list-style: none; margin-left: -1.4em; }
.shuye mark { background: var(--shuye-mark-0); color: var(--shuye-mark-ink); border-radius: .15em; }
.shuye mark[data-colour="1"] { background: var(--shuye-mark-1); }
.shuye mark[data-colour="2"] { background: var(--shuye-mark-2); }
.shuye mark[data-colour="3"] { background: var(--shuye-mark-3); }
.shuye mark[data-colour="4"] { background: var(--shuye-mark-4); }
.shuye mark[data-colour="5"] { background: var(--shuye-mark-5); }
.shuye mark[data-colour="6"] { background: var(--shuye-mark-6); }
.shuye mark[data-colour="7"] { background: var(--shuye-mark-7); }
.shuye mark.author { background: none; color: inherit; text-decoration: underline wavy var(--shuye-accent); }
.shuye .footnotes { margin-top: 3rem; border-top: 1px solid var(--shuye-line); font-size: .9rem; }
@media print {
  .shuye mark[data-keyword] { background: none; border-bottom: 1.5pt solid #666; }
  body { background: none; } .shuye { max-width: none; padding: 0; font-size: 11pt; }
}
@media (forced-colors: active) { .shuye mark[data-keyword] { background: Mark; color: MarkText; } }
)css";

}  // namespace shuye
