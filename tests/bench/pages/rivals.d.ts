// What is used of peers that bring no types, or types of another module format.

interface MarkOptions {
  separateWordSearch?: boolean;
  diacritics?: boolean;
  accuracy?: "partially";
  combinePatterns?: boolean | number;
  cacheTextNodes?: boolean;
  filter?: () => boolean;
  done?: (marks: number) => void;
}

declare module "mark.js/dist/mark.es6.js" {
  export default class Mark {
    constructor(context: Element);
    mark(keywords: readonly string[], options: MarkOptions): void;
  }
}

declare module "advanced-mark.js/dist/mark.es6.js" {
  export default class Mark {
    constructor(context: Element);
    mark(keywords: readonly string[], options: MarkOptions): void;
  }
}
