import { findProgram } from "./processes.js";
import { launchWithPuppeteer } from "./puppeteer_browser.js";
import { PuppeteerPage } from "./puppeteer_page.js";

const program = findProgram("chromium", "chromium-browser", "google-chrome");

/** Chromium over CDP. @type {import("./engines.js").Engine} */
export const chromium = {
  name: "chromium",
  missing: () => (program === undefined ? "no chromium or google-chrome on the PATH" : undefined),
  launch: () =>
    launchWithPuppeteer(
      "chromium",
      {
        browser: "chrome",
        executablePath: program ?? "",
        args: [
          "--no-sandbox", // as root it does not start with one
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
        ],
      },
      async (_browser, tab) => new ChromiumPage(tab),
    ),
};

class ChromiumPage extends PuppeteerPage {
  /** @type {Promise<import("puppeteer-core").CDPSession> | undefined} */
  #session;

  /** @param {import("puppeteer-core").Page} tab */
  constructor(tab) {
    super(tab);
    tab.on("console", (message) => {
      if (message.type() === "error") this.reportError(messageText(message));
    });
  }

  /**
   * A character that no key of puppeteer's has, such as 数, comes from a key all the same.
   * @override
   * @param {string} key
   */
  async press(key) {
    if (!/^[^\0-\x7F]$/u.test(key)) return super.press(key);
    this.#session ??= this.tab.createCDPSession();
    const session = await this.#session;
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key });
  }

  /**
   * @override
   * @param {boolean} [dark]
   */
  async emulateDark(dark = true) {
    const value = dark ? "dark" : "light";
    await this.tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
  }
}

/**
 * The text of a console message, with errors as text instead of the name of a handle.
 * @param {import("puppeteer-core").ConsoleMessage} message
 */
async function messageText(message) {
  const parts = await Promise.all(
    message.args().map((argument) =>
      argument
        .evaluate((/** @type {unknown} */ value) =>
          value instanceof Error ? (value.stack ?? String(value)) : String(value),
        )
        .catch(() => argument.toString()),
    ),
  );
  const text = parts.length > 0 ? parts.join(" ") : message.text();
  const { url } = message.location();
  return url === undefined || url === "" ? text : `${text} (${url})`;
}
