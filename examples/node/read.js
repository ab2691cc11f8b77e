// Reads an article in the terminal: node read.js FILE [SCRIPT [KEYWORD…]]

import { readFile } from "node:fs/promises";
import { open } from "shuye";

const [file, script, ...keywords] = process.argv.slice(2);
if (!file) {
  console.error("node read.js FILE [SCRIPT [KEYWORD…]]");
  process.exit(1);
}

try {
  const article = await open(await readFile(file), { name: file });
  const { metadata, blocks, matches, ...view } = await article.view({ script, keywords });

  console.log([metadata.title, metadata.authors.join(" "), metadata.date].filter(Boolean).join("\n"));
  for (const [i, { shown, text }] of blocks.entries()) {
    if (shown && text) console.log(`\n${mark(text, matches.filter(({ block }) => block === i))}`);
  }
  const found = view.keywords.filter(({ source }) => source === "reader");
  console.log(`\n${found.map(({ text, count }) => `${text}: ${count}`).join(", ")}`);
  article.close();
} catch (error) {
  // A ShuyeError has a code of its own, and so has what Node says of a file (ENOENT).
  if (!(error instanceof Error && "code" in error)) throw error;
  console.error(`${file}: ${error.message} (${error.code})`);
  process.exitCode = 1;
}

/**
 * Puts 【 】 around what was found; an image, which is one U+FFFC of the text, becomes □. Positions count as JavaScript's
 * strings do.
 *
 * @param {string} text
 * @param {import("shuye").Match[]} inside
 */
function mark(text, inside) {
  // From the end, so that the places before stay where they are.
  for (const { start, end } of inside.reverse()) {
    text = `${text.slice(0, start)}【${text.slice(start, end)}】${text.slice(end)}`;
  }
  return text.replaceAll("\uFFFC", "□");
}
