/**
 * What cleaning did: every removal, repair and warning, with its rule in words and the way back. A repair that was made
 * in many places is told once.
 */

import { get, make } from "./dom.js";
import { formatNumber, t } from "./language.js";
import { ruleInWords } from "./rules.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("./start.js").View} View */
/** @typedef {View["trace"][number]} TraceEntry */

/** @typedef {{ kind: string, entries: TraceEntry[] }} Group what one item of the list tells of */

/** What is repaired as `unseen`. */
const UNSEEN = /[\u00AD\u200B-\u200E\u2060\uFEFF]/gu;

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
    const items = details.open && view ? inOrder(view).map((group) => item(group, reader)) : [];
    get("removed-list").replaceChildren(...items);
  };
  details.addEventListener("toggle", show);
  element.addEventListener("shuye-view", show);
  state.watch(["language"], show);
}

/**
 * @param {View} view
 * @returns {Group[]}
 */
function inOrder(view) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const entry of view.trace) {
    const kind = kindOf(entry, view);
    const { rule, original, replacement, place, restored } = entry;
    const alike = kind === "repair" ? JSON.stringify([rule, original, replacement, Boolean(place), restored]) : String(entry.id);
    const group = groups.get(alike);
    if (group) group.entries.push(entry);
    else groups.set(alike, { kind, entries: [entry] });
  }
  return [...groups.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
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
 * @param {Group} group
 * @param {Reader} reader
 */
function item({ kind, entries }, reader) {
  const [entry] = entries;
  const rule = make("span", { class: "rule" }, ruleInWords(entry.rule, reader.state.now.language));
  const what = make("p", { class: "what" }, make("span", { class: "kind" }, t(`kind_${kind}`)), rule);
  if (entries.length > 1) what.append(make("span", { class: "count" }, `×\u2009${formatNumber(entries.length)}`));
  /** @type {HTMLElement[]} */
  const children = [what, original(entry)];
  if (entry.kind === "repair" && entry.replacement !== null) {
    children.push(make("ins", {}, entry.replacement));
  }
  if (entry.kind === "removal" || (entry.kind === "repair" && entry.place)) children.push(wayBack(entries, reader));
  return make("li", { "data-kind": kind, "data-rule": entry.rule }, ...children);
}

/** @param {TraceEntry} entry */
function original(entry) {
  const tag = entry.kind === "repair" ? "del" : "blockquote";
  const text = entry.original.replaceAll("\uFFFC", " ").trim();
  const seen = text.replace(UNSEEN, "") ? text : text.replace(UNSEEN, nameOf).trim();
  return make(tag, { class: "original" }, seen || t("no_text"));
}

/** Of a character that nobody sees: U+200B. @param {string} character */
function nameOf(character) {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")} `;
}

/**
 * @param {TraceEntry[]} entries
 * @param {Reader} reader
 */
function wayBack(entries, { element, announcer }) {
  const repaired = entries[0].kind === "repair";
  const done = t(repaired ? "unrepaired" : "restored");
  if (entries[0].restored) return make("p", { class: "restored" }, done);
  const button = make("button", { type: "button", class: "restore" }, t(repaired ? "unrepair" : "restore"));
  button.addEventListener("click", async () => {
    try {
      for (const { id } of entries) await element.article?.restore(id);
      await element.refresh();
      announcer.say(done);
      get("removed-details").querySelector("summary")?.focus({ preventScroll: true });
    } catch (error) {
      announcer.warn(error instanceof Error ? error.message : String(error));
    }
  });
  return button;
}
