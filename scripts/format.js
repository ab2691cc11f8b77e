// npm run format: all our C++ in the one style.

import { runMain } from "./lib/failure.js";
import { cppFiles } from "./lib/files.js";
import { run } from "./lib/run.js";
import { setUp } from "./lib/setup.js";

await runMain(async () => {
  await setUp("test");
  await run("clang-format", ["-i", ...cppFiles()]);
});
