/** @file Texts on their way into a module: well-formed, and without NUL where they are elements of a list. */

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * A text without lone surrogates: each becomes U+FFFD. Embind would let one damage the character after it.
 * (`String.prototype.toWellFormed` is younger than some browsers we serve.)
 *
 * @param {string} text
 */
export function wellFormed(text) {
  return /[\uD800-\uDFFF]/.test(text) ? decoder.decode(encoder.encode(text)) : text;
}

/**
 * An element of a list. A NUL inside it becomes U+FFFD, as it does in the texts of articles.
 *
 * @param {string} text
 */
export function element(text) {
  return text.includes("\0") ? text.replaceAll("\0", "\uFFFD") : text;
}

/**
 * As bytes of UTF-8, which is as quick as it gets for what is long; lone surrogates become U+FFFD.
 *
 * @param {string} text
 */
export function encode(text) {
  return encoder.encode(text);
}
