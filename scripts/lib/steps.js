import { Failure } from "./failure.js";
import { seconds } from "./timed.js";

/**
 * One step of `npm test`. A step runs when all that it needs has passed. `run` gives a few words for the
 * report, and fails by throwing.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} [group] by which --only chooses; a step without one runs when another needs it
 * @property {string[]} needs
 * @property {() => Promise<string | void>} run
 */

/**
 * The steps of the chosen groups with all that they need, in the order of the list; everything when no
 * group is chosen.
 *
 * @param {Step[]} steps
 * @param {string[]} groups
 */
export function choose(steps, groups) {
  const known = new Set(steps.map((step) => step.group));
  for (const group of groups) {
    if (!known.has(group)) throw new Failure(`There is no group "${group}": ${[...known].filter(Boolean).join(", ")}`);
  }
  if (groups.length === 0) return steps;
  const wanted = new Set(steps.filter((step) => step.group && groups.includes(step.group)).map((step) => step.name));
  // A step comes after those that it needs, so one walk from the end finds them all.
  for (const step of [...steps].reverse()) {
    if (wanted.has(step.name)) for (const need of step.needs) wanted.add(need);
  }
  return steps.filter((step) => wanted.has(step.name));
}

/**
 * Runs the steps one after the other and goes on after a failing one; those that need it are skipped.
 *
 * @param {Step[]} steps
 * @param {(line: string) => void} [print]
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runSteps(steps, print = console.log) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const passed = new Set();
  for (const step of steps) {
    const missing = step.needs.filter((need) => !passed.has(need));
    if (missing.length > 0) {
      count.skipped++;
      print(`– ${step.name}: skipped, since it needs: ${missing.join(", ")}`);
      continue;
    }
    const start = performance.now();
    try {
      const detail = await step.run();
      passed.add(step.name);
      count.passed++;
      print(`✓ ${step.name} (${[detail, seconds(start)].filter(Boolean).join(", ")})`);
    } catch (error) {
      count.failed++;
      print(`✗ ${step.name} (${seconds(start)})`);
      print(indent(error instanceof Failure ? error.message : String(error instanceof Error ? error.stack : error)));
    }
  }
  return count;
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, "    ");
}
