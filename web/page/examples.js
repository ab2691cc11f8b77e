/** The articles that come with the reader. */

import { get, make } from "./dom.js";
import { t } from "./language.js";

/** @typedef {import("../element/messages.js").Language} Language */

/**
 * @typedef {object} Example
 * @property {string} file
 * @property {string} title
 * @property {string} script
 * @property {string} format
 * @property {Record<Language, string>} about
 * @property {string[]} keywords
 */

/**
 * Where the examples are: beside the page, or in it.
 * @typedef {object} Examples
 * @property {() => Promise<Example[]>} list
 * @property {(file: string) => Promise<{ source: ArrayBuffer, base?: string }>} read
 */

/**
 * @param {import("./start.js").Reader} reader
 * @param {import("./opener.js").Opener} opener
 */
export async function setUpExamples({ shelf, state, announcer }, opener) {
  /** @type {Example[]} */
  let list = [];
  const show = () => {
    get("examples").hidden = list.length === 0;
    get("example-list").replaceChildren(...list.map((example) => card(example, opener, state.now.language)));
  };
  state.watch(["language"], show);
  try {
    list = await shelf.list();
    show();
  } catch {
    announcer.say(t("no_examples")); // The reader works without.
  }
}

/**
 * @param {Example} example
 * @param {import("./opener.js").Opener} opener
 * @param {Language} language
 */
function card(example, opener, language) {
  const button = make(
    "button",
    { type: "button", "data-example": example.file, onclick: () => opener.openExample(example.file) },
    make("b", { lang: example.script }, example.title),
    make("small", {}, example.about[language] ?? example.about.en ?? ""),
    make("span", { class: "format" }, `${t(`format_${example.format}`)} · ${t(`in_${example.script}`)}`),
  );
  return make("li", {}, button);
}
