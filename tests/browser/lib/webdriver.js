/**
 * Plain WebDriver over HTTP (W3C WebDriver, "List of endpoints").
 */

/** The key under which WebDriver gives an element. */
export const kElement = "element-6066-11e4-a52e-4f735466cecf";

export class WebDriver {
  #base;
  #session = "";

  /** @param {number} port  of the driver on 127.0.0.1 */
  constructor(port) {
    this.#base = `http://127.0.0.1:${port}`;
  }

  /** Throws while the driver is not ready. */
  async status() {
    await this.#request("GET", "/status");
  }

  /** @param {object} capabilities */
  async newSession(capabilities) {
    const { sessionId } = await this.#request("POST", "/session", {
      capabilities: { alwaysMatch: capabilities },
    });
    this.#session = `/session/${sessionId}`;
  }

  /** @param {string} path  below the session */
  get(path) {
    return this.#request("GET", this.#session + path);
  }

  /**
   * @param {string} path  below the session
   * @param {object} body
   */
  post(path, body) {
    return this.#request("POST", this.#session + path, body);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<any>}
   */
  async #request(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`WebDriver ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}
