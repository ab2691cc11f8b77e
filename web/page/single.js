/**
 * The reader page as one file: the module, the packs and the examples are in it, deflated, as data blocks; the
 * licences as they are, for whoever looks into the file.
 */

import { configure } from "../../wasm/js/index.js";
import { message, pickLanguage } from "../element/messages.js";
import { startReader } from "./start.js";

/**
 * @param {string} name
 * @returns {Promise<ArrayBuffer>}
 */
async function embedded(name) {
  const block = document.querySelector(`script[data-name="${CSS.escape(name)}"]`);
  if (!block?.textContent) throw new Error(`${name} is not in this file`);
  const bytes = Uint8Array.from(atob(block.textContent), (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(inflated).arrayBuffer();
}

async function start() {
  configure({ wasm: await embedded("shuye.wasm"), packs: (name) => embedded(`${name}.pack`) });
  startReader({
    list: async () => JSON.parse(new TextDecoder().decode(await embedded("examples/index.json"))),
    read: async (file) => ({ source: await embedded(`examples/${file}`) }),
    licences: async () => document.getElementById("licences-block")?.textContent?.trim() ?? "",
  });
}

start().catch((error) => {
  // A browser without DecompressionStream, a file that was cut short: better a sentence than a blank page.
  document.body.textContent = `${message(pickLanguage(navigator.languages), "unknown")} (${error})`;
  document.body.dataset.ready = "";
});
