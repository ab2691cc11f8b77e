import { inflateSync } from "node:zlib";

const kSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The pixels of a screenshot: PNG with 8 bits per channel, RGB or RGBA, not interlaced.
 * @param {Uint8Array} png
 * @returns {{ width: number, height: number, pixel: (x: number, y: number) => string }}
 *   `pixel` gives "#rrggbb"
 */
export function readPng(png) {
  const file = Buffer.from(png);
  if (!file.subarray(0, 8).equals(kSignature)) throw new Error("not a PNG");
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = /** @type {Record<number, number>} */ ({ 2: 3, 6: 4 })[file[25] ?? 0];
  if (file[24] !== 8 || channels === undefined || file[28] !== 0) {
    throw new Error("not a PNG of 8-bit RGB or RGBA");
  }
  const data = inflateSync(Buffer.concat([...imageData(file)]));
  const stride = width * channels;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    unfilter(data[from] ?? 0, data.subarray(from + 1), rows, y, stride, channels);
  }
  return {
    width,
    height,
    pixel: (x, y) => {
      const at = y * stride + x * channels;
      return `#${rows.toString("hex", at, at + 3)}`;
    },
  };
}

/** @param {Buffer} file */
function* imageData(file) {
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "IDAT") {
      yield file.subarray(at + 8, at + 8 + length);
    }
    at += length + 12;
  }
}

/**
 * Undoes the filter of one row (PNG specification, section 9).
 * @param {number} filter
 * @param {Buffer} data
 * @param {Buffer} rows
 * @param {number} y
 * @param {number} stride
 * @param {number} step  bytes per pixel
 */
function unfilter(filter, data, rows, y, stride, step) {
  const start = y * stride;
  for (let i = 0; i < stride; i++) {
    const left = i >= step ? (rows[start + i - step] ?? 0) : 0;
    const up = y > 0 ? (rows[start + i - stride] ?? 0) : 0;
    const corner = y > 0 && i >= step ? (rows[start + i - stride - step] ?? 0) : 0;
    const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
    rows[start + i] = (data[i] ?? 0) + (guesses[filter] ?? 0);
  }
}

/**
 * @param {number} left
 * @param {number} up
 * @param {number} corner
 */
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
