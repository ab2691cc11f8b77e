/** @file Node reads files from disk, since its `fetch` refuses `file:`. Imported for its effect. */

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { platform } from "./platform.js";

const { read } = platform;

/** A text that is no address is a path. */
platform.resolve = (address) => (URL.canParse(address) ? new URL(address) : pathToFileURL(String(address)));
platform.read = async (url) => (url.protocol === "file:" ? readFile(url) : read(url));
