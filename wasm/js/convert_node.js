/** @file `shuye/convert` in Node: the same, but files are read from disk. */

import "./platform_node.js";

export * from "./convert.js";
