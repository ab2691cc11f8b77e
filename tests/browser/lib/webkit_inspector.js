/**
 * A client of WebKitGTK's remote inspector (what MiniBrowser listens for on
 * `WEBKIT_INSPECTOR_SERVER`). WebDriver has no console log and no media emulation; the inspector
 * has both, also for pages under automation.
 *
 * A message on the socket is: size of the rest without the flags (32 bits, big-endian), flags (one
 * byte, 1 for little-endian), name, NUL, parameters as a GVariant. Only `(tts)` and `(ta(tsssb))`
 * are needed. (WebKit: JavaScriptCore/inspector/remote, glib SocketConnection and
 * RemoteInspectorServer.)
 */
import { EventEmitter, once } from "node:events";
import { connect } from "node:net";

const kHeader = 5;

/** Emits `event(method, parameters)` for what pages report. */
export class WebKitInspector extends EventEmitter {
  #socket;
  #received = Buffer.alloc(0);
  #nextId = 1;
  /** Connection and target of the page in the browser's only window. @type {Buffer | undefined} */
  #window;
  /** @type {Set<string>} */
  #targets = new Set();
  /** Commands by method, for documents to come. @type {Map<string, object>} */
  #setup = new Map();

  /** @param {import("node:net").Socket} socket */
  constructor(socket) {
    super();
    this.#socket = socket;
    socket.on("data", (data) => this.#receive(data));
    socket.on("error", () => {}); // the browser has gone, which WebDriver will say
  }

  /**
   * Finds the page of the browser's first window. This must be before an automation session
   * starts: from then on only the driver is told about targets.
   * @param {number} port
   */
  static async connect(port) {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    const inspector = new WebKitInspector(socket);
    inspector.#write("SetupInspectorClient", Buffer.from("\0"));
    await once(inspector, "window", { signal: AbortSignal.timeout(10_000) });
    return inspector;
  }

  /** Begins to inspect the page that was found. */
  attach() {
    if (this.#window) this.#write("Setup", this.#window);
  }

  /**
   * Sends a command to every document that the page shows, now and later; the last one of a method
   * counts.
   * @param {string} method
   * @param {object} [params]
   */
  always(method, params = {}) {
    this.#setup.set(method, params);
    for (const target of this.#targets) this.#sendToTarget(target, method, params);
  }

  close() {
    this.#socket.destroy();
  }

  /**
   * @param {string} name
   * @param {Buffer} parameters
   */
  #write(name, parameters) {
    const body = Buffer.concat([Buffer.from(`${name}\0`), parameters]);
    const header = Buffer.alloc(kHeader, 1);
    header.writeUInt32BE(body.length);
    this.#socket.write(Buffer.concat([header, body]));
  }

  /**
   * @param {string} targetId
   * @param {string} method
   * @param {object} params
   */
  #sendToTarget(targetId, method, params) {
    if (!this.#window) return;
    const message = JSON.stringify({ id: this.#nextId++, method, params });
    const command = {
      id: this.#nextId++,
      method: "Target.sendMessageToTarget",
      params: { targetId, message },
    };
    const text = Buffer.from(`${JSON.stringify(command)}\0`);
    this.#write("SendMessageToBackend", Buffer.concat([this.#window, text]));
  }

  /** @param {Buffer} data */
  #receive(data) {
    this.#received = Buffer.concat([this.#received, data]);
    while (this.#received.length >= kHeader) {
      const end = kHeader + this.#received.readUInt32BE();
      if (this.#received.length < end) return;
      const body = this.#received.subarray(kHeader, end);
      this.#received = this.#received.subarray(end);
      const nul = body.indexOf(0);
      this.#handle(body.toString("latin1", 0, nul), body.subarray(nul + 1));
    }
  }

  /**
   * @param {string} name
   * @param {Buffer} parameters
   */
  #handle(name, parameters) {
    if (name === "SetTargetList" && !this.#window) {
      // Connection, then the targets; a target begins with its number and its type.
      if (parameters.toString("latin1", 16, 23) !== "WebPage") return;
      this.#window = Buffer.from(parameters.subarray(0, 16));
      this.emit("window");
    } else if (name === "SendMessageToFrontend") {
      this.#dispatch(JSON.parse(parameters.toString("utf8", 16, parameters.length - 1)));
    }
  }

  /** @param {{ method?: string, params?: any }} message */
  #dispatch({ method, params }) {
    if (method === "Target.targetCreated" && params.targetInfo.type === "page") {
      const { targetId } = params.targetInfo;
      this.#targets.add(targetId);
      for (const [name, values] of this.#setup) this.#sendToTarget(targetId, name, values);
    } else if (method === "Target.targetDestroyed") {
      this.#targets.delete(params.targetId);
    } else if (method === "Target.dispatchMessageFromTarget") {
      this.#report(params.targetId, JSON.parse(params.message));
    }
  }

  /**
   * A worker is a target inside the page's, and starts to run when it is told to.
   * @param {string} targetId
   * @param {{ method?: string, params?: any }} message
   */
  #report(targetId, { method, params }) {
    if (method === "Worker.workerCreated") {
      const { workerId } = params;
      const message = JSON.stringify({ id: this.#nextId++, method: "Console.enable" });
      this.#sendToTarget(targetId, "Worker.sendMessageToWorker", { workerId, message });
      this.#sendToTarget(targetId, "Worker.initialized", { workerId });
    } else if (method === "Worker.dispatchMessageFromWorker") {
      this.#report(targetId, JSON.parse(params.message));
    } else if (method !== undefined) {
      this.emit("event", method, params);
    }
  }
}
