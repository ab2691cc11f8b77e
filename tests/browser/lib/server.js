import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";

/** The policy that the package promises to run under. */
export const strictPolicy = {
  "Content-Security-Policy":
    "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'",
};

const kTypes = /** @type {Record<string, string>} */ ({
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
});

/**
 * @typedef {object} StaticServer
 * @property {string} url  `http://127.0.0.1:port`, without a final slash
 * @property {{ method: string, path: string, status: number }[]} requests
 *   in order, the path with its query; a browser's own asking for /favicon.ico is not in it
 * @property {() => Promise<void>} close
 */

/**
 * Serves a folder on 127.0.0.1, read-only and without caching.
 * @param {string} folder
 * @param {{ headers?: Record<string, string> }} [options]  added to every answer
 * @returns {Promise<StaticServer>}
 */
export async function serve(folder, { headers = {} } = {}) {
  const root = resolve(folder);
  /** @type {StaticServer["requests"]} */
  const requests = [];

  const server = createServer(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    if (path === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    const answer = await find(root, method, path);
    requests.push({ method, path, status: answer.status });
    response.writeHead(answer.status, {
      "Content-Type": answer.type,
      "Content-Length": answer.body.length,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    });
    response.end(method === "HEAD" ? undefined : answer.body);
  });

  await new Promise((ready, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => ready(undefined));
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * @param {string} root
 * @param {string} method
 * @param {string} path
 */
async function find(root, method, path) {
  if (method !== "GET" && method !== "HEAD") return plain(405, "method not allowed");
  try {
    const name = decodeURIComponent(new URL(path, "http://localhost").pathname);
    let file = resolve(root, `.${name}`);
    if (file !== root && !file.startsWith(root + sep)) return plain(404, "not found");
    if ((await stat(file)).isDirectory()) file = resolve(file, "index.html");
    const body = await readFile(file);
    return { status: 200, type: kTypes[extname(file)] ?? "application/octet-stream", body };
  } catch {
    return plain(404, "not found");
  }
}

/**
 * @param {number} status
 * @param {string} text
 */
function plain(status, text) {
  return { status, type: "text/plain; charset=utf-8", body: Buffer.from(`${text}\n`) };
}
