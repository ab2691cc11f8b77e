/** The attributes of `<shuye-article>` as properties, and what follows from a change of each. */

/** On a server there are no elements; importing the module is harmless there. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * What has to be done anew: the article is opened, converted, drawn, or only its keywords are looked for.
 * @type {Readonly<Record<string, "article" | "view" | "drawing" | "keywords" | "search">>}
 */
export const CHANGES = {
  src: "article",
  cut: "article",
  script: "view",
  show: "view",
  punctuation: "view",
  images: "drawing",
  keywords: "keywords",
  "article-keywords": "search",
  overlaps: "search",
  "ignore-punctuation": "search",
  "regional-words": "search",
};

export class ElementWithAttributes extends Base {
  static observedAttributes = Object.keys(CHANGES);

  get src() {
    return this.getAttribute("src") ?? "";
  }
  set src(value) {
    this.setAttribute("src", value);
  }

  get script() {
    return this.getAttribute("script") || "original";
  }
  set script(value) {
    this.setAttribute("script", value);
  }

  get overlaps() {
    return this.getAttribute("overlaps") || "leftmost-longest";
  }
  set overlaps(value) {
    this.setAttribute("overlaps", value);
  }

  get ignorePunctuation() {
    return this.hasAttribute("ignore-punctuation");
  }
  set ignorePunctuation(value) {
    this.toggleAttribute("ignore-punctuation", value);
  }

  get regionalWords() {
    return this.hasAttribute("regional-words");
  }
  set regionalWords(value) {
    this.toggleAttribute("regional-words", value);
  }

  get punctuation() {
    return this.getAttribute("punctuation") || "keep";
  }
  set punctuation(value) {
    this.setAttribute("punctuation", value);
  }

  get cut() {
    return this.getAttribute("cut") || "normal";
  }
  set cut(value) {
    this.setAttribute("cut", value);
  }
}

/**
 * What the text depends on, as options of a view.
 * @param {ElementWithAttributes} element
 */
export function textOptions(element) {
  const show = (element.getAttribute("show") ?? "").split(/\s+/u).filter(Boolean);
  return {
    script: element.script,
    punctuation: element.punctuation,
    ...(show.length > 0 ? { show } : {}),
  };
}

/**
 * What is found in it depends on that, too.
 * @param {ElementWithAttributes} element
 */
export function searchOptions(element) {
  const { overlaps, ignorePunctuation, regionalWords } = element;
  return { overlaps, ignorePunctuation, regionalWords, articleKeywords: element.hasAttribute("article-keywords") };
}
