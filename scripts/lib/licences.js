import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.js";
import { inRoot } from "./paths.js";

/**
 * The licences of what the module contains in compiled form ask that their texts go with it. They come from where the
 * sources came from, so that none is committed and none is out of date.
 */

/** By project: the folder of its sources and the name of the text in it. */
const sources = [
  { name: "cmark-gfm", folder: "build/native/third_party/cmark-gfm-", text: "COPYING" },
  { name: "Gumbo", folder: "build/native/third_party/gumbo-", text: "COPYING" },
  { name: "libyaml", folder: "build/native/third_party/libyaml-", text: "License" },
  { name: "OpenCC", folder: "node_modules/opencc", text: "LICENSE" },
];

/** Debian keeps the texts of its packages here; elsewhere NOTICE says where they are. */
const debian = ["libtomlplusplus-dev", "nlohmann-json3-dev", "emscripten"];

/** dist/licences.txt. */
export function collectLicences() {
  const texts = sources.map(({ name, folder, text }) => section(name, readFileSync(find(folder, text), "utf8")));
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
 * The file of that name in the folder whose path begins so.
 *
 * @param {string} prefix
 * @param {string} name
 */
function find(prefix, name) {
  const [parent, begin] = [inRoot(prefix, ".."), prefix.slice(prefix.lastIndexOf("/") + 1)];
  for (const folder of readdirSync(parent).filter((entry) => entry.startsWith(begin))) {
    const found = readdirSync(join(parent, folder), { recursive: true, encoding: "utf8" }).find(
      (path) => path === name || path.endsWith(`/${name}`),
    );
    if (found) return join(parent, folder, found);
  }
  throw new Failure(`No licence of ${prefix} was found: ${name}`);
}
