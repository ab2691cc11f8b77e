/**
 * @file The documents that are measured. They are not ours to publish, so they stand beside a checkout on some machines only.
 */

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../../scripts/lib/paths.js";

const folder = inRoot("..", "shared");

export const isPresent = () => existsSync(join(folder, "html-gold"));

/** @param {string[]} parts */
export const inShared = (...parts) => join(folder, ...parts);

/** @param {string} path */
const read = (path) => readFileSync(path, "utf8");

/** Pages with the text that a careful reader takes for the article. */
export function goldPages() {
  const names = readdirSync(inShared("html-gold")).filter((name) => name.endsWith(".html")).sort();
  return names.map((name) => {
    const path = inShared("html-gold", name);
    return { name: name.slice(0, 3), path, html: read(path), gold: read(path.replace(/html$/, "gold.txt")) };
  });
}

/** Pages of Readability's own tests. */
export function readabilityPages() {
  const names = readdirSync(inShared("readability"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => ({
    name,
    path: inShared("readability", name, "source.html"),
    expected: read(inShared("readability", name, "expected.html")),
    /** @type {{ title: string | null, byline: string | null, siteName: string | null }} */
    metadata: JSON.parse(read(inShared("readability", name, "expected-metadata.json"))),
  }));
}

/** Articles as they are found, in UTF-8. */
export function corpusDocuments() {
  const [head, ...rows] = read(inShared("corpus", "manifest.tsv")).trim().split("\n").map((row) => row.split("\t"));
  const column = (/** @type {string} */ name) => head.indexOf(name);
  return rows.map((row) => ({
    name: row[column("file")].slice(0, 3),
    path: inShared("corpus", row[column("file")]),
    format: row[column("kind")] === "html" ? "html" : "markdown",
    traditional: row[column("script")] === "Hant",
  }));
}
