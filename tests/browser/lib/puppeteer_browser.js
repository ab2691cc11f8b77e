import { setTimeout as sleep } from "node:timers/promises";
import puppeteer from "puppeteer-core";
import { adopt, exiting, removeFolder, stop, temporaryFolder } from "./processes.js";

const kStartTimeout = 30_000;

/**
 * Starts a browser that puppeteer drives, with a new profile.
 * @param {import("./engines.js").Engine["name"]} name
 * @param {import("puppeteer-core").LaunchOptions} options
 * @param {(
 *   browser: import("puppeteer-core").Browser,
 *   tab: import("puppeteer-core").Page,
 * ) => Promise<import("./page.js").Page>} pageOf  makes our page of puppeteer's
 * @returns {Promise<import("./engines.js").Browser>}
 */
export async function launchWithPuppeteer(name, options, pageOf) {
  const profile = temporaryFolder(name);
  const browser = await puppeteer
    .launch({
      ...options,
      headless: true,
      userDataDir: profile,
      timeout: kStartTimeout,
      // The ways out are watched in processes.js; puppeteer's own watch forgets every second one of
      // several browsers.
      signal: exiting,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
    })
    .catch((error) => {
      removeFolder(profile);
      throw error;
    });
  const group = browser.process()?.pid; // puppeteer makes it the leader of a group
  if (group !== undefined) adopt(group);

  return {
    name,
    async open(url, { fresh = false } = {}) {
      const earlier = await browser.pages();
      const tab = await (fresh ? await browser.createBrowserContext() : browser).newPage();
      await Promise.all(earlier.map((page) => page.close()));
      const page = await pageOf(browser, tab);
      await page.reset();
      await page.goto(url);
      return page;
    },
    async close() {
      await Promise.race([browser.close().catch(() => {}), sleep(3000, undefined, { ref: false })]);
      await stop(group);
      removeFolder(profile);
    },
  };
}
