// The builder of nodes by itself: what it lets through when the core would let everything through.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { forEachEngine } from "./lib/for_each_engine.js";
import { serve, strictPolicy } from "./lib/server.js";

/** @type {import("./lib/server.js").StaticServer} */
let server;

before(async () => {
  server = await serve(fileURLToPath(new URL("../../web/element/", import.meta.url)), { headers: strictPolicy });
});

after(() => server.close());

/**
 * What becomes of a tree, as text: `<p class="a">text`. An image is [src].
 * @param {import("./lib/page.js").Page} page  at tree.js
 * @param {unknown} tree
 * @param {string} [base]
 * @returns {Promise<string>}
 */
async function built(page, tree, base) {
  return page.evaluate(
    async (/** @type {any} */ given, /** @type {string | undefined} */ address) => {
      const { buildTree } = await import(new URL("/tree.js", location.href).href);
      const fragment = buildTree(given, {
        ...(address ? { base: address } : {}),
        image: (/** @type {any} */ image) => document.createTextNode(`[${image.src}]`),
        tableName: (/** @type {number} */ number) => `T${number}`,
      });
      /** @type {(node: Node) => string} */
      const write = (node) => {
        if (!(node instanceof Element)) return node.textContent ?? "";
        const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).join("");
        return `<${node.localName}${attributes}>${[...node.childNodes].map(write).join("")}</>`;
      };
      return [...fragment.childNodes].map(write).join("");
    },
    tree,
    base ?? null,
  );
}

forEachEngine("lets known elements, attributes and addresses through and nothing else", async ({ page }) => {
  const cases = [
    [["p", { class: "a", onclick: "x()", style: "color: red", id: "s1" }, "一", ["strong", "二"]], '<p class="a" id="s1">一<strong>二</></>'],
    [["p", ["script", "x()"], ["iframe", { src: "https://example.com" }], ["svg", ["a", "丙"]]], "<p>x()<a>丙</></>"],
    [["a", { href: "javascript:x()" }, "链"], "<a>链</>"],
    [["a", { href: " java\nscript:x()" }, "链"], "<a>链</>"],
    [["a", { href: "data:text/html,x" }, "链"], "<a>链</>"],
    [["a", { href: "file:///etc/passwd" }, "链"], "<a>链</>"],
    [["a", { href: "#s1", target: "_top" }, "链"], '<a href="#s1">链</>'],
    [["a", { href: "https://example.com/" }, "链"], '<a href="https://example.com/" rel="noopener noreferrer" target="_blank">链</>'],
    [["a", { href: "other.md" }, "链"], "<a>链</>"],
    [["img", { src: "a.png", onerror: "x()" }], "[null]"],
    [["img", { src: "https://example.com/a.png" }], "[https://example.com/a.png]"],
    [["img", { src: "data:image/svg+xml,<svg onload=x()>" }], "[null]"],
    [["img", { src: "data:image/png;base64,AA" }], "[data:image/png;base64,AA]"],
    [["input", { type: "text", value: "x" }], ""],
    [["input", { type: "checkbox", checked: "" }], '<input type="checkbox" checked="" disabled=""></>'],
    [["mark", { "data-keyword": "9", "data-colour": "1", style: "x" }, "词"], '<mark data-keyword="9" data-colour="1">词</>'],
    [["P", "大"], "大"],
    [[{}, "p"], ""],
    [["p", null, 7, [], [["p"]], "好"], "<p>好</>"],
  ];
  await page.goto(`${server.url}/tree.js`);
  for (const [tree, expected] of cases) assert.equal(await built(page, tree), expected, JSON.stringify(tree));
  const base = "https://example.com/a/b.md";
  assert.equal(await built(page, ["img", { src: "../c.png" }], base), "[https://example.com/c.png]");
  assert.deepEqual(await page.consoleErrors(), []);
});

forEachEngine("builds a tree that is nested without end", async ({ page }) => {
  await page.goto(`${server.url}/tree.js`);
  const found = await page.evaluate(async () => {
    const { buildTree } = await import(new URL("/tree.js", location.href).href);
    /** @type {any} */
    let tree = "芯";
    for (let i = 0; i < 100_000; ++i) tree = ["blockquote", tree];
    const fragment = buildTree(tree, { image: () => document.createTextNode("") });
    return { text: fragment.textContent, elements: fragment.querySelectorAll("*").length };
  });
  assert.equal(found.text, "芯");
  assert.ok(found.elements < 1000, `${found.elements} elements`);
});
