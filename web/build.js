/**
 * Builds what a browser opens, from the sources here and from dist/wasm and dist/packs:
 *
 *   dist/site/         the reader page, for any web server
 *   dist/shuye.html    the same in one file, for file://
 *   dist/element/      `<shuye-article>` as one module, for pages without a bundler
 */

import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WEB = join(ROOT, "web");
const DIST = join(ROOT, "dist");
const EXAMPLES = join(ROOT, "examples/articles");

/**
 * Asks an engine to compile all functions of a file on another thread while it arrives, and not each on the page's own when
 * it is called first: the first article calls nearly all of the element's. Chromium knows it; to others it is a comment.
 */
const COMPILE_ALL = "//# allFunctionsCalledOnLoad";

/** What is embedded runs; nothing else does, and nothing is fetched but what the reader asks for. */
const SINGLE_FILE_POLICY = (/** @type {string} */ script) =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash("sha256").update(script).digest("base64")}' 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline'",
    "img-src data: blob: http: https:",
    "connect-src http: https:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");

/**
 * @param {string} entry
 * @param {"esm" | "iife"} format
 * @returns {Promise<string>}
 */
async function bundle(entry, format) {
  const result = await build({
    entryPoints: [join(WEB, entry)],
    bundle: true,
    write: false,
    minify: true,
    format,
    charset: "utf8",
    target: "es2022",
    // Only a module has an address; the single file says where its data are.
    ...(format === "iife" ? { define: { "import.meta.url": "undefined" } } : {}),
    legalComments: "none",
    logLevel: "warning",
  });
  return result.outputFiles[0]?.text ?? "";
}

/** @returns {Promise<string>} */
async function bundleStyles() {
  const entryPoints = [join(WEB, "page/reader.css")];
  const result = await build({ entryPoints, bundle: true, write: false, minify: true, charset: "utf8" });
  return result.outputFiles[0]?.text ?? "";
}

/** @returns {Promise<string[]>} Names of the packs' files. */
async function packs() {
  const names = (await readdir(join(DIST, "packs"))).filter((name) => name.endsWith(".pack"));
  if (names.length === 0) throw new Error("dist/packs is empty: build the packs first");
  return names.sort();
}

/** @returns {Promise<string[]>} Names of the examples' files, images left out. */
async function examples() {
  const index = JSON.parse(await readFile(join(EXAMPLES, "index.json"), "utf8"));
  return index.map((/** @type {{ file: string }} */ example) => example.file);
}

/** @param {string} folder The module, the packs and their licences, for what is loaded by address. */
async function copyBinaries(folder) {
  await mkdir(join(folder, "packs"), { recursive: true });
  await copyFile(join(DIST, "wasm/shuye.wasm"), join(folder, "shuye.wasm"));
  await copyFile(join(DIST, "licences.txt"), join(folder, "licences.txt"));
  for (const name of await packs()) await copyFile(join(DIST, "packs", name), join(folder, "packs", name));
}

async function buildSite() {
  const site = join(DIST, "site");
  await rm(site, { recursive: true, force: true });
  await copyBinaries(site);
  await cp(EXAMPLES, join(site, "examples"), {
    recursive: true,
    filter: (source) => !source.endsWith("README.md"),
  });
  await copyFile(join(WEB, "page/index.html"), join(site, "index.html"));
  await writeFile(join(site, "reader.css"), await bundleStyles());
  await writeFile(join(site, "reader.js"), await bundle("page/reader.js", "esm"));
}

async function buildElement() {
  const folder = join(DIST, "element");
  await rm(folder, { recursive: true, force: true });
  await copyBinaries(folder);
  await writeFile(join(folder, "shuye-element.js"), `${COMPILE_ALL}\n${await bundle("element/bundle.js", "esm")}`);
}

async function buildSingleFile() {
  const script = guarded(await bundle("page/single.js", "iife"), /<\/script|<!--/iu);
  const styles = guarded(await bundleStyles(), /<\/style/iu);
  const licences = guarded(await readFile(join(DIST, "licences.txt"), "utf8"), /<\/script|<!--/iu);
  const data = [`<script type="text/plain" id="licences-block">\n${licences}</script>`];
  data.push(await dataBlock("shuye.wasm", join(DIST, "wasm/shuye.wasm")));
  for (const name of await packs()) data.push(await dataBlock(name, join(DIST, "packs", name)));
  for (const name of ["index.json", ...(await examples())]) {
    data.push(await dataBlock(`examples/${name}`, join(EXAMPLES, name)));
  }
  let page = await readFile(join(WEB, "page/index.html"), "utf8");
  page = replaced(page, /(http-equiv="Content-Security-Policy"\s+content=")[^"]*/u, `$1${SINGLE_FILE_POLICY(script)}`);
  page = replaced(page, /<link rel="stylesheet"[^>]*>/u, () => `<style>${styles}</style>`);
  page = replaced(page, /\s*<script type="module"[^>]*><\/script>/u, "");
  page = replaced(page, /<\/body>/u, () => `${data.join("\n")}\n<script>${script}</script>\n</body>`);
  await writeFile(join(DIST, "shuye.html"), page);
}

/**
 * Base64 has no character that could end the block.
 * @param {string} name
 * @param {string} file
 */
async function dataBlock(name, file) {
  const data = gzipSync(await readFile(file), { level: 9 }).toString("base64");
  return `<script type="application/gzip" data-name="${name}">${data}</script>`;
}

/**
 * @param {string} text
 * @param {RegExp} trap What would end its element early.
 */
function guarded(text, trap) {
  const found = trap.exec(text);
  if (found) throw new Error(`the bundle has ${found[0]} in it and cannot stand in a page`);
  return text;
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {string | (() => string)} replacement
 */
function replaced(text, pattern, replacement) {
  if (!pattern.test(text)) throw new Error(`web/page/index.html has nothing like ${pattern}`);
  return text.replace(pattern, /** @type {string} */ (replacement));
}

/**
 * @param {string} path
 * @returns {Promise<number>} In bytes, of all that is in it.
 */
async function sizeOf(path) {
  const found = await stat(path);
  if (!found.isDirectory()) return found.size;
  const sizes = await Promise.all((await readdir(path)).map((name) => sizeOf(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

await Promise.all([buildSite(), buildElement(), buildSingleFile()]);
for (const name of ["site", "element", "shuye.html"]) {
  const path = join(DIST, name);
  console.log(`${relative(ROOT, path)}: ${Math.round((await sizeOf(path)) / 1024)} KB`);
}
