import { Page } from "./page.js";
import { location } from "./page_script.js";

/** @typedef {import("puppeteer-core").KeyInput} KeyInput */

/** A page of an engine that puppeteer drives: what is done is the same in all of them. */
export class PuppeteerPage extends Page {
  /** @protected */
  tab;

  /** @param {import("puppeteer-core").Page} tab */
  constructor(tab) {
    super();
    this.tab = tab;
    tab.on("pageerror", (error) => {
      this.reportError(`Uncaught ${error instanceof Error ? (error.stack ?? error) : error}`);
    });
    tab.on("request", (request) => this.reportRequest(request.url()));
    // An open dialog would hold up everything else.
    tab.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
  }

  /**
   * @override @protected
   * @param {string} url
   */
  async navigate(url) {
    await this.tab.goto(url, { waitUntil: "load" });
  }

  /**
   * @override @protected
   * @param {string} source
   */
  run(source) {
    return this.tab.evaluate(source);
  }

  /**
   * @override
   * @param {string} selector
   */
  async click(selector) {
    await this.#with(selector, (element) => element.click());
  }

  /**
   * @override
   * @param {string} selector
   * @param {string} text
   */
  async type(selector, text) {
    await this.#with(selector, (element) => element.type(text));
  }

  /**
   * @override
   * @param {string} key
   */
  async press(key) {
    const keys = /** @type {KeyInput[]} */ (key.split(/\+(?=.)/u));
    const last = /** @type {KeyInput} */ (keys.pop());
    for (const modifier of keys) await this.tab.keyboard.down(modifier);
    await this.tab.keyboard.press(last);
    for (const modifier of keys.reverse()) await this.tab.keyboard.up(modifier);
  }

  /**
   * @override
   * @param {string} selector
   * @param {string[]} paths
   */
  async setFiles(selector, paths) {
    await this.#with(selector, (element) => {
      const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
        element
      );
      return input.uploadFile(...paths);
    });
  }

  /**
   * @override
   * @param {number} width
   * @param {number} height
   */
  async setViewport(width, height) {
    // Puppeteer asks for the orientation as well, which Firefox 140 does not know; the size it has asked for by then.
    await this.tab.setViewport({ width, height }).catch((error) => {
      if (!String(error).includes("unknown command emulation.setScreenOrientationOverride")) throw error;
    });
    await this.waitForViewport(width, height);
  }

  /** @override @protected */
  capture() {
    return this.tab.screenshot();
  }

  /**
   * @param {string} selector
   * @param {(element: import("puppeteer-core").ElementHandle<Element>) => Promise<void>} use
   */
  async #with(selector, use) {
    const handle = await this.tab.evaluateHandle(location(selector));
    const element = /** @type {import("puppeteer-core").ElementHandle<Element> | null} */ (
      handle.asElement()
    );
    if (element === null) throw new Error(`no element ${selector}`);
    try {
      await use(element);
    } finally {
      await handle.dispose().catch(() => {}); // the page may have gone elsewhere
    }
  }
}
