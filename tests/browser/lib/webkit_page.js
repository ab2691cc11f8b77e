import { Page } from "./page.js";
import { location } from "./page_script.js";
import { kElement } from "./webdriver.js";

/** WebDriver's code points for keys without a character (W3C WebDriver, "Keyboard actions"). */
const kKeys = /** @type {Record<string, string>} */ ({
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Insert: "\uE016",
  Delete: "\uE017",
  Meta: "\uE03D",
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`F${i + 1}`, String.fromCharCode(0xe031 + i)]),
  ),
});

/** A page of WebKit: WebDriver for what is done, the inspector for what is reported. */
export class WebKitPage extends Page {
  #driver;
  #inspector;
  #listener;

  /**
   * @param {import("./webdriver.js").WebDriver} driver
   * @param {import("./webkit_inspector.js").WebKitInspector} inspector
   */
  constructor(driver, inspector) {
    super();
    this.#driver = driver;
    this.#inspector = inspector;
    this.#listener = (/** @type {string} */ method, /** @type {any} */ params) => {
      if (method === "Console.messageAdded" && params.message.level === "error") {
        this.reportError(messageText(params.message));
      } else if (method === "Network.requestWillBeSent") {
        this.reportRequest(params.request.url);
      }
    };
    inspector.on("event", this.#listener);
  }

  /** Another page takes the window. */
  leave() {
    this.#inspector.off("event", this.#listener);
  }

  /**
   * @override @protected
   * @param {string} url
   */
  async navigate(url) {
    await this.#driver.post("/url", { url });
  }

  /**
   * @override @protected
   * @param {string} source
   */
  run(source) {
    return this.#driver.post("/execute/async", {
      script: `${source}.then(arguments[arguments.length - 1])`,
      args: [],
    });
  }

  /**
   * @override
   * @param {string} selector
   */
  async click(selector) {
    await this.#driver.post(`/element/${await this.#find(selector)}/click`, {});
  }

  /**
   * @override
   * @param {string} selector
   * @param {string} text
   */
  async type(selector, text) {
    const element = await this.#find(selector);
    for (const [part] of text.matchAll(/[\0-\uFFFF]+|[^\0-\uFFFF]+/gu)) {
      if (/[\0-\uFFFF]/u.test(part)) {
        await this.#driver.post(`/element/${element}/value`, { text: part });
      } else {
        // The driver's keys end at U+FFFF: what is beyond is inserted as an input method would.
        await this.#driver.post("/execute/sync", {
          script: `arguments[0].focus(); document.execCommand("insertText", false, arguments[1])`,
          args: [{ [kElement]: element }, part],
        });
      }
    }
  }

  /**
   * @override
   * @param {string} key
   */
  async press(key) {
    const keys = key.split(/\+(?=.)/u).map((name) => kKeys[name] ?? name);
    await this.#driver.post("/actions", {
      actions: [
        {
          type: "key",
          id: "keyboard",
          actions: [
            ...keys.map((value) => ({ type: "keyDown", value })),
            ...keys.reverse().map((value) => ({ type: "keyUp", value })),
          ],
        },
      ],
    });
  }

  /**
   * @override
   * @param {string} selector
   * @param {string[]} paths
   */
  async setFiles(selector, paths) {
    const text = paths.join("\n");
    await this.#driver.post(`/element/${await this.#find(selector)}/value`, { text });
  }

  /**
   * @override
   * @param {number} width
   * @param {number} height
   */
  async setViewport(width, height) {
    const frame = await this.#driver.get("/window/rect");
    const [innerWidth, innerHeight] = await this.evaluate("[innerWidth, innerHeight]");
    await this.#driver.post("/window/rect", {
      width: width + frame.width - innerWidth,
      height: height + frame.height - innerHeight,
    });
    await this.waitForViewport(width, height);
  }

  /**
   * @override
   * @param {boolean} [dark]
   */
  async emulateDark(dark = true) {
    this.#inspector.always("Page.overrideUserPreference", {
      name: "PrefersColorScheme",
      value: dark ? "Dark" : "Light",
    });
    await this.waitForDark(dark);
  }

  /** @override @protected */
  async capture() {
    return Buffer.from(await this.#driver.get("/screenshot"), "base64");
  }

  /** @param {string} selector */
  async #find(selector) {
    const element = await this.#driver.post("/execute/sync", {
      script: `return ${location(selector)}`,
      args: [],
    });
    if (element === null) throw new Error(`no element ${selector}`);
    return element[kElement];
  }
}

/** @param {any} message  Console.ConsoleMessage of the inspector's protocol */
function messageText({ text, parameters = [], url, source }) {
  const rest = parameters
    .slice(1)
    .map((/** @type {any} */ value) => value.description ?? String(value.value));
  const place = source === "network" ? ` (${url})` : "";
  return [parameters[0]?.description ?? text, ...rest].join(" ") + place;
}
