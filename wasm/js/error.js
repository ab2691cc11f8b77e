/**
 * The names of what can go wrong, as in core/include/shuye/result.h.
 *
 * - `empty_input`: nothing but white space
 * - `binary_input`: bytes that are no text: an image, an archive, a program
 * - `too_large`: above a limit named in the message
 * - `unreadable`: an address, a file, the module or a pack that cannot be loaded; it can be tried again
 * - `invalid_option`: an argument or an option whose type or value has no meaning
 * - `unknown_script`: not one of `scripts` nor a usual other name of one
 * - `unknown_charset`: text in a charset that is not supported
 * - `unknown_configuration`: not one of OpenCC's configurations
 * - `pack_missing`: a pack was needed that was not loaded
 * - `pack_damaged`: a pack that is cut short or otherwise not whole
 * - `unknown_trace_entry`: an id that the trace does not have
 * - `closed`: an article that was used after `close()`
 * - `internal`: a bug in Shuye, or no memory left
 *
 * @typedef {"empty_input" | "binary_input" | "too_large" | "unreadable" | "invalid_option" | "unknown_script" |
 *   "unknown_charset" | "unknown_configuration" | "pack_missing" | "pack_damaged" | "unknown_trace_entry" |
 *   "closed" | "internal"} ErrorCode
 */

/**
 * The stage of the pipeline in which it went wrong. `input` is what comes before it: loading, options, arguments.
 *
 * @typedef {"input" | "decode" | "parse" | "clean" | "convert" | "search" | "render"} Stage
 */

/** What every function of this package throws, or rejects with, when it fails. */
export class ShuyeError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {Stage} stage
   * @param {string} message one English sentence for people, without a full stop
   * @param {{ offset?: number, cause?: unknown }} [details]
   */
  constructor(code, stage, message, { offset = 0, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ShuyeError";
    /** What went wrong. */
    this.code = code;
    /** Where in the pipeline. */
    this.stage = stage;
    /** In bytes of the stage's input; 0 where no place can be named. */
    this.offset = offset;
  }
}

/**
 * An argument or an option of the wrong type.
 *
 * @param {string} message
 * @returns {ShuyeError}
 */
export function invalidOption(message) {
  return new ShuyeError("invalid_option", "input", message);
}
