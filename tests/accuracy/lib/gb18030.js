/**
 * @file GB18030, which Node only decodes: the encoder's table is what the decoder gives for every pair of bytes.
 */

const decoder = new TextDecoder("gb18030", { fatal: true });

/** The characters of two bytes, by their pair, lead byte first. @type {(string | undefined)[]} */
const characters = new Array(0x10000);
/** @type {Map<number, number>} */
const pairs = new Map();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const character = decodeBytes([lead, trail]);
    if (character === undefined) continue;
    characters[(lead << 8) | trail] = character;
    pairs.set(/** @type {number} */ (character.codePointAt(0)), (lead << 8) | trail);
  }
}

/** What stands in the plane of the usual characters and has no pair: its place among the sequences of four bytes. @type {Map<number, number>} */
const others = new Map();
for (let index = 0; index < 39420; index++) {
  const character = decodeBytes(fourBytes(0x81, index));
  if (character !== undefined) others.set(/** @type {number} */ (character.codePointAt(0)), index);
}

/** @param {number[]} bytes */
function decodeBytes(bytes) {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    return [...text].length === 1 ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The character of two bytes, or undefined where they are none.
 *
 * @param {number} lead
 * @param {number} trail
 */
export const characterOf = (lead, trail) => characters[(lead << 8) | trail];

/** @param {string} text */
export function encode(text) {
  /** @type {number[]} */
  const bytes = [];
  for (const character of text) {
    const point = /** @type {number} */ (character.codePointAt(0));
    const pair = pairs.get(point);
    if (point < 0x80) bytes.push(point);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else if (point > 0xffff) bytes.push(...fourBytes(0x90, point - 0x10000));
    else bytes.push(...fourBytes(0x81, others.get(point) ?? 0));
  }
  return Uint8Array.from(bytes);
}

/**
 * @param {number} first byte of the index 0
 * @param {number} index
 */
function fourBytes(first, index) {
  return [
    first + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
