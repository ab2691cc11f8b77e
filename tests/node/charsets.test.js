// Old charsets: beside Node's TextDecoder (ICU) over the whole tables, and beside @exodus/bytes, which follows the
// Encoding Standard, over whatever bytes there are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDecoder as StandardDecoder } from "@exodus/bytes/encoding.js";
import { open } from "shuye";
import { rejects } from "./rejects.js";

/** Lines of code come back as they are, whatever is in them. */
const fence = new TextEncoder().encode("~~~\n");

/**
 * What `open` makes of each of some pieces, which are read as lines of code. None of them holds a newline.
 *
 * @param {readonly Uint8Array[]} pieces
 * @param {string} charset
 */
async function decodeAll(pieces, charset) {
  const article = await open(Buffer.concat([fence, ...pieces.flatMap((piece) => [piece, Buffer.from("\n")]), fence]), {
    charset,
    format: "markdown",
  });
  const { metadata, blocks } = await article.view();
  article.close();
  assert.equal(metadata.charset, charset);
  const lines = blocks[0].text?.split("\n").slice(0, pieces.length);
  assert.equal(lines?.length, pieces.length);
  return lines;
}

/**
 * @param {readonly Uint8Array[]} pieces
 * @param {{ decode(bytes: Uint8Array): string }} decoder
 */
const decodedBy = (pieces, decoder) => pieces.map((piece) => decoder.decode(piece).replaceAll("\0", "\uFFFD"));

/** @param {string} text */
const hex = (text) => [...text].map((c) => c.codePointAt(0)?.toString(16).toUpperCase()).join(" ");

/** A known text first, so that nothing is decided by what the tables themselves look like. */
const chinese = { gb18030: Buffer.from("d5e2cac7d2bbc6aacec4d5c2a1a3", "hex"), big5: Buffer.from("b36fac4fa440bd67a4e5b3b9a143", "hex") };

/** @param {"gb18030" | "big5"} charset */
function pairs(charset) {
  const all = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f || (charset === "big5" && trail > 0x7e && trail < 0xa1)) continue;
      all.push(Uint8Array.of(lead, trail));
    }
  }
  return all;
}

function* fourBytes() {
  for (let pointer = 0; pointer < 39420; pointer++) yield pointer;
  for (let pointer = 189000; pointer <= 1237575; pointer += 997) yield pointer;
  yield 1237575;
}

