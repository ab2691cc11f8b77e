/** What cleaning did: every removal, repair and warning, with its rule in words and the way back. */

import { get, make } from "./dom.js";
import { formatNumber, t } from "./language.js";
import { ruleInWords } from "./rules.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("./start.js").View} View */
/** @typedef {View["trace"][number]} TraceEntry */

/** In this order; what only moved to the head of the article comes last. */
const KINDS = ["removal", "repair", "warning", "head"];

/** @param {Reader} reader */
export function setUpRemoved(reader) {
  const { element, state } = reader;
  const details = /** @type {HTMLDetailsElement} */ (get("removed-details"));

  const show = () => {
    const view = element.view;
    const trace = view?.trace ?? [];
    get("removed-count").textContent = trace.length > 0 ? formatNumber(trace.length) : "";
    get("removed-empty").hidden = trace.length > 0;
    // A saved page can have lost hundreds of lines: they wait until somebody looks.
    const items = details.open && view ? inOrder(view).map(([kind, entry]) => item(kind, entry, reader)) : [];
    get("removed-list").replaceChildren(...items);
  };
  details.addEventListener("toggle", show);
  element.addEventListener("shuye-view", show);
  state.watch(["language"], show);
}

/**
 * @param {View} view
 * @returns {[kind: string, entry: TraceEntry][]}
 */
function inOrder(view) {
  const entries = view.trace.map((entry) => /** @type {[string, TraceEntry]} */ ([kindOf(entry, view), entry]));
  return entries.sort(([a], [b]) => KINDS.indexOf(a) - KINDS.indexOf(b));
}

/**
 * @param {TraceEntry} entry
 * @param {View} view
 */
function kindOf(entry, view) {
  const role = entry.block === null ? "" : (view.blocks[entry.block]?.role ?? "");
  return entry.kind === "removal" && ["title", "subtitle", "byline"].includes(role) ? "head" : entry.kind;
}

/**
 * @param {string} kind
 * @param {TraceEntry} entry
 * @param {Reader} reader
 */
function item(kind, entry, reader) {
  const rule = make("span", { class: "rule" }, ruleInWords(entry.rule, reader.state.now.language));
  const label = make("span", { class: "kind" }, t(`kind_${kind}`));
  /** @type {HTMLElement[]} */
  const children = [make("p", { class: "what" }, label, rule), original(entry)];
  if (entry.kind === "repair" && entry.replacement !== null) {
    children.push(make("ins", {}, entry.replacement));
  }
  if (entry.kind === "removal") children.push(wayBack(entry, reader));
  return make("li", { "data-kind": kind, "data-rule": entry.rule }, ...children);
}

/** @param {TraceEntry} entry */
function original(entry) {
  const tag = entry.kind === "repair" ? "del" : "blockquote";
  const text = entry.original.replaceAll("\uFFFC", " ").trim();
  return make(tag, { class: "original" }, text || t("no_text"));
}

/**
 * @param {TraceEntry} entry
 * @param {Reader} reader
 */
function wayBack(entry, { element, announcer }) {
  if (entry.restored) return make("p", { class: "restored" }, t("restored"));
  const button = make("button", { type: "button", class: "restore" }, t("restore"));
  button.addEventListener("click", async () => {
    try {
      await element.article?.restore(entry.id);
      await element.refresh();
      announcer.say(t("restored"));
      get("removed-details").querySelector("summary")?.focus({ preventScroll: true });
    } catch (error) {
      announcer.warn(error instanceof Error ? error.message : String(error));
    }
  });
  return button;
}
