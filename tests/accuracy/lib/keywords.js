/**
 * @file What authors say that their articles are about: the tags and keywords of front matter.
 */

const field = /^\s*["']?(?:tags?|keywords?)["']?\s*[:=]/i;

/**
 * The document as if its author had named no tags and no keywords.
 *
 * @param {string} markdown
 */
export function withoutTags(markdown) {
  const [, open, fields, rest] = /^(\s*(?:---|\+\+\+)[^\n]*\n)(.*?)(\n(?:---|\+\+\+)[^\n]*\n.*)$/s.exec(markdown) ?? [];
  if (open === undefined) return markdown;
  let inside = false;
  const kept = fields.split("\n").filter((line) => {
    // A field goes on with indented lines and with items of a list.
    inside = field.test(line) || (inside && /^(?:\s|-|\])/.test(line));
    return !inside;
  });
  return [open, kept.join("\n"), rest].join("");
}

/** As keywords are compared here. @param {string} text */
export const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/**
 * Tags in Chinese, as `plain` has them: 硬體監控 of 硬體監控 (Hardware Monitoring).
 *
 * @param {{ keywords: string[], tags: string[] }} metadata
 */
export function hanTags({ keywords, tags }) {
  const han = [...keywords, ...tags].map((tag) => plain(tag.replace(/(?<=\p{sc=Han})\s*[(（].*$/u, "")));
  return [...new Set(han)].filter((tag) => /\p{sc=Han}{2}/u.test(tag));
}

/** How often a text says something. @param {string} text @param {string} tag both as `plain` has them */
export const timesIn = (text, tag) => text.split(tag).length - 1;
