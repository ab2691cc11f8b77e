/** @file The whole way with the API alone, which gives HTML that is safe to put into a page. */

import { configure, open } from "shuye";
import { marksOf } from "./marked.js";

const script = "zh-Hant-TW";

configure({ wasm: "/dist/wasm/shuye.wasm", packs: "/dist/packs/" });

/** @type {import("./whole_way_page.js").Show} */
export async function show(bytes, keywords, place) {
  const article = await open(bytes, { format: "markdown", script });
  place.innerHTML = await article.toHtml({ script, keywords });
  article.close();
}

/** @type {import("./whole_way_page.js").Count} */
export const count = marksOf;
