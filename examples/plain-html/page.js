import { open } from "./node_modules/shuye/wasm/js/index.js";

const summary = /** @type {HTMLElement} */ (document.querySelector("#summary"));

try {
  const article = await open(await fetch("article.md"));
  const { metadata, stats } = await article.view({ script: "zh-Hant-TW" });
  const { keywords } = await article.find(["书店", "读者"]);
  const counts = keywords.map(({ text, count }) => `${text} ${count}`).join("，");
  summary.textContent = `${metadata.title}：${stats.characters} 字，${stats.minutes} 分鐘；${counts}`;
  article.close();
} catch (error) {
  summary.textContent = String(error);
}
