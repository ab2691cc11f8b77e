import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { cache } from "./paths.js";
import { run, which } from "./run.js";

const debianToolchain = "/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake";

/**
 * Configures one of CMakePresets.json and builds targets of it; all of them when none is named.
 *
 * @param {"native" | "sanitizers" | "wasm"} preset
 * @param {{ tests: boolean, targets?: string[] }} what
 */
export async function build(preset, { tests, targets = [] }) {
  const toolchain = preset === "wasm" ? emscriptenToolchain() : [];
  // Both, since a build configures anew when a list has changed.
  const options = { log: `build-${preset}`, env: { SHUYE_CACHE: cache } };
  await run("cmake", ["--preset", preset, ...toolchain, `-DSHUYE_TESTS=${tests ? "ON" : "OFF"}`], options);
  const chosen = targets.length > 0 ? ["--target", ...targets] : [];
  await run("cmake", ["--build", "--preset", preset, ...chosen], options);
}

/** The preset knows where Debian keeps it; elsewhere it lies beside the compiler. */
function emscriptenToolchain() {
  const compiler = which("emcc");
  if (existsSync(debianToolchain) || !compiler) return [];
  const folder = dirname(realpathSync(compiler));
  return ["--toolchain", join(folder, "cmake/Modules/Platform/Emscripten.cmake")];
}
