import assert from "node:assert/strict";
import { test } from "node:test";
import { Failure } from "../../scripts/lib/failure.js";
import { refuseOldNode } from "../../scripts/lib/setup.js";

test("refuses a Node that is too old, by its number", () => {
  for (const version of ["18.20.4", "16.0.0", "9.11.2"]) {
    assert.throws(() => refuseOldNode(version), (error) => error instanceof Failure && error.message.includes(version));
  }
  for (const version of ["20.0.0", "22.11.0", "100.0.0"]) refuseOldNode(version);
});
