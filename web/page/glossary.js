/** The reader's own words: a list to add to, change, take from, and carry to another device. */

import { download, get, icon, make } from "./dom.js";
import { formatNumber, t } from "./language.js";
import { TermError, imported, withEntry, withProtected, without } from "./terms.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("./terms.js").Glossary} Glossary */

/** @param {Reader} reader */
export function setUpGlossary(reader) {
  const { element, state } = reader;
  setUpAdding(state);
  setUpFiles(reader);
  state.watch(["glossary"], (now) => {
    element.glossary = now.glossary;
    const count = now.glossary.entries.length + now.glossary.protect.length;
    get("glossary-count").textContent = count > 0 ? formatNumber(count) : "";
  });
  state.watch(["glossary", "language"], (now) => {
    showEntries(now.glossary.entries, state);
    get("protect-list").replaceChildren(...now.glossary.protect.map((term) => chip(term, state)));
  });
}

/**
 * Rows that say the same already stay, and with them the focus.
 * @param {readonly import("./terms.js").Entry[]} entries
 * @param {Reader["state"]} state
 */
function showEntries(entries, state) {
  const list = get("entry-list");
  const shown = [...list.querySelectorAll("input")].map(({ value }) => value);
  const language = document.documentElement.lang;
  if (list.lang === language && shown.join("\0") === entries.flatMap(({ from, to }) => [from, to]).join("\0")) return;
  list.lang = language;
  list.replaceChildren(...entries.map((entry) => row(entry, state)));
}

/** @param {Reader["state"]} state */
function setUpAdding(state) {
  const from = /** @type {HTMLInputElement} */ (get("entry-from"));
  const to = /** @type {HTMLInputElement} */ (get("entry-to"));
  const term = /** @type {HTMLInputElement} */ (get("protect-term"));
  get("entry-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const entry = { from: from.value, to: to.value };
    if (!attempt(state, (glossary) => withEntry(glossary, entry), get("entry-error"), from)) return;
    from.value = to.value = "";
    from.focus();
  });
  get("protect-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (attempt(state, (glossary) => withProtected(glossary, term.value), get("protect-error"), term)) term.value = "";
  });
}

/**
 * Changes the glossary, or says beside the field why not.
 * @param {Reader["state"]} state
 * @param {(glossary: Glossary) => Glossary} change
 * @param {HTMLElement} place
 * @param {HTMLElement} [field]
 * @returns {boolean} Whether it changed.
 */
export function attempt(state, change, place, field) {
  try {
    const glossary = change(state.now.glossary);
    place.hidden = true;
    field?.removeAttribute("aria-invalid");
    state.set({ glossary });
    return true;
  } catch (error) {
    place.textContent = inWords(error);
    place.hidden = false;
    field?.setAttribute("aria-invalid", "true");
    field?.focus();
    return false;
  }
}

/** @param {unknown} error */
function inWords(error) {
  if (!(error instanceof TermError)) return error instanceof Error ? error.message : String(error);
  const problem = t(error.problem, error.values);
  const { line } = error.values;
  return line === undefined ? problem : t("glossary_line", { line, problem });
}

/**
 * An entry, which can be changed where it stands: what is wrong stays in its field with the reason.
 * @param {import("./terms.js").Entry} first
 * @param {Reader["state"]} state
 */
function row(first, state) {
  let entry = first;
  const from = make("input", { type: "text", spellcheck: "false", "aria-label": t("entry_from"), value: entry.from });
  const to = make("input", { type: "text", spellcheck: "false", "aria-label": t("entry_to"), value: entry.to });
  const problem = make("p", { class: "error", role: "alert", hidden: "" });
  for (const field of [from, to]) {
    field.addEventListener("change", () => {
      field.value = field.value.trim();
      const now = { from: from.value, to: to.value };
      if (attempt(state, (glossary) => changed(glossary, entry, now), problem, field)) entry = now;
    });
  }
  const remove = removal(() => entry.from, state);
  return make("li", { class: "entry" }, from, make("span", { "aria-hidden": "true" }, "→"), to, remove, problem);
}

/**
 * @param {Glossary} glossary
 * @param {import("./terms.js").Entry} before
 * @param {import("./terms.js").Entry} now
 * @returns {Glossary}
 */
function changed(glossary, before, now) {
  const entry = withEntry(without(glossary, before.from), now).entries.at(-1) ?? now;
  return { ...glossary, entries: glossary.entries.map((each) => (each.from === before.from ? entry : each)) };
}

/**
 * @param {string} term
 * @param {Reader["state"]} state
 */
function chip(term, state) {
  return make("li", { class: "chip kept" }, make("span", { class: "chip-word" }, term), removal(() => term, state));
}

/**
 * @param {() => string} term
 * @param {Reader["state"]} state
 */
function removal(term, state) {
  const label = t("entry_remove", { word: term() });
  const button = make("button", { type: "button", class: "chip-remove", "aria-label": label });
  button.append(icon("close"));
  button.addEventListener("click", () => {
    const kept = button.closest("#protect-list") !== null;
    state.set({ glossary: without(state.now.glossary, term()) });
    get(kept ? "protect-term" : "entry-from").focus();
  });
  return button;
}

/** @param {Reader} reader */
function setUpFiles({ state, announcer }) {
  const file = /** @type {HTMLInputElement} */ (get("glossary-file"));
  file.addEventListener("change", async () => {
    const text = await file.files?.[0]?.text();
    file.value = ""; // The same file can be picked again.
    if (text === undefined) return;
    let count = 0;
    const read = (/** @type {Glossary} */ glossary) => {
      const found = imported(glossary, text);
      count = found.count;
      return found.glossary;
    };
    if (attempt(state, read, get("import-error"))) announcer.say(t("imported", { count: formatNumber(count) }));
  });
  get("glossary-export").addEventListener("click", () => {
    const text = `${JSON.stringify(state.now.glossary, null, 2)}\n`;
    download(new Blob([text], { type: "application/json" }), "shuye-glossary.json");
  });
}
