/**
 * @file Articles to open, in Markdown and in HTML, from a few kilobytes to many megabytes: of sentences as they are
 * found, set as articles are, by a fixed seed.
 */

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../../scripts/lib/paths.js";
import { randomNumbers } from "./inputs.js";

/**
 * @typedef {object} OpeningInput
 * @property {"markdown" | "html"} format
 * @property {string} name of its row
 * @property {number} bytes about
 * @property {string} path of several documents where NULs part them
 */

const shared = inRoot("..", "shared", "corpus");

/** Where the sentences are from, in a few words. */
export const sentencesFrom = () => (existsSync(shared) ? "sentences of the corpus" : "sentences of examples/articles");

/**
 * @param {string} folder
 * @param {readonly number[]} sizes in bytes
 * @returns {OpeningInput[]}
 */
export function writeOpeningInputs(folder, sizes) {
  mkdirSync(folder, { recursive: true });
  const sentences = readSentences();
  return (/** @type {const} */ (["markdown", "html"])).flatMap((format) => {
    const ending = format === "markdown" ? "md" : "html";
    const made = sizes.map((bytes) => {
      const path = join(folder, `${bytes}.${ending}`);
      writeFileSync(path, format === "markdown" ? markdownArticle(sentences, bytes) : htmlPage(sentences, bytes));
      return { format, name: bytes < 1e6 ? `${bytes / 1e3} kB` : `${bytes / 1e6} MB`, bytes, path };
    });
    return [...made, ...documentsAsFound(folder, format, ending)];
  });
}

/**
 * The documents of the corpus, where it is there: what is made of their prose has none of their lists, code and markup.
 *
 * @param {string} folder
 * @param {"markdown" | "html"} format
 * @param {string} ending
 * @returns {OpeningInput[]}
 */
function documentsAsFound(folder, format, ending) {
  if (!existsSync(shared)) return [];
  const names = readdirSync(shared).filter((name) => name.endsWith(`.${ending}`)).sort();
  const text = names.map((name) => readFileSync(join(shared, name), "utf8").replaceAll("\0", "")).join("\0");
  const path = join(folder, `documents.${ending}`);
  writeFileSync(path, text);
  return [{ format, name: `${names.length} documents`, bytes: Buffer.byteLength(text), path }];
}

/** Sentences of prose, without markup. */
function readSentences() {
  const folder = existsSync(shared) ? shared : inRoot("examples", "articles");
  const files = readdirSync(folder).filter((name) => name.endsWith(".md")).sort();
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  const prose = lines.filter((line) => /^[\p{Script=Han}A-Za-z0-9]/u.test(line) && !/[<>|{}`*_[\]#\\]|^\w+:/.test(line));
  return prose.flatMap((line) => line.match(/[^。！？]+[。！？]?/gu) ?? []).filter((sentence) => /\p{Script=Han}/u.test(sentence));
}

/** What an article is made of, the same for the same seed. @param {string[]} sentences */
function writer(sentences) {
  const random = randomNumbers(2027);
  const sentence = () => sentences[random(sentences.length)].trim();
  const paragraph = () => Array.from({ length: 2 + random(4) }, sentence).join("");
  const phrase = () => [...sentence()].slice(0, 4 + random(10)).join("");
  return { random, sentence, paragraph, phrase };
}

/**
 * @param {string} begin
 * @param {string} end
 * @param {number} bytes
 * @param {() => string} next
 */
function filled(begin, end, bytes, next) {
  const parts = [begin];
  for (let size = Buffer.byteLength(begin + end); size < bytes; ) {
    const part = next();
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join("") + end;
}

/** @param {string[]} sentences @param {number} bytes */
function markdownArticle(sentences, bytes) {
  const { random, sentence, paragraph, phrase } = writer(sentences);
  const head = `---\ntitle: ${phrase()}\ndate: 2025-03-05 10:00:00\ntags: [阅读, 排版]\n---\n\n`;
  return filled(head, "", bytes, () => {
    const kind = random(20);
    if (kind === 0) return `## ${phrase()}\n\n`;
    if (kind === 1) return `${Array.from({ length: 4 }, () => `- ${sentence()}\n`).join("")}\n`;
    if (kind === 2) return `> ${paragraph()}\n\n`;
    if (kind === 3) return `![${phrase()}](images/${random(1000)}.png)\n\n`;
    if (kind === 4) return `\`\`\`js\nconst value${random(100)} = read("file.txt");\nconsole.log(value);\n\`\`\`\n\n`;
    if (kind === 5) return `| ${phrase()} | ${phrase()} |\n| --- | --- |\n| ${phrase()} | ${phrase()} |\n\n`;
    if (kind < 9) return `${sentence()}**${phrase()}**${sentence()}[${phrase()}](https://example.com/${random(1000)})${sentence()}\n\n`;
    return `${paragraph()}\n\n`;
  });
}

/** A page with its navigation and its scripts around the article. @param {string[]} sentences @param {number} bytes */
function htmlPage(sentences, bytes) {
  const { random, sentence, paragraph, phrase } = writer(sentences);
  const title = phrase();
  const links = (/** @type {number} */ count) =>
    Array.from({ length: count }, () => `<li><a href="/list/${random(1000)}.html">${phrase()}</a></li>`).join("\n");
  const begin = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><meta name="description" content="${sentence()}">
<link rel="stylesheet" href="/style.css"><script>window.page = { id: 1, channel: "news" };</script></head>
<body><div class="header"><ul class="nav">${links(8)}</ul></div>
<div class="main"><h1>${title}</h1><div class="article" id="content">\n`;
  const end = `</div><div class="related"><ul>${links(6)}</ul></div></div><div class="footer"><p>版权所有</p></div></body></html>\n`;
  return filled(begin, end, bytes, () => {
    const kind = random(20);
    if (kind === 0) return `<h2>${phrase()}</h2>\n`;
    if (kind === 1) return `<ul>${Array.from({ length: 4 }, () => `<li>${sentence()}</li>`).join("\n")}</ul>\n`;
    if (kind === 2) return `<blockquote><p>${paragraph()}</p></blockquote>\n`;
    if (kind === 3) return `<figure><img data-src="/images/${random(1000)}.png" alt=""><figcaption>${phrase()}</figcaption></figure>\n`;
    if (kind === 4) return `<pre><code class="language-js">const value = read(&quot;file.txt&quot;);\n</code></pre>\n`;
    if (kind === 5) return `<table><tr><th>${phrase()}</th><th>${phrase()}</th></tr><tr><td>${phrase()}</td><td>${phrase()}</td></tr></table>\n`;
    if (kind < 9) return `<p style="text-indent: 2em">${sentence()}<strong>${phrase()}</strong>${sentence()}<a href="https://example.com/${random(1000)}">${phrase()}</a>${sentence()}</p>\n`;
    return `<p style="text-indent: 2em"><span style="font-size: 16px">${paragraph()}</span></p>\n`;
  });
}
