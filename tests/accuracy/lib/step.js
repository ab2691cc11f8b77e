import { Failure } from "../../../scripts/lib/failure.js";
import { measureAll, measures } from "./measure.js";
import { belowFloor, reached, tableOf } from "./report.js";
import { isPresent } from "./shared.js";

/** Enough to see a fall, and quick. */
export const fewSeeds = 3;

/** The step of `npm test`: no figure may fall below its floor. */
export async function runAccuracy() {
  if (!isPresent()) return "skipped: no ../shared beside this checkout";
  const figures = await measureAll(Object.keys(measures), fewSeeds);
  const low = belowFloor(figures);
  if (low.length > 0) throw new Failure(`${tableOf(figures, { verbose: false })}\n${low.join("\n")}`);
  return `${figures.length} figures, ${reached(figures)} at their targets`;
}
