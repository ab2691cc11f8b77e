import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Failure } from "./failure.js";
import { inRoot } from "./paths.js";

/**
 * The licences of what the module contains in compiled form ask that their texts go with it. They come from where the
 * sources came from, so that none is committed and none is out of date.
 */

/** By project: what the path of its sources begins with, and the name of the text in them. */
const sources = [
  { name: "cmark-gfm", prefixes: unpacked("cmark-gfm"), text: "COPYING" },
  { name: "Gumbo", prefixes: unpacked("gumbo"), text: "COPYING" },
  { name: "libyaml", prefixes: unpacked("libyaml"), text: "License" },
  { name: "@exodus/bytes", prefixes: [inRoot("node_modules/@exodus/bytes")], text: "LICENSE" },
  { name: "OpenCC", prefixes: [inRoot("node_modules/opencc")], text: "LICENSE" },
];

/**
 * Where core/cmake/third_party.cmake puts a source: a cached tarball here, what FetchContent fetched there.
 *
 * @param {string} name
 */
function unpacked(name) {
  return [inRoot(`build/native/third_party/${name}-`), inRoot(`build/native/_deps/${name}-src`)];
}

/** Debian keeps the texts of its packages here; elsewhere NOTICE says where they are. */
const debian = ["libtomlplusplus-dev", "nlohmann-json3-dev", "emscripten"];

/** dist/licences.txt. */
export function collectLicences() {
  const texts = sources.map(({ name, prefixes, text }) => section(name, readFileSync(findText(prefixes, text), "utf8")));
  for (const name of debian) {
    const path = `/usr/share/doc/${name}/copyright`;
    if (existsSync(path)) texts.push(section(name, readFileSync(path, "utf8")));
  }
  writeFileSync(inRoot("dist/licences.txt"), texts.join("\n"));
}

/**
 * @param {string} name
 * @param {string} text
 */
const section = (name, text) => `${"=".repeat(78)}\n${name}\n${"=".repeat(78)}\n\n${text.trim()}\n`;

/**
 * The file of that name in the first folder whose path begins with one of these.
 *
 * @param {string[]} prefixes
 * @param {string} name
 */
export function findText(prefixes, name) {
  for (const prefix of prefixes) {
    const parent = dirname(prefix);
    const folders = existsSync(parent) ? readdirSync(parent) : [];
    for (const folder of folders.filter((entry) => entry.startsWith(basename(prefix)))) {
      const files = readdirSync(join(parent, folder), { recursive: true, encoding: "utf8" });
      const found = files.find((path) => path === name || path.endsWith(`/${name}`));
      if (found) return join(parent, folder, found);
    }
  }
  throw new Failure(`No ${name} was found in ${prefixes.join(" or ")}`);
}
