import assert from "node:assert/strict";
import { test } from "node:test";
import { Failure } from "../../scripts/lib/failure.js";
import { choose, runSteps } from "../../scripts/lib/steps.js";

/**
 * @param {string} name
 * @param {string[]} needs
 * @param {{ group?: string, fails?: boolean, log?: string[] }} [options]
 * @returns {import("../../scripts/lib/steps.js").Step}
 */
function step(name, needs, { group, fails, log } = {}) {
  return {
    name,
    needs,
    group,
    run: async () => {
      log?.push(name);
      if (fails) throw new Failure("as told");
    },
  };
}

test("goes on after a failing step and skips what needs it", async () => {
  /** @type {string[]} */
  const log = [];
  const steps = [
    step("set-up", [], { log }),
    step("build", ["set-up"], { fails: true, log }),
    step("test", ["build"], { log }),
    step("report", ["test"], { log }),
    step("lint", ["set-up"], { log }),
  ];
  assert.deepEqual(await runSteps(steps, () => {}), { passed: 2, failed: 1, skipped: 2 });
  assert.deepEqual(log, ["set-up", "build", "lint"]);
});

test("chooses groups with all that they need", () => {
  const steps = [
    step("set-up", []),
    step("native build", ["set-up"]),
    step("native tests", ["native build"], { group: "native" }),
    step("wasm build", ["native build"]),
    step("wasm tests", ["wasm build"], { group: "wasm" }),
    step("lint", ["set-up"], { group: "check" }),
  ];
  /** @param {string[]} groups */
  const names = (groups) => choose(steps, groups).map((chosen) => chosen.name);
  assert.deepEqual(names(["wasm"]), ["set-up", "native build", "wasm build", "wasm tests"]);
  assert.deepEqual(names(["native", "check"]), ["set-up", "native build", "native tests", "lint"]);
  assert.equal(names([]).length, steps.length);
  assert.throws(() => names(["nativ"]), Failure);
});
