/**
 * One small interface over three browser engines, so that a test is written once.
 *
 *     const browser = await launch(engines.webkit);
 *     const page = await browser.open(url);
 *     await page.click("shuye-article >>> button");
 *     await browser.close();
 */
import { chromium } from "./chromium.js";
import { firefox } from "./firefox.js";
import { webkit } from "./webkit.js";

/**
 * @typedef {object} Engine
 * @property {"chromium" | "firefox" | "webkit"} name
 * @property {() => string | undefined} missing  what is not installed, if anything
 * @property {() => Promise<Browser>} launch
 */

/**
 * A running browser with a new profile. It shows one page: opening the next closes the one before.
 * Cookies and storage stay until `close`.
 * @typedef {object} Browser
 * @property {Engine["name"]} name
 * @property {(url: string, options?: { fresh?: boolean }) => Promise<import("./page.js").Page>} open  until its load event.
 *   `fresh`: in a process of its own, where nothing is kept of earlier pages; not in WebKit
 * @property {() => Promise<void>} close
 */

export const engines = { chromium, firefox, webkit };

/** Whether an engine that is not installed is a failure (as on CI) and not a reason to skip. */
export const required =
  process.env["CI"] === "true" || process.env["SHUYE_REQUIRE_BROWSERS"] === "1";

/**
 * Starts an engine; a start that fails is tried once more.
 * @param {Engine} engine
 * @returns {Promise<Browser>}
 */
export async function launch(engine) {
  const missing = engine.missing();
  if (missing !== undefined) throw new Error(`${engine.name} is not installed: ${missing}`);
  return engine.launch().catch(() => engine.launch());
}
