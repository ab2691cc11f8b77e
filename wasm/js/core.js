/**
 * @file The module that wasm/bindings.cpp describes, as JavaScript sees it. Used inside this folder only.
 */

/**
 * What a call into the module answers with: its value or its error. See wasm/marshal.h.
 *
 * @template T
 * @typedef {T | { error: { code: import("./error.js").ErrorCode, stage: import("./error.js").Stage, offset: number,
 *   message: string } }} Answer
 */

/**
 * Every field is needed; an empty one was not given.
 *
 * @typedef {object} OpenRequest
 * @property {string} format
 * @property {string} charset
 * @property {string} name
 * @property {string} cut
 */

/**
 * Every field is needed. `keywords`, `show`, `glossary` and `protect` are lists, each element ended by a NUL; an entry
 * of the glossary is two elements, a keyword is five (see wasm/marshal.h). `keywords` is in UTF-8.
 *
 * @typedef {object} ViewRequest
 * @property {string} script
 * @property {Uint8Array} keywords
 * @property {boolean} articleKeywords
 * @property {string} overlaps
 * @property {boolean} ignorePunctuation
 * @property {boolean} regionalWords
 * @property {string} show
 * @property {string} punctuation
 * @property {string} glossary
 * @property {string} protect
 * @property {number} context
 */

/** @typedef {"html" | "page" | "tree" | "json" | "markdown" | "text" | "matches"} Output */

/**
 * Must be given back with `delete()`.
 *
 * @typedef {object} ArticleHandle
 * @property {(bytes: Uint8Array, request: OpenRequest) => Answer<undefined>} open takes the bytes
 * @property {(packs: PacksHandle) => Answer<string[] | undefined>} finish the packs to load before it is called again;
 *   undefined: the article is there
 * @property {(script: string, regionalWords: boolean, packs: PacksHandle) => Answer<string[] | undefined>} missing the
 *   packs to load before such a view is asked for
 * @property {(output: Output, request: ViewRequest, packs: PacksHandle) => Answer<string>} render
 * @property {(
 *   request: ViewRequest,
 *   packs: PacksHandle,
 * ) => Answer<{ keywords: Uint32Array, ownKeywords: string, matches: Uint32Array }>} find two numbers for each keyword
 *   that was asked for, the article's own as JSON, and six numbers for each match
 * @property {(block: number, offset: number, request: ViewRequest, packs: PacksHandle) => Answer<string>} explain
 * @property {(traceId: number) => Answer<undefined>} restore
 * @property {() => void} delete
 */

/**
 * @typedef {object} PacksHandle
 * @property {(name: string, bytes: Uint8Array) => Answer<undefined>} add
 */

/**
 * @typedef {object} CoreModule
 * @property {new () => ArticleHandle} Article
 * @property {new () => PacksHandle} Packs
 */

/**
 * What the glue is given. `receive` is called with an instance of the module for these imports.
 *
 * @typedef {object} CoreSettings
 * @property {(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => object}
 *   instantiateWasm
 * @property {(bytes: Uint8Array) => string} decodeUtf16
 * @property {(line: string) => void} print
 * @property {(line: string) => void} printErr
 */

export {};
