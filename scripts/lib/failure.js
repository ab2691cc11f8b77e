/** Something that the person at the terminal can understand and act upon: shown without a stack. */
export class Failure extends Error {}

/**
 * Runs a program's `main` so that a Failure ends it with its message and exit code 1.
 *
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
