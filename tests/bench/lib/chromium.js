import { build } from "esbuild";
import { readdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { inRoot, root } from "../../../scripts/lib/paths.js";
import { chromium } from "../../browser/lib/chromium.js";
import { serve } from "../../browser/lib/server.js";

const page = "build/bench/page.html";

/**
 * Headless Chromium. Every measurement has a new page.
 *
 * @returns {Promise<import("./environment.js").MeasuringEnvironment>}
 */
export async function openChromium() {
  await bundle();
  const server = await serve(root);
  const browser = await chromium.launch();
  const tab = await browser.open(`${server.url}/${page}`);
  const packs = readdirSync(inRoot("dist", "packs")).map((file) => file.replace(/\.pack$/, ""));

  /**
   * @template T
   * @param {keyof import("./page.js").Bench} method
   * @param {unknown[]} args
   * @returns {Promise<T>}
   */
  const call = async (method, ...args) => {
    await tab.goto(`${server.url}/${page}`);
    return tab.evaluate(`window.bench.${method}(${args.map((argument) => JSON.stringify(argument)).join(", ")})`);
  };
  return {
    throughput(configuration, inputs, options) {
      const addresses = inputs.map(({ name, path }) => ({ name, url: `/${relative(root, path)}` }));
      return call("throughput", configuration, addresses, options);
    },
    firstUse: (configuration, subject) => call("firstUse", configuration, subject, packs),
    opening: (format, path, options) => call("opening", format, `/${relative(root, path)}`, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function bundle() {
  await build({
    entryPoints: [inRoot("tests/bench/lib/page.js")],
    outfile: inRoot("build/bench/page.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    minify: true,
    alias: { "shuye/convert": inRoot("wasm/js/convert.js"), shuye: inRoot("wasm/js/index.js") },
    logLevel: "error",
  });
  writeFileSync(inRoot(page), `<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>\n`);
}
