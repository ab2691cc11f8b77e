/** Puts the reader together: one state, one element, and the parts that show and change them. */

import "../element/index.js";
import { Announcer } from "./announcer.js";
import { get } from "./dom.js";
import { setUpExamples } from "./examples.js";
import { setUpKeywords } from "./keywords.js";
import { translatePage } from "./language.js";
import { setUpOpener } from "./opener.js";
import { setUpOutline } from "./outline.js";
import { setUpRemoved } from "./removed.js";
import { setUpSave } from "./save.js";
import { setUpScripts } from "./scripts.js";
import { setUpSettings } from "./settings.js";
import { setUpSheets } from "./sheets.js";
import { State } from "./state.js";
import { titleOf } from "./title.js";

/** @typedef {import("../element/shuye_article.js").ShuyeArticle} ShuyeArticle */
/** @typedef {NonNullable<ShuyeArticle["view"]>} View */

/**
 * What the parts of the page share.
 * @typedef {object} Reader
 * @property {ShuyeArticle} element
 * @property {State} state
 * @property {Announcer} announcer
 * @property {import("./examples.js").Examples} examples
 */

/** @param {import("./examples.js").Examples} examples */
export function startReader(examples) {
  const element = /** @type {ShuyeArticle} */ (get("article"));
  const state = new State();
  /** @type {Reader} */
  const reader = { element, state, announcer: new Announcer(), examples };

  translatePage(state);
  setUpSettings(reader);
  setUpScripts(reader);
  setUpSheets();
  setUpOutline(reader);
  setUpKeywords(reader);
  setUpRemoved(reader);
  setUpSave(reader);
  const opener = setUpOpener(reader);
  setUpExamples(reader, opener);
  titleFollows(reader);
  document.body.dataset.ready = "";
  opener.begin();
}

/** @param {Reader} reader */
function titleFollows({ element }) {
  const name = document.title;
  element.addEventListener("shuye-view", () => {
    const title = titleOf(element.view);
    document.title = title ? `${title} · ${name}` : name;
  });
}
