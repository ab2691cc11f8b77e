import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Failure } from "../../scripts/lib/failure.js";
import { serve } from "../../scripts/lib/serve.js";

const parent = mkdtempSync(join(tmpdir(), "shuye-serve-"));
const site = join(parent, "site");
mkdirSync(join(site, "packs"), { recursive: true });
mkdirSync(join(parent, "site-secret"));
writeFileSync(join(parent, "secret.txt"), "secret");
writeFileSync(join(parent, "site-secret", "a.txt"), "secret");
writeFileSync(join(site, "index.html"), "<p>書頁");
writeFileSync(join(site, "書.js"), "export {};");
writeFileSync(join(site, "a.wasm"), "wasm");
writeFileSync(join(site, "packs", "a.pack"), "pack");

const first = await serve(site, 0);
after(() => {
  first.close();
  rmSync(parent, { recursive: true });
});

test("serves the page under its policy", async () => {
  const response = await fetch(first.address);
  assert.equal(await response.text(), "<p>書頁");
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(
    response.headers.get("content-security-policy"),
    "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'",
  );
});

/** @type {[string, string][]} */
const types = [
  ["a.wasm", "application/wasm"],
  ["packs/a.pack?version=1", "application/octet-stream"],
  ["%E6%9B%B8.js", "text/javascript; charset=utf-8"],
];

for (const [path, type] of types) {
  test(`gives ${path} its type`, async () => {
    const response = await fetch(new URL(path, first.address));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("content-type"), type);
  });
}

// fetch would tidy these addresses itself, and so hide what the server does with them.
const outside = ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/../site-secret/a.txt", "/%", "/packs", "/a%00b"];

for (const path of outside) {
  test(`does not serve ${path}`, async () => {
    assert.equal(await statusOf(path), 404);
  });
}

test("answers no other method", async () => {
  assert.equal((await fetch(first.address, { method: "POST" })).status, 405);
});

test("takes the next port when one is taken", async () => {
  const taken = Number(new URL(first.address).port);
  const second = await serve(site, taken);
  try {
    assert.ok(Number(new URL(second.address).port) > taken);
    assert.equal((await fetch(second.address)).status, 200);
  } finally {
    second.close();
  }
});

for (const port of [Number.NaN, -1, 65536, 80.5]) {
  test(`says that ${port} is no port`, async () => {
    await assert.rejects(serve(site, port), Failure);
  });
}

test("says that the last port is taken", async () => {
  const holder = createServer();
  await new Promise((resolve) => holder.once("error", resolve).listen(65535, "127.0.0.1", () => resolve(undefined)));
  try {
    await assert.rejects(serve(site, 65535), (error) => error instanceof Failure && error.message.includes("taken"));
  } finally {
    holder.close();
  }
});

/**
 * @param {string} path
 * @returns {Promise<number | undefined>}
 */
function statusOf(path) {
  const { hostname, port } = new URL(first.address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject);
    sent.end();
  });
}
