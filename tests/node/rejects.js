import assert from "node:assert/strict";
import { ShuyeError } from "shuye";

/**
 * @param {() => unknown} work
 * @param {import("shuye").ErrorCode} code
 * @param {import("shuye").Stage} [stage]
 */
export async function rejects(work, code, stage = "input") {
  await assert.rejects(
    async () => work(),
    (error) => {
      assert.ok(error instanceof ShuyeError, `${error} is no ShuyeError`);
      assert.equal(error.name, "ShuyeError");
      assert.deepEqual({ code: error.code, stage: error.stage }, { code, stage }, error.message);
      assert.ok(Number.isInteger(error.offset) && error.offset >= 0);
      assert.match(error.message, /[^.]$/);
      return true;
    },
  );
}
