/**
 * @file The packs that a reader will probably need, told from a look at the bytes, so that they are on their way while
 * the module is compiled. A guess: what is really needed is the core's to say.
 */

/** Characters that one of the scripts does not have, out of those that every text uses. */
const simplified = /[这们来时说国会为对发学个么过还没样开关现进经实动问点机产务东电话应该让]/gu;
const traditional = /[這們來時說國會為對發學個麼過還沒樣開關現進經實動問點機產務東電話應該讓]/gu;

/**
 * Small packs are taken along: mixed texts need them, too.
 *
 * @type {Record<string, { fromSimplified: string[], fromTraditional: string[] }>}
 */
const packs = {
  "zh-Hans": { fromSimplified: [], fromTraditional: ["normalization", "t2s"] },
  "zh-Hant": { fromSimplified: ["normalization", "s2t"], fromTraditional: [] },
  "zh-Hant-TW": { fromSimplified: ["normalization", "s2t", "s2twp", "t2tw"], fromTraditional: ["normalization", "t2tw"] },
  "zh-Hant-HK": { fromSimplified: ["normalization", "s2t", "s2hkp", "t2hk"], fromTraditional: ["normalization", "t2hk"] },
};

/** So much is looked at, in bytes, from the beginning and from the middle. */
const glance = 8192;

/**
 * @param {Uint8Array} bytes of an article; of those that are not UTF-8 nothing is expected
 * @param {string} script in which it will be read
 * @returns {string[]} the names of packs; none where the script asks for none, or the bytes say too little
 */
export function expectedPacks(bytes, script) {
  if (!Object.hasOwn(packs, script)) return [];
  const middle = bytes.length >> 1;
  const parts = bytes.length > 2 * glance ? [bytes.subarray(0, glance), bytes.subarray(middle, middle + glance)] : [bytes];
  const decoder = new TextDecoder();
  const text = parts.map((part) => decoder.decode(part)).join("");
  const [fromSimplified, fromTraditional] = [simplified, traditional].map((signs) => text.match(signs)?.length ?? 0);
  if (fromSimplified === fromTraditional) return [];
  return fromSimplified > fromTraditional ? packs[script].fromSimplified : packs[script].fromTraditional;
}
