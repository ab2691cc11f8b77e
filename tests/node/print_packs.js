// Prints the names of the packs that are loaded to show the article on standard input in one script, as JSON:
// `node print_packs.js <script>`.

import { readFileSync } from "node:fs";
import { configure, open } from "shuye";

/** @type {string[]} */
const names = [];
configure({
  packs: (name) => {
    names.push(name);
    return readFileSync(new URL(`../../dist/packs/${name}.pack`, import.meta.url));
  },
});
const article = await open(readFileSync(0));
await article.view({ script: process.argv[2] });
article.close();
console.log(JSON.stringify(names));
