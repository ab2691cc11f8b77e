import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { Failure } from "./failure.js";

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

const headers = {
  // The strictest policy that the page promises to run under.
  "Content-Security-Policy": "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-cache",
};

/**
 * Serves a folder to this machine alone.
 *
 * @param {string} folder
 * @param {number} firstPort tried first, then the ones after it; 0 takes any
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(folder, firstPort) {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  const port = await listen(server, firstPort);
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}

/**
 * @param {import("node:http").Server} server
 * @param {number} firstPort
 * @returns {Promise<number>}
 */
async function listen(server, firstPort) {
  if (!Number.isInteger(firstPort) || firstPort < 0 || firstPort > 65535) {
    throw new Failure("PORT must be a number from 0 to 65535");
  }
  for (let port = firstPort; ; port++) {
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => resolve(undefined));
      });
      const address = server.address();
      return typeof address === "object" && address ? address.port : port;
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      const last = Math.min(firstPort + 100, 65535);
      if (taken && port < last) continue;
      const reason = taken ? `the ports ${firstPort} to ${last} are taken` : String(error);
      throw new Failure(`The reader cannot be served: ${reason}. Another port can be had with PORT=9000 npm start.`);
    }
  }
}

/**
 * @param {string} folder
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const file = await findFile(folder, request.url ?? "/");
  if (!file) {
    response.writeHead(404, { ...headers, "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
    return;
  }
  const type = types[extname(file.path)] ?? "application/octet-stream";
  response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": file.size });
  if (request.method === "HEAD") response.end();
  // A file can go away while it is read, when the page is built anew: that ends this answer, not the server.
  else createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
}

/**
 * The file that an address means, or undefined when there is none inside the folder.
 *
 * @param {string} folder
 * @param {string} address
 * @returns {Promise<{ path: string, size: number } | undefined>}
 */
export async function findFile(folder, address) {
  try {
    const name = decodeURIComponent(address.split(/[?#]/, 1)[0]);
    const path = resolve(join(folder, name.endsWith("/") ? `${name}index.html` : name));
    if (!path.startsWith(resolve(folder) + sep)) return undefined;
    const found = await stat(path);
    return found.isFile() ? { path, size: found.size } : undefined;
  } catch {
    // An address that cannot be decoded, or a file that is not there.
    return undefined;
  }
}
