/** The reader page of a site: the module, the packs, the examples and the licences lie beside it. */

import { configure } from "../../wasm/js/index.js";
import { startReader } from "./start.js";

const here = (/** @type {string} */ name) => new URL(name, import.meta.url).href;

configure({ wasm: here("shuye.wasm"), packs: here("packs/") });

startReader({
  async list() {
    const response = await fetch(here("examples/index.json"));
    return response.ok ? response.json() : [];
  },
  async read(file) {
    const address = here(`examples/${file}`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return { source: await response.arrayBuffer(), base: address };
  },
  async licences() {
    const response = await fetch(here("licences.txt"));
    if (!response.ok) throw new Error(`licences.txt answered ${response.status}`);
    return response.text();
  },
});
