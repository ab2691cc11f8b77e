/** Failures before the core sees a byte, and words for all of them. */

import { ShuyeError } from "../../wasm/js/index.js";

/** An address that did not give an article. */
export class AddressError extends ShuyeError {
  /**
   * @param {string} message
   * @param {{ status?: number, cause?: unknown }} [details] `status`: what the server answered; none
   *   when there was no answer that a page may see.
   */
  constructor(message, { status = 0, cause } = {}) {
    super("unreadable", "input", message, { cause });
    this.name = "AddressError";
    this.status = status;
  }
}

/**
 * The key of the sentence for people, and the details in small print.
 * @param {unknown} error
 * @returns {{ key: string, detail: string }}
 */
export function explain(error) {
  if (error instanceof AddressError) {
    return { key: error.status ? "unreadable" : "unreachable", detail: error.message };
  }
  if (error instanceof ShuyeError) {
    const place = error.offset ? `${error.stage}, byte ${error.offset}` : error.stage;
    return { key: error.code, detail: `${error.message} (${place})` };
  }
  return { key: "unknown", detail: error instanceof Error ? error.message : String(error) };
}

/**
 * @param {string} address Absolute.
 * @param {AbortSignal} signal
 * @returns {Promise<Response>}
 */
export async function fetchArticle(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal, referrerPolicy: "no-referrer" });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new AddressError(`${address} could not be fetched`, { cause });
  }
  if (!response.ok) {
    const answer = `${response.status} ${response.statusText}`.trim();
    throw new AddressError(`${address} answered ${answer}`, { status: response.status });
  }
  return response;
}
