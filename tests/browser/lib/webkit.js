import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  findProgram,
  freePort,
  removeFolder,
  retry,
  start,
  stop,
  temporaryFolder,
} from "./processes.js";
import { WebDriver } from "./webdriver.js";
import { WebKitInspector } from "./webkit_inspector.js";
import { WebKitPage } from "./webkit_page.js";

const kStartTimeout = 20_000;

/** @type {import("./engines.js").Engine} */
export const webkit = {
  name: "webkit",
  missing() {
    for (const program of ["WebKitWebDriver", "Xvfb"]) {
      if (findProgram(program) === undefined) return `no ${program} on the PATH`;
    }
    return miniBrowser() === undefined ? "no MiniBrowser of WebKitGTK" : undefined;
  },
  async launch() {
    /** @type {import("node:child_process").ChildProcess[]} */
    const programs = [];
    const home = temporaryFolder("webkit");
    const end = async () => {
      await Promise.all(programs.reverse().map((program) => stop(program.pid)));
      removeFolder(home);
    };
    try {
      const { driver, inspector } = await startPrograms(programs, home);
      return browser(driver, inspector, end);
    } catch (error) {
      await end();
      throw error;
    }
  },
};

/** Debian keeps MiniBrowser beside the library, others in libexec; none has it on the PATH. */
function miniBrowser() {
  const folders = ["/usr/libexec"];
  if (existsSync("/usr/lib")) {
    folders.push(...readdirSync("/usr/lib").map((name) => join("/usr/lib", name)));
  }
  return folders
    .flatMap((folder) => ["4.1", "4.0"].map((api) => `${folder}/webkit2gtk-${api}/MiniBrowser`))
    .find(existsSync);
}

/**
 * MiniBrowser's toolbar keeps its window above 447 pixels, wider than a telephone: let it shrink.
 */
const kGtkStyle = "* { min-width: 0; padding: 0; margin: 0; border: none; font-size: 1px }";

/**
 * MiniBrowser is started here and not by the driver, so that the port of its inspector is known to
 * both.
 * @param {import("node:child_process").ChildProcess[]} programs  started ones are added
 * @param {string} home
 */
async function startPrograms(programs, home) {
  // Xvfb finds a free display itself and says which.
  const screen = ["-screen", "0", "2048x2048x24"];
  const xvfb = start("Xvfb", ["-displayfd", "3", "-nolisten", "tcp", ...screen], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  programs.push(xvfb);
  const pipe = /** @type {import("node:stream").Readable} */ (xvfb.stdio[3]);
  const [display] = await once(pipe, "data", { signal: AbortSignal.timeout(kStartTimeout) });

  mkdirSync(join(home, "gtk-3.0"));
  writeFileSync(join(home, "gtk-3.0", "gtk.css"), kGtkStyle);
  const [inspectorPort, driverPort] = await Promise.all([freePort(), freePort()]);
  const env = {
    ...process.env,
    DISPLAY: `:${String(display).trim()}`,
    GDK_BACKEND: "x11",
    NO_AT_BRIDGE: "1",
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    WEBKIT_INSPECTOR_SERVER: `127.0.0.1:${inspectorPort}`,
  };
  programs.push(start(/** @type {string} */ (miniBrowser()), ["--automation"], { env }));
  programs.push(
    start("WebKitWebDriver", [`--port=${driverPort}`, `--target=127.0.0.1:${inspectorPort}`], {
      env,
    }),
  );

  const inspector = await retry(() => WebKitInspector.connect(inspectorPort), kStartTimeout);
  const driver = new WebDriver(driverPort);
  await retry(() => driver.status(), kStartTimeout);
  await driver.newSession({ timeouts: { script: 55_000 } });
  inspector.attach();
  inspector.always("Console.enable");
  inspector.always("Network.enable");
  inspector.always("Worker.enable");
  return { driver, inspector };
}

/**
 * @param {WebDriver} driver
 * @param {WebKitInspector} inspector
 * @param {() => Promise<void>} end
 * @returns {import("./engines.js").Browser}
 */
function browser(driver, inspector, end) {
  /** @type {WebKitPage | undefined} */
  let shown;
  return {
    name: "webkit",
    async open(url) {
      shown?.leave();
      shown = new WebKitPage(driver, inspector);
      await shown.reset();
      await shown.goto(url);
      return shown;
    },
    async close() {
      inspector.close();
      await end();
    },
  };
}
