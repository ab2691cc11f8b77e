/** Defines `<shuye-article>`. Importing it is all that a page has to do. */

import { ShuyeArticle } from "./shuye_article.js";

export { ShuyeArticle };

if (globalThis.customElements && !customElements.get("shuye-article")) {
  customElements.define("shuye-article", ShuyeArticle);
}
