/** The colours of marks for everything around the article, too: chips, ticks, the list of matches. */

import { MARK_COLOURS } from "../element/mark_style.js";

export function usePalette() {
  const sheet = new CSSStyleSheet();
  const rules = MARK_COLOURS.map(([name, day, night]) => `--shuye-${name}: light-dark(${day}, ${night});`);
  sheet.replaceSync(`:root { ${rules.join(" ")} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