/** @param {number} pointer */
const bytesOfPointer = (pointer) =>
  Uint8Array.of(
    0x81 + Math.floor(pointer / 12600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  );

/**
 * Where ICU may differ from the Encoding Standard, by the bytes of a pair.
 *
 * - gb18030: ICU before version 76 or so has GB 18030-2005, and so private-use characters at the eighteen pairs that
 *   GB 18030-2022 gave to characters of Unicode (A6D9 to A6F3, FE59 to FEA0), and those characters at four bytes each.
 * - big5: ICU has Big5 with Microsoft's private-use areas and not HKSCS. These are the leads 81 to A0, C6A1 to C8FE, and FA
 *   to FE, with the ETEN characters F9D6 to F9FE between; A3C0 to A3E0, pictures of control characters; and A145, A14E, A15A, A1C3, A1C5, A1FE, A240, A2CC and A2CE, which
 *   were read in several ways.
 */
const known = {
  gb18030: (/** @type {number} */ pair) => (pair >= 0xa6d9 && pair <= 0xa6f3) || (pair >= 0xfe59 && pair <= 0xfea0),
  big5: (/** @type {number} */ pair) =>
    pair < 0xa140 || (pair >= 0xa3c0 && pair <= 0xa3e0) || (pair >= 0xc6a1 && pair <= 0xc8fe) || pair >= 0xf9d6 ||
    [0xa145, 0xa14e, 0xa15a, 0xa1c3, 0xa1c5, 0xa1fe, 0xa240, 0xa2cc, 0xa2ce].includes(pair),
};

for (const charset of /** @type {const} */ (["gb18030", "big5"])) {
  test(`every pair of ${charset} is the Encoding Standard's, and ICU's but for the known ones`, async () => {
    const all = [chinese[charset], ...pairs(charset)];
    const ours = await decodeAll(all, charset);
    assert.deepEqual(ours, decodedBy(all, new StandardDecoder(charset)));
    const icu = decodedBy(all, new TextDecoder(charset));
    const differing = all.filter((_, i) => i > 0 && ours[i] !== icu[i]).map(([lead, trail]) => lead * 256 + trail);
    const unknown = differing.filter((pair) => !known[charset](pair)).map((pair) => pair.toString(16));
    assert.deepEqual(unknown, []);
    console.log(`${charset}: ICU ${process.versions.icu} differs at ${differing.length} of ${all.length - 1} pairs`);
  });
}

test("four bytes of gb18030 are the Encoding Standard's, and ICU's but for the known ones", async () => {
  const all = [chinese.gb18030, ...[...fourBytes()].map(bytesOfPointer)];
  const ours = await decodeAll(all, "gb18030");
  assert.deepEqual(ours, decodedBy(all, new StandardDecoder("gb18030")));
  const icu = decodedBy(all, new TextDecoder("gb18030"));
  const differing = ours.map((text, i) => (text === icu[i] ? "" : hex(text))).filter(Boolean);
  assert.ok(differing.length <= 18, differing.join(", "));
});

test("any bytes are read as the Encoding Standard's decoders read them", async () => {
  let state = 20;
  const random = (/** @type {number} */ below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const likely = [0x30, 0x39, 0x40, 0x7e, 0x7f, 0x80, 0x81, 0x84, 0x88, 0x8e, 0xa1, 0xb0, 0xe3, 0xfe, 0xff, 0x41, 0x62];
  const one = () => (random(3) === 0 ? likely[random(likely.length)] : random(2) === 0 ? 0x81 + random(0x7e) : 0x20 + random(0x5f));
  const pieces = Array.from({ length: 20000 }, () => Uint8Array.from({ length: 1 + random(12) }, one));
  for (const charset of /** @type {const} */ (["gb18030", "big5"])) {
    // As much Chinese as is looked at, so that nothing else is taken for what the bytes are in.
    const all = [...Array(6000).fill(chinese[charset]), ...pieces];
    // A newline is a byte of ASCII, and ends each of them: it comes back when a character is cut off.
    const standard = all.map((piece) =>
      new StandardDecoder(charset).decode(Buffer.concat([piece, Buffer.from("\n")])).slice(0, -1),
    );
    const ours = await decodeAll(all, charset);
    const wrong = ours.findIndex((text, i) => text !== standard[i]);
    assert.equal(wrong, -1, wrong < 0 ? "" : `${Buffer.from(all[wrong]).toString("hex")}: ${hex(ours[wrong])} and not ${hex(standard[wrong])}`);
  }
});

const text = "这一篇文章很短，说的是从前的事情：街上的人都到茶馆里去。";
/** `text` as old pages have it. */
function inGbk() {
  const decoder = new TextDecoder("gbk");
  /** @type {Map<string, number[]>} */
  const table = new Map();
  for (const [lead, trail] of pairs("gb18030")) {
    const c = decoder.decode(Uint8Array.of(lead, trail));
    if (!table.has(c)) table.set(c, [lead, trail]);
  }
  return Uint8Array.from([...text].flatMap((c) => table.get(c) ?? [c.charCodeAt(0)]));
}

test("a page in GBK opens by itself, by a header, and by what the caller says", async () => {
  const bytes = inGbk();
  const type = (/** @type {string} */ charset) => ({ headers: { "content-type": `text/plain; charset=${charset}` } });
  for (const source of [bytes, new Blob([bytes]), new Response(bytes, type("gb2312")), new Response(bytes, type("utf-8"))]) {
    const article = await open(source);
    const { metadata, trace } = await article.view();
    assert.equal((await article.toText()).trim(), text);
    assert.equal(metadata.charset, "gb18030");
    const wrong = source instanceof Response && /utf-8/.test(source.headers.get("content-type") ?? "");
    assert.equal(trace.some(({ rule }) => rule === "decode.declaration"), wrong);
    article.close();
  }
  const told = await open(bytes, { charset: "GBK" });
  assert.equal((await told.toText()).trim(), text);
  told.close();
  // A name that is none counts as no name.
  const utf8 = await open(new TextEncoder().encode(text), { charset: "klingon" });
  assert.equal((await utf8.toText()).trim(), text);
  utf8.close();
});

test("text in a charset that is not read is an error", async () => {
  // Shift_JIS.
  const bytes = Buffer.from(
    "8df093fa82cc8cdf8ce382cd91e5894a82aa8d7e82e8814192ca82e882cc906c82bd82bf82cd8cac89ba82d6919682c182c482a282c182bd8142",
    "hex",
  );
  await rejects(() => open(bytes), "unknown_charset", "decode");
  await rejects(() => open(bytes, { charset: "shift_jis" }), "unknown_charset", "decode");
});
