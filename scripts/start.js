// npm start: from an empty clone to the reader in the browser.

import { spawn } from "node:child_process";
import { runMain } from "./lib/failure.js";
import { inRoot } from "./lib/paths.js";
import { buildSite, buildWasm } from "./lib/products.js";
import { which } from "./lib/run.js";
import { serve } from "./lib/serve.js";
import { setUp } from "./lib/setup.js";
import { timed } from "./lib/timed.js";

await runMain(async () => {
  await timed("set-up", () => setUp("start"));
  await timed("dictionaries and WebAssembly (the first time takes some minutes)", buildWasm);
  await timed("page", buildSite);
  const { address } = await serve(inRoot("dist", "site"), Number(process.env.PORT ?? 8080));
  const page = `${address}?example`; // with the first example open
  console.log(`\nShuye 書頁 is at ${page} (Ctrl+C ends it)`);
  openInBrowser(page);
});

/** @param {string} address */
function openInBrowser(address) {
  const hasDesktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform === "darwin";
  const opener = which(process.platform === "darwin" ? "open" : "xdg-open");
  if (!hasDesktop || !opener) return;
  spawn(opener, [address], { detached: true, stdio: "ignore" }).unref();
}
