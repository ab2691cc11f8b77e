/** @file The floor: the article was made into HTML before, and nothing is left but to fetch that and show it. */

import { marksOf } from "./marked.js";
import { readyAddress } from "./ready_address.js";

/** @type {import("./whole_way_page.js").Show} */
export async function show(_bytes, _keywords, place, url) {
  place.innerHTML = await (await fetch(readyAddress(url))).text();
}

/** @type {import("./whole_way_page.js").Count} */
export const count = marksOf;
