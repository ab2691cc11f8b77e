import { after, test } from "node:test";
import { engines, launch, required } from "./engines.js";

/**
 * @typedef {import("./engines.js").Browser} Browser
 * @typedef {import("./engines.js").Engine} Engine
 * @typedef {import("./page.js").Page} Page
 */

/**
 * What a test is given.
 * @typedef {object} Context
 * @property {Engine["name"]} engine
 * @property {Browser} browser
 * @property {Page} page  a new page, at about:blank: `await page.goto(url)`
 */

const kTimeout = 60_000;

/** Each engine is started once per test file, by the first test that needs it.
 * @type {Map<Engine, Promise<Browser>>} */
const running = new Map();

after(() => Promise.all([...running.keys()].map(stop)));

/**
 * Declares one test for each engine, named "chromium: …", "firefox: …" and "webkit: …". An engine
 * that is not installed is skipped, or fails where browsers are required.
 * @param {string} name
 * @param {(context: Context) => Promise<void>} body
 */
export function forEachEngine(name, body) {
  for (const engine of Object.values(engines)) {
    const missing = engine.missing();
    const skip = missing !== undefined && !required ? `not installed: ${missing}` : false;
    test(`${engine.name}: ${name}`, { timeout: kTimeout, skip }, async ({ signal }) => {
      // A test that runs out of time leaves its browser in an unknown state.
      const abandon = () => void stop(engine);
      signal.addEventListener("abort", abandon);
      try {
        const browser = await start(engine);
        const page = await browser.open("about:blank");
        await body({ engine: engine.name, browser, page });
      } finally {
        signal.removeEventListener("abort", abandon);
      }
    });
  }
}

/** @param {Engine} engine */
function start(engine) {
  let browser = running.get(engine);
  if (browser === undefined) {
    browser = launch(engine);
    running.set(engine, browser);
  }
  return browser;
}

/** @param {Engine} engine */
async function stop(engine) {
  const browser = running.get(engine);
  running.delete(engine);
  await browser?.then(
    ({ close }) => close(),
    () => {}, // it never started, and its test said so
  );
}
