/**
 * The ways in: a file picked or dropped, a text pasted, an address, an example. With no article open the
 * dialog is the page itself; with one it lies over it.
 */

import { get } from "./dom.js";
import { lend } from "./kept_keywords.js";
import { parseKeyword } from "./keyword_syntax.js";
import { t } from "./language.js";
import { fromTransfer } from "./transfer.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {Parameters<import("./start.js").ShuyeArticle["open"]>[0]} Source */
/** @typedef {NonNullable<Parameters<import("./start.js").ShuyeArticle["open"]>[1]>} OpenOptions */

/** @param {Reader} reader */
export function setUpOpener(reader) {
  const opener = new Opener(reader);
  listenToForms(opener);
  listenToDrops(opener);
  listenToPaste(opener);
  return opener;
}

export class Opener {
  #reader;
  #dialog = /** @type {HTMLDialogElement} */ (get("opener"));
  /** The keywords that came with an example, as long as the reader did not change them. */
  #lent = "";

  /** @param {Reader} reader */
  constructor(reader) {
    this.#reader = reader;
    reader.element.addEventListener("shuye-open", () => this.#opened());
    reader.element.addEventListener("shuye-error", () => this.#failed());
    for (const button of document.querySelectorAll('[data-action="open"]')) {
      button.addEventListener("click", () => this.show());
    }
    for (const button of document.querySelectorAll('[data-action="close"]')) {
      button.addEventListener("click", () => this.#dialog.close());
    }
  }

  /** Opens what the page's own address asks for: `?src=`, `?example=`; with neither, shows the ways in. */
  begin() {
    const parameters = new URLSearchParams(location.search);
    const src = parameters.get("src");
    const example = parameters.get("example");
    if (src) this.openAddress(src);
    else if (example !== null) this.openExample(example);
    else this.show();
  }

  show() {
    if (this.#dialog.open) return;
    if (this.#reader.element.article) this.#dialog.showModal();
    else this.#dialog.show();
    document.body.toggleAttribute("data-empty", !this.#reader.element.article);
  }

  /**
   * @param {Source} source
   * @param {OpenOptions} [options]
   */
  open(source, options = {}) {
    remember({});
    this.#reader.element.removeAttribute("src");
    // What goes wrong is told by shuye-error, and shown by the element.
    this.#reader.element.open(source, options).catch(() => {});
  }

  /** @param {string} typed */
  openAddress(typed) {
    const address = /^[\w.-]+\.\w+([/:?#]|$)/u.test(typed) && !/^\w+:\/\//u.test(typed) ? `https://${typed}` : typed;
    const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
    if (!url || !["http:", "https:"].includes(url.protocol)) {
      this.#reader.announcer.warn(t("no_address"));
      return this.show();
    }
    remember({ src: address });
    this.#reader.element.removeAttribute("src");
    this.#reader.element.src = url.href;
  }

  /** @param {string} name Of its file; the first one when empty. */
  async openExample(name) {
    const { shelf, announcer, element, state } = this.#reader;
    try {
      const list = await shelf.list();
      const example = name ? list.find((each) => each.file === name) : list[0];
      if (!example) throw new Error(t("no_examples"));
      const { source, base } = await shelf.read(example.file);
      const lent = JSON.stringify(state.now.keywords);
      if (lent === "[]" || lent === this.#lent) {
        state.set({ keywords: lend(example.keywords.map(parseKeyword), []) });
        this.#lent = JSON.stringify(state.now.keywords);
      }
      remember({ example: example.file });
      element.removeAttribute("src");
      await element.open(source, { name: example.file, ...(base ? { base } : {}) }).catch(() => {});
    } catch (error) {
      announcer.warn(error instanceof Error ? error.message : String(error));
      this.show();
    }
  }

  #opened() {
    this.#dialog.close();
    document.body.removeAttribute("data-empty");
    scrollTo(0, 0);
  }

  /** The error stands at the head of the page; under it, the ways in when there is nothing to read. */
  #failed() {
    if (this.#reader.element.article) this.#dialog.close();
    else this.show();
    scrollTo(0, 0);
  }
}

/** The page's address says what is open, so that it can be kept. @param {Record<string, string>} query */
function remember(query) {
  const address = new URL(location.href);
  address.search = new URLSearchParams(query).toString();
  try {
    history.replaceState(null, "", address);
  } catch {
    // A page in a sandbox has no address of its own to change.
  }
}

/** @param {Opener} opener */
function listenToForms(opener) {
  const file = /** @type {HTMLInputElement} */ (get("file"));
  file.addEventListener("change", () => {
    const picked = file.files?.[0];
    if (picked) opener.open(picked, { name: picked.name });
    file.value = ""; // The same file can be picked again.
  });
  const address = /** @type {HTMLInputElement} */ (get("address"));
  get("address-form").addEventListener("submit", (event) => {
    event.preventDefault();
    opener.openAddress(address.value.trim());
  });
  const pasted = /** @type {HTMLTextAreaElement} */ (get("pasted"));
  get("paste-form").addEventListener("submit", (event) => {
    event.preventDefault();
    opener.open(pasted.value);
  });
}

/** @param {Opener} opener */
function listenToDrops(opener) {
  let depth = 0;
  const over = (/** @type {number} */ now) => {
    depth = Math.max(0, now);
    document.body.toggleAttribute("data-dropping", depth > 0);
  };
  addEventListener("dragenter", () => over(depth + 1));
  addEventListener("dragleave", () => over(depth - 1));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    over(0);
    receive(opener, event.dataTransfer);
  });
}

/** @param {Opener} opener */
function listenToPaste(opener) {
  addEventListener("paste", (event) => {
    const target = event.composedPath()[0];
    if (target instanceof Element && target.matches("input, textarea")) return;
    if (receive(opener, event.clipboardData)) event.preventDefault();
  });
}

/**
 * @param {Opener} opener
 * @param {DataTransfer | null} transfer
 * @returns {boolean} Whether there was something to open.
 */
function receive(opener, transfer) {
  const found = transfer && fromTransfer(transfer);
  if (!found) return false;
  if ("address" in found) opener.openAddress(found.address);
  else opener.open(found.source, found.options);
  return true;
}
