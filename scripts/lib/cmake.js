import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { cache } from "./paths.js";
import { run, which } from "./run.js";

const debianToolchain = "/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake";

/**
 * Configures one of CMakePresets.json and builds targets of it; all of them when none is named.
 *
 * @param {"native" | "sanitizers" | "wasm"} preset
 * @param {{ tests: boolean, bench?: boolean, targets?: string[] }} what
 */
export async function build(preset, { tests, bench = false, targets = [] }) {
  const toolchain = preset === "wasm" ? emscriptenToolchain() : [];
  const choices = [`-DSHUYE_TESTS=${tests ? "ON" : "OFF"}`, `-DSHUYE_BENCH=${bench ? "ON" : "OFF"}`];
  // Both, since a build configures anew when a list has changed.
  const options = { log: `build-${preset}`, env: { SHUYE_CACHE: cache } };
  await run("cmake", ["--preset", preset, ...toolchain, ...choices], options);
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
