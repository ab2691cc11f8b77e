import { setTimeout as sleep } from "node:timers/promises";
import { writeFile } from "node:fs/promises";
import { evaluated, evaluation } from "./page_script.js";

/** @typedef {import("./page_script.js").Code} Code */

/** How long the engines' own reports of errors may take to arrive, in milliseconds. */
const kReportDelay = 150;

/** The viewport of a new page, in CSS pixels. */
const kWidth = 1024;
const kHeight = 768;

/**
 * A page in a browser, the same over all engines. Selectors are CSS, and `>>>` steps into a shadow
 * root. What each engine brings itself is marked abstract.
 */
export class Page {
  /** @type {(string | Promise<string>)[]} */
  #errors = [];
  /** @type {string[]} */
  #requests = [];

  /**
   * Goes to an address and waits for its load event. Errors and requests are counted anew.
   * @param {string} url
   */
  async goto(url) {
    this.#errors = [];
    this.#requests = [];
    await this.navigate(url);
  }

  /**
   * Runs a function, or the source of an expression, in the page. Arguments and result cross as
   * JSON; a promise is awaited; what it throws is thrown here.
   *
   * Such code may `eval` and compile WebAssembly in Chromium and Firefox whatever the page's policy
   * says: what the policy lets through is shown by the page's own scripts only.
   * @param {Code} code
   * @param {...unknown} args
   * @returns {Promise<any>}
   */
  async evaluate(code, ...args) {
    return evaluated(await this.run(evaluation(code, args)));
  }

  /**
   * Waits until a function gives something true in the page, and gives that.
   * @param {Code} code
   * @param {{ timeout?: number, args?: unknown[] }} [options]  timeout in milliseconds
   * @returns {Promise<any>}
   */
  async waitFor(code, { timeout = 10_000, args = [] } = {}) {
    const end = Date.now() + timeout;
    /** @type {unknown} */
    let failure;
    do {
      try {
        const value = await this.evaluate(code, ...args);
        if (value) return value;
        failure = undefined;
      } catch (error) {
        failure = error; // perhaps the page was just leaving for another
      }
      await sleep(50);
    } while (Date.now() < end);
    const errors = (await this.consoleErrors()).map((text) => `\n  console: ${text}`).join("");
    throw new Error(`not true within ${timeout} ms: ${code}${errors}`, { cause: failure });
  }

  /**
   * A picture of the viewport as PNG, written to `path` if there is one.
   * @param {string} [path]
   */
  async screenshot(path) {
    const png = await this.capture();
    if (path !== undefined) await writeFile(path, png);
    return png;
  }

  /**
   * The errors since the page was opened: `console.error`, uncaught exceptions, unhandled
   * rejections, violations of the content security policy, failed loads. The wording is the
   * engine's.
   * @returns {Promise<string[]>}
   */
  async consoleErrors() {
    await this.evaluate("0"); // what happened before this was reported before its answer
    await sleep(kReportDelay);
    return Promise.all(this.#errors);
  }

  /** The addresses asked for since the page was opened, the page's own and `data:` included. */
  requests() {
    return [...this.#requests];
  }

  /** Gives the page the size and colours that every page starts with. */
  async reset() {
    await this.setViewport(kWidth, kHeight);
    await this.emulateDark(false);
  }

  /**
   * @protected
   * @param {number} width
   * @param {number} height
   */
  async waitForViewport(width, height) {
    await this.waitFor(`innerWidth === ${width} && innerHeight === ${height}`);
  }

  /**
   * @protected
   * @param {boolean} dark
   */
  async waitForDark(dark) {
    await this.waitFor(`matchMedia("(prefers-color-scheme: dark)").matches === ${dark}`);
  }

  /**
   * @protected
   * @param {string | Promise<string>} text
   */
  reportError(text) {
    this.#errors.push(text);
  }

  /**
   * @protected
   * @param {string} url
   */
  reportRequest(url) {
    // A browser's own idea, as in the server's list.
    if (!url.endsWith("/favicon.ico")) this.#requests.push(url);
  }

  /**
   * Clicks the middle of an element with the mouse, after scrolling it into view.
   * @abstract
   * @param {string} _selector
   * @returns {Promise<void>}
   */
  click(_selector) {
    return missing();
  }

  /**
   * Focuses an element and types a text at its caret.
   * @abstract
   * @param {string} _selector
   * @param {string} _text
   * @returns {Promise<void>}
   */
  type(_selector, _text) {
    return missing();
  }

  /**
   * Presses a key where the focus is, with modifiers before it: "Enter", "a", "Shift+Tab",
   * "Control+ArrowDown". Names are those of `KeyboardEvent.key`, with "Space" for " ".
   * @abstract
   * @param {string} _key
   * @returns {Promise<void>}
   */
  press(_key) {
    return missing();
  }

  /**
   * Gives an `<input type=file>` its files.
   * @abstract
   * @param {string} _selector
   * @param {string[]} _paths  absolute
   * @returns {Promise<void>}
   */
  setFiles(_selector, _paths) {
    return missing();
  }

  /**
   * Sets the size of the viewport in CSS pixels.
   * @abstract
   * @param {number} _width
   * @param {number} _height
   * @returns {Promise<void>}
   */
  setViewport(_width, _height) {
    return missing();
  }

  /**
   * Lets `prefers-color-scheme: dark` hold, or `light` again.
   * @abstract
   * @param {boolean} [_dark]
   * @returns {Promise<void>}
   */
  emulateDark(_dark) {
    return missing();
  }

  /**
   * @abstract @protected
   * @param {string} _url
   * @returns {Promise<void>}
   */
  navigate(_url) {
    return missing();
  }

  /**
   * Runs the source of a promise and gives its value, a text.
   * @abstract @protected
   * @param {string} _source
   * @returns {Promise<unknown>}
   */
  run(_source) {
    return missing();
  }

  /**
   * The viewport as PNG.
   * @abstract @protected
   * @returns {Promise<Uint8Array>}
   */
  capture() {
    return missing();
  }
}

/** @returns {never} */
function missing() {
  throw new TypeError("this engine does not bring it");
}
