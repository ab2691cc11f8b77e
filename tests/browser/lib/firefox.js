import { findProgram } from "./processes.js";
import { launchWithPuppeteer } from "./puppeteer_browser.js";
import { PuppeteerPage } from "./puppeteer_page.js";

const program = findProgram("firefox-esr", "firefox");

/** Firefox over WebDriver BiDi. @type {import("./engines.js").Engine} */
export const firefox = {
  name: "firefox",
  missing: () => (program === undefined ? "no firefox-esr or firefox on the PATH" : undefined),
  launch: () =>
    launchWithPuppeteer(
      "firefox",
      {
        browser: "firefox",
        executablePath: program ?? "",
        args: ["--remote-allow-system-access"], // to set a preference: see emulateDark
        // Puppeteer's test profile lets a local file load its siblings; no reader's Firefox does.
        extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
      },
      async (browser, tab) => {
        const page = new FirefoxPage(browser, tab);
        await page.watch();
        return page;
      },
    ),
};

class FirefoxPage extends PuppeteerPage {
  /** Puppeteer's connection, for what BiDi has and puppeteer does not pass on. @type {any} */
  #bidi;

  /**
   * @param {import("puppeteer-core").Browser} browser
   * @param {import("puppeteer-core").Page} tab
   */
  constructor(browser, tab) {
    super(tab);
    this.#bidi = /** @type {any} */ (browser).connection;
  }

  /**
   * BiDi's log is the console's own: failed loads and violations of the policy are collected where
   * they do appear.
   */
  async watch() {
    const log = (/** @type {any} */ entry) => {
      // An argument that is an error arrives without its message; the text has it.
      if (entry.type === "console" && entry.level === "error") this.reportError(entry.text);
    };
    this.#bidi.on("log.entryAdded", log);
    this.tab.once("close", () => this.#bidi.off("log.entryAdded", log));
    this.tab.on("requestfailed", (request) => {
      this.reportError(`Failed to load ${request.url()}: ${request.failure()?.errorText ?? ""}`);
    });
    this.tab.on("response", (response) => {
      if (response.status() < 400) return;
      this.reportError(`Failed to load ${response.url()}: status ${response.status()}`);
    });
    await this.tab.evaluateOnNewDocument(reportToConsole);
  }

  /**
   * BiDi emulates no media features yet, but can set the preference behind this one.
   * @override
   * @param {boolean} [dark]
   */
  async emulateDark(dark = true) {
    const { result } = await this.#bidi.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const preference = "layout.css.prefers-color-scheme.content-override";
    await this.#bidi.send("script.evaluate", {
      expression: `Services.prefs.setIntPref("${preference}", ${dark ? 0 : 1})`,
      target: { context: result.contexts[0].context },
      awaitPromise: false,
    });
    await this.waitForDark(dark);
  }
}

/** Runs in the page, before its own scripts. */
function reportToConsole() {
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    console.error(`Content Security Policy: ${effectiveDirective} blocked ${blockedURI}`);
  });
  if (location.protocol !== "file:") return; // elsewhere the network reports it
  const report = (/** @type {Event} */ { target }) => {
    if (!(target instanceof Element)) return;
    console.error(`Failed to load ${target.getAttribute("src") ?? target.getAttribute("href")}`);
  };
  addEventListener("error", report, { capture: true });
}
