/** @file The whole way with `<shuye-article>`. */

import { configure } from "shuye";
import { ShuyeArticle } from "shuye/element";
import { rangesOf } from "./marked.js";

configure({ wasm: "/dist/wasm/shuye.wasm", packs: "/dist/packs/" });

/** @type {import("./whole_way_page.js").Show} */
export async function show(bytes, keywords, place) {
  const element = new ShuyeArticle();
  element.script = "zh-Hant-TW";
  element.keywords = [...keywords];
  place.append(element);
  await element.open(bytes, { format: "markdown" });
}

/** @type {import("./whole_way_page.js").Count} */
export function count(place) {
  const { matches } = /** @type {ShuyeArticle} */ (place.firstElementChild).found;
  if (rangesOf("shuye-mark-").marks === 0) throw new Error("nothing is marked on the screen");
  return { marks: matches.length, characters: matches.reduce((sum, { start, end }) => sum + end - start, 0) };
}
