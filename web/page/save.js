/** Saves what is on the screen: the article in this script, with these marks. */

import { download, get } from "./dom.js";
import { t } from "./language.js";
import { titleOf } from "./title.js";

/** @typedef {import("./start.js").ShuyeArticle} ShuyeArticle */
/** @typedef {NonNullable<ShuyeArticle["article"]>} Article */
/** @typedef {ShuyeArticle["viewOptions"]} ViewOptions */

/** @type {Record<string, { type: string, extension: string, write: (article: Article, options: ViewOptions) => Promise<string> }>} */
const FORMATS = {
  page: { type: "text/html", extension: "html", write: (article, options) => article.toPage(options) },
  markdown: { type: "text/markdown", extension: "md", write: (article, options) => article.toMarkdown(options) },
  text: { type: "text/plain", extension: "txt", write: (article, options) => article.toText(options) },
  json: { type: "application/json", extension: "json", write: (article, options) => article.toJson(options) },
};

/** @param {import("./start.js").Reader} reader */
export function setUpSave({ element, announcer }) {
  const menu = get("save");
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll("[data-export]"))) {
    button.addEventListener("click", async () => {
      const format = FORMATS[button.dataset.export ?? ""];
      if (!format || !element.article) return announcer.warn(t("nothing_open"));
      try {
        const text = await format.write(element.article, element.viewOptions);
        download(new Blob([text], { type: `${format.type};charset=utf-8` }), `${fileName(element)}.${format.extension}`);
        menu.hidePopover();
      } catch (error) {
        announcer.warn(`${t("save_failed")} ${error instanceof Error ? error.message : ""}`);
      }
    });
  }
}

/** @param {ShuyeArticle} element */
function fileName(element) {
  return titleOf(element.view).replace(/[\p{Cc}\\/:*?"<>|]+/gu, " ").trim().slice(0, 60) || "shuye";
}
