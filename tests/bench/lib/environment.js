/**
 * @file Where is measured: a process of ours, or a page.
 */

/**
 * @typedef {object} MeasuringEnvironment
 * @property {(
 *   configuration: import("shuye/convert").Configuration,
 *   inputs: import("./inputs.js").Input[],
 *   options: { calls: number, warmUp: number },
 * ) => Promise<(import("./throughput.js").Throughput & { input: string })[]>} throughput
 * @property {(configuration: import("shuye/convert").Configuration, subject: string) => Promise<number>} firstUse
 *   milliseconds
 * @property {(
 *   format: "markdown" | "html",
 *   path: string,
 *   options: { calls: number, warmUp: number },
 * ) => Promise<import("./opening.js").OpeningResult[]>} opening
 * @property {() => Promise<void>} close
 */

export {};
