/**
 * The JavaScript source that is run inside a page. All engines are given a string, so that values
 * cross in one way (as JSON) and no page's policy against `eval` is in the way.
 */

/**
 * A function of the test, or the source of an expression.
 * @typedef {string | ((...args: any[]) => unknown)} Code
 */

/**
 * Source of a promise of a JSON text, `{"value": …}` or `{"error": …}`.
 * @param {Code} code
 * @param {unknown[]} args  JSON values
 */
export function evaluation(code, args) {
  const call =
    typeof code === "string" ? `(${code})` : `(${code})(...${JSON.stringify(args ?? [])})`;
  return `(async () => {
  try {
    return JSON.stringify({ value: await ${call} });
  } catch (error) {
    const stack = error && error.stack ? "\\n" + error.stack : "";
    return JSON.stringify({ error: error + stack });
  }
})()`;
}

/**
 * The value of an evaluation.
 * @param {unknown} json
 * @returns {any}
 */
export function evaluated(json) {
  const { value, error } = JSON.parse(String(json));
  if (error !== undefined) throw new Error(`in the page: ${error}`);
  return value;
}

/**
 * Source of the element that a selector names, or null. `>>>` steps into a shadow root:
 * `shuye-article >>> button`.
 * @param {string} selector
 */
export function location(selector) {
  return `${JSON.stringify(selector.split(">>>").map((step) => step.trim()))}.reduce(
  (element, step) => element && (element.shadowRoot || element).querySelector(step), document)`;
}
