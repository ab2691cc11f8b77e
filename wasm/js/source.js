/**
 * @file From what `open` is given to the bytes that the core takes, with what can be learnt on the way.
 */

import { ShuyeError, invalidOption } from "./error.js";

/**
 * A string is the article's text itself. For an address, pass the Response of `fetch`.
 *
 * @typedef {string | ArrayBuffer | ArrayBufferView | Blob | Response} Source
 */

/**
 * @typedef {object} Input
 * @property {Uint8Array} bytes
 * @property {Partial<import("./core.js").OpenRequest>} hints what the source itself says; what the caller says comes
 *   first, save the charset of a string
 */

/**
 * Reads at most `limit` bytes.
 *
 * @param {Source} source
 * @param {number} limit
 * @returns {Promise<Input>}
 */
export async function readSource(source, limit) {
  if (typeof source === "string") return readString(source, limit);
  if (isBufferSource(source)) return { bytes: bytesOf(source), hints: {} };
  // By their shape, not their class: a Response may come from another realm or another implementation of fetch.
  if (isResponse(source)) return readResponse(source, limit);
  if (isBlob(source)) return readBlob(source, limit);
  throw invalidOption(
    "the source must be a string, ArrayBuffer, typed array, Blob or Response (for an address, pass await fetch(address))",
  );
}

/**
 * @param {unknown} value
 * @returns {value is BufferSource}
 */
export function isBufferSource(value) {
  return ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

/**
 * @param {any} value
 * @returns {value is Response}
 */
export function isResponse(value) {
  return typeof value?.arrayBuffer === "function" && typeof value.ok === "boolean";
}

/**
 * @param {any} value
 * @returns {value is Blob}
 */
function isBlob(value) {
  return typeof value?.arrayBuffer === "function" && typeof value.size === "number";
}

/**
 * The bytes of a buffer, without a copy.
 *
 * @param {BufferSource} buffer
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesOf(buffer) {
  try {
    return ArrayBuffer.isView(buffer)
      ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
      : new Uint8Array(buffer);
  } catch (cause) {
    throw new ShuyeError("unreadable", "input", "the buffer was given away (it is detached)", { cause });
  }
}

/** @param {number} limit */
function tooLarge(limit) {
  return new ShuyeError("too_large", "decode", `the input is larger than ${limit} bytes`, { offset: limit });
}

/**
 * TextEncoder replaces lone surrogates by U+FFFD.
 *
 * @param {string} text
 * @param {number} limit
 * @returns {Input}
 */
function readString(text, limit) {
  // No character takes fewer bytes of UTF-8 than units of UTF-16.
  if (text.length > limit) throw tooLarge(limit);
  return { bytes: new TextEncoder().encode(text), hints: { charset: "utf-8" } };
}

/**
 * @param {Blob & { name?: string }} blob a file has a name
 * @param {number} limit
 * @returns {Promise<Input>}
 */
async function readBlob(blob, limit) {
  if (blob.size > limit) throw tooLarge(limit);
  const name = blob.name ?? "";
  try {
    return { bytes: new Uint8Array(await blob.arrayBuffer()), hints: { name, ...hintsOfType(blob.type) } };
  } catch (cause) {
    throw new ShuyeError("unreadable", "input", `${name || "the file"} cannot be read`, { cause });
  }
}

/**
 * @param {Response} response
 * @param {number} limit
 * @returns {Promise<Input>}
 */
async function readResponse(response, limit) {
  const name = response.url;
  if (!response.ok) {
    throw new ShuyeError("unreadable", "input", `${name || "the address"} answered with status ${response.status}`);
  }
  try {
    const bytes = await readStream(response.body, limit);
    return { bytes, hints: { name, ...hintsOfType(response.headers.get("content-type") ?? "") } };
  } catch (cause) {
    if (cause instanceof ShuyeError) throw cause;
    throw new ShuyeError("unreadable", "input", `${name || "the response"} cannot be read`, { cause });
  }
}

/**
 * Stops at the limit: a server may send without end.
 *
 * @param {ReadableStream<Uint8Array> | null} stream
 * @param {number} limit
 */
async function readStream(stream, limit) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  const reader = stream?.getReader();
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    chunks.push(chunk.value);
    length += chunk.value.length;
    if (length > limit) {
      await reader?.cancel();
      throw tooLarge(limit);
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * What a media type tells. `text/plain` tells nothing: most servers send Markdown by that name.
 *
 * @param {string} type
 * @returns {Partial<import("./core.js").OpenRequest>}
 */
function hintsOfType(type) {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1];
  const format = /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type)
    ? "html"
    : /^\s*text\/(x-)?markdown\b/i.test(type) && "markdown";
  return { ...(charset && { charset }), ...(format && { format }) };
}
