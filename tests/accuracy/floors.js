/**
 * @file What each figure must not fall below: the target, or what is reached so far where that is less. Raise a floor with
 * the change that earns it.
 *
 * @type {Record<string, { what: string, target: number, floor: number }>}
 */
export const floors = {
  seeds: { what: "seed articles: fields as a careful reader says", target: 1, floor: 1 },
  pages: { what: "pages with gold text: F1", target: 0.97, floor: 0.97 },
  "pages, least": { what: "… the least of a page", target: 0.7, floor: 0.7 },
  readability: { what: "Readability's pages: F1 with its text", target: 0.96, floor: 0.96 },
  "readability, least": { what: "… the least of a page", target: 0.7, floor: 0.7 },
  titles: { what: "… titles, with or without the site's name", target: 1, floor: 1 },
  "titles exactly": { what: "… titles, letter by letter", target: 1, floor: 0.88 },
  bylines: { what: "… bylines", target: 1, floor: 1 },
  "pasted blocks": { what: "pages pasted as text, a block a line: F1", target: 0.9, floor: 0.95 },
  "pasted nodes": { what: "… a text node a line", target: 0.9, floor: 0.95 },
  "pasted selection": { what: "… as a browser's selection", target: 0.9, floor: 0.95 },
  "tags repeated": { what: "authors' tags among ten keywords found: said twice or more", target: 0.55, floor: 0.66 },
  "tags said": { what: "… said at all", target: 0.55, floor: 0.5 },
  restored: { what: "damaged text: bigrams restored", target: 0.97, floor: 0.97 },
  exact: { what: "… documents restored exactly", target: 0.7, floor: 0.7 },
  undamaged: { what: "… whole documents left alone", target: 1, floor: 1 },
};
