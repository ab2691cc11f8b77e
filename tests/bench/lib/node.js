import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import simplecc from "simplecc-wasm";
import { createConverter } from "shuye/convert";
import { run } from "../../../scripts/lib/run.js";
import { makeSubjects } from "./subjects.js";
import { measureThroughput } from "./throughput.js";

/** @typedef {import("./environment.js").MeasuringEnvironment} MeasuringEnvironment */

const program = fileURLToPath(new URL("first_use_node.js", import.meta.url));
const openingProgram = fileURLToPath(new URL("opening_node.js", import.meta.url));

/** @returns {Promise<MeasuringEnvironment>} */
export async function openNode() {
  return {
    async throughput(configuration, inputs, options) {
      const subjects = await makeSubjects(configuration, { createConverter, settings: {}, simplecc: simplecc.simplecc });
      return inputs.flatMap(({ name, path }) =>
        measureThroughput(subjects, readFileSync(path), options).map((result) => ({ ...result, input: name })),
      );
    },
    async firstUse(configuration, subject) {
      return Number(await run(process.execPath, [program, subject, configuration]));
    },
    async opening(format, path, { calls, warmUp }) {
      return JSON.parse(await run(process.execPath, [openingProgram, format, path, `${calls}`, `${warmUp}`]));
    },
    async close() {},
  };
}
