/** Puts the reader together: one state, one element, and the parts that show and change them. */

import "../element/index.js";
import { Announcer } from "./announcer.js";
import { get } from "./dom.js";
import { setUpExamples } from "./examples.js";
import { setUpGlossary } from "./glossary.js";
import { setUpKeywords } from "./keywords.js";
import { translatePage } from "./language.js";
import { setUpLicences } from "./licences.js";
import { setUpOpener } from "./opener.js";
import { setUpOutline } from "./outline.js";
import { usePalette } from "./palette.js";
import { setUpRemoved } from "./removed.js";
import { setUpSave } from "./save.js";
import { setUpScripts } from "./scripts.js";
import { setUpSettings } from "./settings.js";
import { setUpSheets } from "./sheets.js";
import { State } from "./state.js";
import { titleOf } from "./title.js";
import { setUpWindows } from "./windows.js";
import { setUpWord } from "./word.js";

/** @typedef {import("../element/shuye_article.js").ShuyeArticle} ShuyeArticle */
/** @typedef {NonNullable<ShuyeArticle["view"]>} View */

/**
 * What the parts of the page share.
 * @typedef {object} Reader
 * @property {ShuyeArticle} element
 * @property {State} state
 * @property {Announcer} announcer
 * @property {ReturnType<typeof setUpSheets>} sheets
 * @property {Shelf} shelf
 */

/**
 * What comes with the reader, beside the page or in it.
 * @typedef {import("./examples.js").Examples & { licences: () => Promise<string> }} Shelf
 */

/** @param {Shelf} shelf */
export function startReader(shelf) {
  const element = /** @type {ShuyeArticle} */ (get("article"));
  const state = new State();
  /** @type {Reader} */
  const reader = { element, state, announcer: new Announcer(), sheets: setUpSheets(), shelf };

  usePalette();
  translatePage(state);
  setUpSettings(reader);
  setUpScripts(reader);
  setUpWindows();
  setUpLicences(reader);
  setUpGlossary(reader);
  setUpOutline(reader);
  setUpKeywords(reader);
  setUpRemoved(reader);
  setUpSave(reader);
  setUpWord(reader);
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
