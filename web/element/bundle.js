/** The element as one module, `shuye-element.js`, with the WebAssembly module and the packs beside it. */

import { configure } from "../../wasm/js/index.js";

export * from "../../wasm/js/index.js";
export { ShuyeArticle } from "./index.js";

configure({ wasm: new URL("shuye.wasm", import.meta.url), packs: new URL("packs/", import.meta.url) });
