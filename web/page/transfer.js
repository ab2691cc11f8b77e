/** What was dropped or pasted: a file, an address, or a text in its best form. */

/** @typedef {{ address: string } | { source: string | File, options: { name?: string, format?: "html" } }} Found */

/** Markup that says something. What an editor's coloured lines are made of, `div` and `span`, does not. */
const STRUCTURE = /<(?:h[1-6]|p|ul|ol|table|blockquote|article|figure|img)[\s>]/iu;

/**
 * @param {DataTransfer} transfer
 * @returns {Found | null}
 */
export function fromTransfer(transfer) {
  const file = transfer.files[0];
  if (file) return { source: file, options: { name: file.name } };

  const address = transfer.getData("text/uri-list").split(/\r?\n/u).find((line) => /^https?:/iu.test(line));
  if (address) return { address };

  const text = transfer.getData("text/plain");
  const html = transfer.getData("text/html");
  // Front matter is lost on the way through HTML.
  const isSource = /^(?:---|\+\+\+|\{)\s*$/mu.test(text.slice(0, 4));
  if (STRUCTURE.test(html) && !isSource) return { source: html, options: { format: "html" } };
  return text.trim() ? { source: text, options: {} } : null;
}
