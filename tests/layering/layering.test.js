import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { filesIn } from "../../scripts/lib/files.js";
import { inRoot } from "../../scripts/lib/paths.js";
import { inspect } from "./inspect.js";

test("every file keeps to its layer", () => {
  const paths = filesIn(["core", "wasm", "web", "examples"], [".cpp", ".h", ".js", ".mjs", ".html", ".txt", ".json"]);
  assert.ok(paths.length > 50, `only ${paths.length} files were found`);
  assert.deepEqual(inspect(paths.map((path) => ({ path, text: readFileSync(inRoot(path), "utf8") }))), []);
});

/** Lines that must be found, each with a part of what the rule says. @type {[string, string, string][]} */
const bad = [
  ["core/include/shuye/a.h", "#include <nlohmann/json.hpp>", "public header"],
  ["core/include/shuye/a.h", '#include "text/utf8.h"', "public header"],
  ["core/src/parse/a.cpp", "#include <emscripten/bind.h>", "WebAssembly"],
  ["core/src/parse/a.cpp", "#include <fstream>", "no files"],
  ["core/src/parse/a.cpp", '  FILE* file = fopen("a", "r");', "no files"],
  ["core/src/parse/a.cpp", "static int counter = 0;", "globals"],
  ["core/src/parse/a.cpp", "  thread_local std::string buffer;", "globals"],
  ["core/src/parse/a.cpp", '  throw std::runtime_error("x");', "values"],
  ["core/src/parse/a.cpp", '#include "render/html.h"', "later one"],
  ["core/src/parse/CMakeLists.txt", "target_link_libraries(shuye_core PRIVATE opencc_oracle)", "not linked"],
  ["wasm/bindings.cpp", '#include "parse/parsers.h"', "border"],
  ["wasm/js/a.js", 'document.querySelector("a");', "no DOM"],
  ["web/a.js", "element.innerHTML = article;", "markup in strings"],
  ["web/a.js", 'element.insertAdjacentHTML("beforeend", article);', "markup in strings"],
  ["web/a.js", "document.write(article);", "markup in strings"],
  ["web/a.js", "eval(article);", "code"],
  ["web/a.js", "const bytes = module.HEAPU8;", "public entry"],
  ["web/a.js", 'import { load } from "../wasm/js/loader.js";', "public entry"],
  ["examples/cli/main.cpp", '#include "../../core/src/text/utf8.h"', "example"],
  ["examples/node/a.js", 'import { open } from "../../wasm/js/index.js";', "example"],
];

for (const [path, text, says] of bad) {
  test(`finds in ${path}: ${text.trim()}`, () => {
    const found = inspect([{ path, text }]);
    assert.ok(found.some((line) => line.includes(says)), `found only: ${found}`);
  });
}

test("finds a library that two files include", () => {
  const found = inspect([
    { path: "core/src/parse/a.cpp", text: "#include <gumbo.h>" },
    { path: "core/src/parse/b.cpp", text: "#include <gumbo.h>" },
  ]);
  assert.match(found.join(), /gumbo is included in one file only/);
});

/** Lines that look like the bad ones and are right. @type {[string, string][]} */
const good = [
  ["core/include/shuye/a.h", "#include <string_view>\n#include <shuye/result.h>"],
  ["core/src/parse/a.cpp", '// throw, fopen( and "render/html.h" in a comment\nstatic constexpr int kLimit = 1;'],
  ["core/src/parse/a.cpp", 'static std::string_view name_of(int code) {\n  static const char* const kNames[] = {"a"};'],
  ["core/src/render/a.cpp", '#include "text/utf8.h"'],
  ["wasm/marshal.cpp", '#include "marshal.h"\n#include <emscripten/val.h>\n#include <shuye/shuye.h>'],
  ["wasm/js/a.js", "const { document } = await parse(text);"],
  ["web/a.js", 'import { open } from "../wasm/js/index.js";\nelement.replaceChildren(tree);'],
];

for (const [path, text] of good) {
  test(`lets pass in ${path}: ${text.split("\n")[0]}`, () => {
    assert.deepEqual(inspect([{ path, text }]), []);
  });
}
