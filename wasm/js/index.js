/**
 * @file The public entry of the package: opens Chinese articles and shows them clean, in the reader's own script, with
 * keywords marked.
 *
 * ```js
 * import { open } from "shuye";
 *
 * const article = await open(await fetch("article.md"));
 * const view = await article.view({ script: "zh-Hant-TW", keywords: ["腾讯"] });
 * ```
 *
 * The work is done by a WebAssembly module, in the thread that asks for it: a long article is best opened in a worker.
 * Nothing is sent anywhere; only the module and the packs of the scripts asked for are loaded, from beside the package
 * or from where `configure` says.
 */

import { Article } from "./article.js";
import { loadCore } from "./loader.js";

export { Article } from "./article.js";
export { ShuyeError } from "./error.js";
export { configure } from "./loader.js";
export { nextMatch, previousMatch } from "./steps.js";

/** The version of the package. */
export const version = "0.1.0";

/**
 * The scripts that an article can be read in; `"original"` is its own.
 *
 * @type {readonly import("./types.js").Script[]}
 */
export const scripts = Object.freeze(["original", "zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "ja"]);

/**
 * Opens an article: reads it, finds out its format and charset, tells the article from the clutter around it and fills
 * in its metadata. At most 64 MiB.
 *
 * Rejects with a ShuyeError: `empty_input`, `binary_input`, `too_large`, `unknown_charset`, `invalid_option`, or
 * `unreadable` when the source or the module cannot be loaded. Broken parts of an article do not fail: they are
 * warnings in the trace of its views.
 *
 * @param {import("./source.js").Source} source the text itself, its bytes, a file, or the Response of a `fetch`
 * @param {import("./types.js").OpenOptions} [options]
 * @returns {Promise<Article>}
 */
export function open(source, options) {
  return Article.open(source, options);
}

/**
 * Begins to load the module, for what will be opened soon: while an article is fetched, say. Needed for nothing; what
 * fails is tried again, and told, by `open`.
 */
export function preload() {
  loadCore().catch(() => {});
}

/**
 * @typedef {import("./error.js").ErrorCode} ErrorCode
 * @typedef {import("./error.js").Stage} Stage
 * @typedef {import("./resources.js").Settings} Settings
 * @typedef {import("./source.js").Source} Source
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Explanation} Explanation
 * @typedef {import("./types.js").ExplanationStep} ExplanationStep
 * @typedef {import("./types.js").Format} Format
 * @typedef {import("./types.js").Found} Found
 * @typedef {import("./types.js").Glossary} Glossary
 * @typedef {import("./types.js").GlossaryEntry} GlossaryEntry
 * @typedef {import("./types.js").Keyword} Keyword
 * @typedef {import("./types.js").KeywordOptions} KeywordOptions
 * @typedef {import("./types.js").Match} Match
 * @typedef {import("./types.js").Metadata} Metadata
 * @typedef {import("./types.js").OpenOptions} OpenOptions
 * @typedef {import("./types.js").OutlineEntry} OutlineEntry
 * @typedef {import("./types.js").Role} Role
 * @typedef {import("./types.js").Script} Script
 * @typedef {import("./types.js").Span} Span
 * @typedef {import("./types.js").Stats} Stats
 * @typedef {import("./types.js").TraceEntry} TraceEntry
 * @typedef {import("./types.js").Tree} Tree
 * @typedef {import("./types.js").View} View
 * @typedef {import("./types.js").ViewOptions} ViewOptions
 */
