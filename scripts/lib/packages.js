/**
 * What the machine must have, by the names of Debian's packages and, for every other system, by the program
 * or header that shows whether it is there.
 *
 * @typedef {object} Requirement
 * @property {string} debian
 * @property {string} [program]
 * @property {string} [file]
 * @property {string} [elsewhere] what to install where there is no Debian; its name there when it differs
 */

/** @type {Requirement[]} */
const forBuilding = [
  { debian: "cmake", program: "cmake", elsewhere: "CMake 3.25 or later" },
  { debian: "ninja-build", program: "ninja", elsewhere: "Ninja" },
  { debian: "g++", program: "g++", elsewhere: "GCC 12 or later" },
  { debian: "emscripten", program: "emcc", elsewhere: "Emscripten 3.1.6 or later" },
  { debian: "nlohmann-json3-dev", file: "nlohmann/json.hpp", elsewhere: "nlohmann/json 3.11" },
  { debian: "libtomlplusplus-dev", file: "toml++/toml.h", elsewhere: "toml++ 3.3" },
  { debian: "libmarisa-dev", file: "marisa.h", elsewhere: "marisa-trie 0.2" },
  { debian: "rapidjson-dev", file: "rapidjson/document.h", elsewhere: "RapidJSON" },
  { debian: "bzip2", program: "bzip2" },
  { debian: "unicode-data", file: "/usr/share/unicode/UnicodeData.txt", elsewhere: "Unicode data 15" },
];

/** @type {Requirement[]} */
const forTesting = [
  { debian: "googletest", file: "/usr/src/googletest/googletest/src/gtest-all.cc", elsewhere: "GoogleTest 1.12" },
  { debian: "clang", program: "clang++", elsewhere: "Clang 14 or later" },
  { debian: "libclang-rt-14-dev", program: "clang++", elsewhere: "Clang's sanitizer runtimes" },
  { debian: "clang-format", program: "clang-format" },
  { debian: "clang-tidy", program: "clang-tidy" },
  { debian: "chromium", program: "chromium", elsewhere: "Chromium" },
  { debian: "firefox-esr", program: "firefox-esr", elsewhere: "Firefox ESR" },
  { debian: "webkit2gtk-driver", program: "WebKitWebDriver", elsewhere: "WebKitGTK's WebDriver and MiniBrowser" },
  { debian: "xvfb", program: "xvfb-run", elsewhere: "Xvfb" },
  { debian: "xauth", program: "xauth" },
];

/** @type {Requirement[]} */
const forMeasuring = [
  { debian: "libbenchmark-dev", file: "benchmark/benchmark.h", elsewhere: "Google Benchmark 1.7" },
  { debian: "chromium", program: "chromium", elsewhere: "Chromium" },
];

/** @typedef {"start" | "test" | "bench"} Purpose */

/** @param {Purpose} purpose */
export function requirements(purpose) {
  const more = { start: [], test: forTesting, bench: forMeasuring };
  return [...forBuilding, ...more[purpose]];
}
