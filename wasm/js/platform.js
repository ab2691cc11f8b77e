/**
 * @file How the module and the packs are reached. Browsers, workers, Deno and Bun fetch them; platform_node.js puts
 * Node's own way in its place, so that nothing here names a module of Node's and bundlers for browsers have nothing to
 * resolve.
 */

// `ignoreBOM` keeps a U+FEFF at the beginning, which is a character of the text like any other.
const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

export const platform = {
  /**
   * An address that a program gave, in full. A relative one is relative to the page.
   *
   * @param {string | URL} address
   * @returns {URL}
   */
  resolve: (address) => new URL(address, globalThis.location?.href),

  /**
   * @param {URL} url
   * @returns {Promise<Response | BufferSource>}
   */
  read: (url) => fetch(url),

  /**
   * A string of well-formed UTF-16, little-endian.
   *
   * @param {Uint8Array} bytes
   * @returns {string}
   */
  decodeUtf16: (bytes) => utf16.decode(bytes),
};
