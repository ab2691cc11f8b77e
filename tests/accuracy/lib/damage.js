/**
 * @file Damages Traditional Chinese as some site tools do: they replaced bytes, not characters, in text encoded as GBK
 * (core/README.md, "repair"). A key is replaced by itself and its reading, also where the bytes of a key are the end of one
 * character and the beginning of the next; at a full stop or comma the text is cut in the same way.
 */

import { characterOf, encode } from "./gb18030.js";
import { randomNumbers } from "./random.js";

/** One reading for each key, whatever it is read as where it stands. */
const readings = new Map(
  `業:yè 發:fā 態:tài 節:jié 環:huán 戰:zhàn 優:yōu 創:chuàng 續:xù 統:tǒng 聯:lián 規:guī 穩:wěn 協:xié 區:qū 執:zhí 產:chǎn 現:xiàn 經:jīng
機:jī 轉:zhuǎn 請:qǐng 會:huì 價:jià 濟:jì 時:shí 場:chǎng 項:xiàng 網:wǎng 絡:luò 據:jù 術:shù 數:shù 應:yīng 務:wù 設:shè 構:gòu 團:tuán
導:dǎo 進:jìn 隊:duì 運:yùn 動:dòng 農:nóng 學:xué 實:shí 結:jié 調:diào 標:biāo 準:zhǔn 測:cè 試:shì 儀:yí 驗:yàn 對:duì 權:quán 內:nèi
領:lǐng 關:guān 鍵:jiàn 認:rèn 識:shí 詢:xún 廠:chǎng 專:zhuān 線:xiàn 見:jiàn 過:guò 開:kāi 臺:tái 國:guó 來:lái 報:bào 個:gè 長:zhǎng
獨:dú 級:jí 紀:jì 堅:jiān 點:diǎn 嚴:yán 擴:kuò 遠:yuǎn 鄉:xiāng 養:yǎng 藍:lán`
    .split(/\s+/)
    .map((pair) => /** @type {[string, string]} */ (pair.split(":"))),
);
const stops = [..."，；！？。"];

const keysOfEach = 16;
const stopsOfEach = 1;

/**
 * The same seed damages a text in the same way, wherever it runs.
 *
 * @param {string} text
 * @param {number} seed
 */
export function damage(text, seed) {
  const random = randomNumbers(seed);
  const known = [...new Set(text)].filter((character) => readings.has(character)).sort();
  return damageAt(text, sample(known, keysOfEach, random), sample(stops, stopsOfEach, random));
}

/** What such a tool makes of any text, without a key: characters that GBK lacks become "??". @param {string} text */
export const passThrough = (text) => damageAt(text, [], []);

/**
 * @param {string} text
 * @param {string[]} keys
 * @param {string[]} at stops at which the text is cut
 */
function damageAt(text, keys, at) {
  let data = latin1(encode(text));
  for (const key of keys) data = data.replaceAll(latin1(encode(key)), latin1(encode(`${key}(${readings.get(key)})`)));
  /** Bytes as strings, and between them stops, which are decoded already. @type {{ bytes?: string, stop?: string }[]} */
  let segments = [{ bytes: data }];
  for (const stop of at) {
    const cut = latin1(encode(stop));
    segments = segments.flatMap((segment) =>
      segment.bytes === undefined
        ? [segment]
        : segment.bytes.split(cut).flatMap((bytes, i) => (i === 0 ? [{ bytes }] : [{ stop }, { bytes }])),
    );
  }
  return segments.map(({ bytes, stop }) => stop ?? decode(/** @type {string} */ (bytes))).join("");
}

/** A string is searched faster than an array is. @param {Uint8Array} bytes */
const latin1 = (bytes) => Buffer.from(bytes).toString("latin1");

/** As a careless decoder does it: two bytes that are no character are "?". @param {string} bytes */
function decode(bytes) {
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes.charCodeAt(i);
    if (lead < 0x80) {
      text += bytes[i];
      i += 1;
      continue;
    }
    text += (i + 1 < bytes.length ? characterOf(lead, bytes.charCodeAt(i + 1)) : undefined) ?? "?";
    i += 2;
  }
  return text;
}

/**
 * @param {string[]} items
 * @param {number} count
 * @param {() => number} random
 */
function sample(items, count, random) {
  const left = [...items];
  /** @type {string[]} */
  const chosen = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  return chosen;
}
