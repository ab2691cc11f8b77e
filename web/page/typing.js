/**
 * Whether a key belongs to a field, or to the browser, rather than to the page.
 * @param {KeyboardEvent} event
 */
export function isTyping(event) {
  const target = event.composedPath()[0];
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  return modified || (target instanceof Element && target.matches("input:not([type=radio]), textarea, select"));
}
