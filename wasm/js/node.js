/**
 * @file The package's entry in Node: the same, but files are read from disk, since Node's `fetch` refuses `file:`.
 */

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { platform } from "./platform.js";

const { read } = platform;

/** A text that is no address is a path. */
platform.resolve = (address) => (URL.canParse(address) ? new URL(address) : pathToFileURL(String(address)));
platform.read = async (url) => (url.protocol === "file:" ? readFile(url) : read(url));

export * from "./index.js";
