/** What cleaning did: every removal, repair and warning, with its rule in words and the way back. */

import { get, make } from "./dom.js";
import { formatNumber, hasText, t } from "./language.js";

/** @typedef {import("./start.js").Reader} Reader */
/** @typedef {import("./start.js").View["trace"][number]} TraceEntry */

/** @param {Reader} reader */
export function setUpRemoved(reader) {
  const { element, state } = reader;
  const show = () => {
    const trace = element.view?.trace ?? [];
    get("removed-count").textContent = trace.length > 0 ? formatNumber(trace.length) : "";
    get("removed-empty").hidden = trace.length > 0;
    get("removed-list").replaceChildren(...trace.map((entry) => item(entry, reader)));
  };
  element.addEventListener("shuye-view", show);
  state.watch(["language"], show);
}

/**
 * @param {TraceEntry} entry
 * @param {Reader} reader
 */
function item(entry, reader) {
  const rule = make("span", { class: "rule" }, nameOf(entry.rule));
  const kind = make("span", { class: "kind" }, t(`kind_${entry.kind}`));
  /** @type {HTMLElement[]} */
  const children = [make("p", { class: "what" }, kind, " ", rule), original(entry)];
  if (entry.kind === "repair" && entry.replacement !== null) {
    children.push(make("ins", {}, entry.replacement));
  }
  if (entry.kind === "removal") children.push(wayBack(entry, reader));
  return make("li", { "data-kind": entry.kind, "data-rule": entry.rule }, ...children);
}

/** @param {TraceEntry} entry */
function original(entry) {
  const tag = entry.kind === "repair" ? "del" : "blockquote";
  return make(tag, { class: "original", tabindex: "0" }, entry.original.trim() || t("no_text"));
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
      get("removed-details").querySelector("summary")?.focus();
    } catch (error) {
      announcer.warn(error instanceof Error ? error.message : String(error));
    }
  });
  return button;
}

/**
 * The rule in human words; its own name where there are none yet.
 * @param {string} rule
 */
function nameOf(rule) {
  const key = `rule_${rule.replace(/[^\p{L}\p{N}]+/gu, "_")}`;
  return hasText(key) ? t(key) : rule.replace(/[-_.]+/gu, " ");
}
