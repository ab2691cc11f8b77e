/**
 * Builds DOM nodes from the core's JsonML tree (`["p", { class: "…" }, "text", ["mark", …]]`).
 *
 * The renderer lets only known elements, attributes and addresses out. What is shown here passes a
 * list of its own all the same: the two have to be wrong together before anything unsafe appears.
 * Markup is never parsed, so the page can require Trusted Types.
 */

/** @typedef {[string, ...unknown[]]} Tree */

/**
 * @typedef {object} TreeOptions
 * @property {string} [base] Address of the article. Without one, relative addresses lead nowhere and are left out.
 * @property {(image: { src: string | null, alt: string, title: string }) => Node} image Makes the node
 *   for an image; `src` is null when there is nothing that could be loaded.
 * @property {(number: number) => string} tableName What a screen reader calls a table's frame; tables count from 1.
 * @property {Map<number, Element>} [blocks] Is given the element of each block (`data-block`).
 */

const COMMON = ["class", "id", "lang", "dir", "title", "role", "aria-label", "aria-describedby", "data-block"];

/** Element → its attributes. @type {Map<string, Set<string>>} */
const ELEMENTS = new Map(
  [
    ...[
      ...["article", "header", "section", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br"],
      ...["blockquote", "ul", "dl", "dt", "dd", "pre", "figure", "figcaption", "span", "strong", "em"],
      ...["b", "i", "del", "s", "u", "ins", "sub", "sup", "small", "kbd", "code", "ruby", "rb", "rt", "rp"],
      ...["table", "caption", "thead", "tbody", "tfoot", "tr", "cite", "q", "abbr"],
    ].map((name) => [name]),
    ["a"], // Its address is looked at.
    ["img", "src", "alt"],
    ["input", "type", "checked", "disabled"],
    ["li", "value"],
    ["mark", "data-keyword", "data-colour"],
    ["ol", "start"],
    ["td", "colspan", "rowspan"],
    ["th", "colspan", "rowspan", "scope"],
    ["time", "datetime"],
  ].map(([name, ...attributes]) => [name, new Set([...COMMON, ...attributes])]),
);

/** Engines lay out nested boxes recursively: deeper than this, children join their last allowed ancestor. */
const MAX_DEPTH = 256;

/**
 * @param {Tree} tree
 * @param {TreeOptions} options
 * @returns {DocumentFragment}
 */
export function buildTree(tree, options) {
  const fragment = document.createDocumentFragment();
  let tables = 0;
  const frame = () => scroller(options.tableName(++tables));
  // No recursion: a tree may be deeper than the stack.
  /** @type {Open[]} */
  const outer = [];
  /** @type {Open | undefined} */
  let open = { list: [tree], next: 0, parent: fragment, depth: 0 };
  while (open) {
    /** @type {unknown} */
    const node = open.list[open.next++];
    if (typeof node === "string") {
      open.parent.appendChild(document.createTextNode(node));
    } else if (Array.isArray(node) && typeof node[0] === "string") {
      /** @type {Open} */
      const { parent, depth } = open;
      const attributes = isAttributes(node[1]) ? node[1] : null;
      const target = place(node[0], attributes ?? NONE, parent, depth, options, frame);
      outer.push(open);
      open = { list: node, next: attributes ? 2 : 1, parent: target, depth: target === parent ? depth : depth + 1 };
    }
    while (open && open.next >= open.list.length) open = outer.pop();
  }
  return fragment;
}

/**
 * A list of nodes that is being built, and what it is built into.
 * @typedef {{ list: readonly unknown[], next: number, parent: Node, depth: number }} Open
 */

/** @type {Record<string, unknown>} */
const NONE = {};

/**
 * Appends the element and says where its children go: into it, or, of an element that is not on the
 * list, into the parent.
 * @param {string} name
 * @param {Record<string, unknown>} attributes
 * @param {Node} parent
 * @param {number} depth
 * @param {TreeOptions} options
 * @param {() => HTMLElement} frame Makes the next table's frame.
 * @returns {Node}
 */
function place(name, attributes, parent, depth, options, frame) {
  const allowed = ELEMENTS.get(name);
  if (!allowed || depth > MAX_DEPTH) return parent;
  if (name === "img") {
    parent.appendChild(options.image(readImage(attributes, options.base)));
    return parent;
  }
  if (name === "input" && attributes.type !== "checkbox") return parent;
  const element = document.createElement(name);
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value === false || value === null || value === undefined || !allowed.has(key)) continue;
    element.setAttribute(key, value === true ? "" : String(value));
    if (key === "data-block") options.blocks?.set(Number(value), element);
  }
  if (name === "a") setAddress(element, attributes.href, options.base);
  if (name === "input") element.setAttribute("disabled", "");
  if (name === "table") parent = parent.appendChild(frame());
  parent.appendChild(element);
  return element;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isAttributes(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {Element} link
 * @param {unknown} href
 * @param {string | undefined} base
 */
function setAddress(link, href, base) {
  if (typeof href !== "string") return;
  if (href.startsWith("#")) {
    link.setAttribute("href", href);
    return;
  }
  const address = resolve(href, base, ["http:", "https:", "mailto:", "tel:"]);
  if (!address) return;
  link.setAttribute("href", address);
  link.setAttribute("rel", "noopener noreferrer");
  if (/^https?:/.test(address)) link.setAttribute("target", "_blank");
}

/** A wide table moves inside its frame, which the keyboard can reach; the page does not. @param {string} name */
function scroller(name) {
  const frame = document.createElement("div");
  frame.className = "scroll";
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", name);
  frame.tabIndex = 0;
  return frame;
}

/**
 * @param {Record<string, unknown>} attributes
 * @param {string | undefined} base
 */
function readImage(attributes, base) {
  const src = typeof attributes.src === "string" ? attributes.src : "";
  const embedded = /^data:image\/(png|jpeg|gif|webp|avif|bmp);/i.test(src);
  return {
    src: embedded ? src : resolve(src, base, ["http:", "https:"]),
    alt: typeof attributes.alt === "string" ? attributes.alt : "",
    title: typeof attributes.title === "string" ? attributes.title : "",
  };
}

/**
 * @param {string} address
 * @param {string | undefined} base
 * @param {string[]} schemes
 * @returns {string | null} The absolute address, or null when it has none of these schemes.
 */
function resolve(address, base, schemes) {
  if (!address || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return schemes.includes(url.protocol) ? url.href : null;
}
