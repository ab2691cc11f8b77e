/** @file The package's entry in Node: the same, but files are read from disk. */

import "./platform_node.js";

export * from "./index.js";
