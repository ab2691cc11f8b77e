import { cppFiles, filesIn } from "./files.js";
import { Failure } from "./failure.js";
import { attempt, inPairs, run } from "./run.js";

/** The style of all our C++. */
export async function checkFormat() {
  const files = cppFiles();
  await run("clang-format", ["--dry-run", "-Werror", ...files], { log: "clang-format" });
  return `${files.length} files`;
}

/** The chosen checks of .clang-tidy, by the native build's compile commands, which are g++'s. */
export async function checkTidy() {
  const options = ["--quiet", "-p", "build/native", "--extra-arg=-Wno-unknown-warning-option"];
  const files = filesIn(["core/src"], [".cpp"]);
  const results = await inPairs(files, (file) =>
    attempt("clang-tidy", [...options, file], { log: "clang-tidy" }),
  );
  const complaints = results.filter((result) => result.code !== 0).map((result) => result.output.trim());
  if (complaints.length > 0) throw new Failure(complaints.join("\n").split("\n").slice(0, 80).join("\n"));
  return `${files.length} files`;
}

/** The types of all our JavaScript, from its JSDoc. */
export async function checkTypes() {
  await run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"], { log: "tsc" });
}

export async function checkLint() {
  await run(process.execPath, ["node_modules/eslint/bin/eslint.js", "--max-warnings", "0", "."], { log: "eslint" });
}
