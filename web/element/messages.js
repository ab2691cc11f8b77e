/** What the element itself says, in the languages of its users. */

/** @typedef {"zh-Hans" | "zh-Hant" | "en"} Language */

/**
 * The language of the interface that suits a list of BCP 47 tags best.
 * @param {readonly (string | null | undefined)[]} tags In order of preference.
 * @returns {Language}
 */
export function pickLanguage(tags) {
  for (const tag of tags) {
    if (!tag) continue;
    if (/^(zh|yue)(-|$)/i.test(tag)) return /-(hant|tw|hk|mo)\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
    if (/^en(-|$)/i.test(tag)) return "en";
  }
  return "en";
}

/**
 * The language of the place where an element stands, or else of the reader.
 * @param {Element} element
 */
export function languageAt(element) {
  return pickLanguage([element.closest("[lang]")?.getAttribute("lang"), ...navigator.languages]);
}

/** @type {Record<Language, Record<string, string>>} */
const MESSAGES = {
  "zh-Hans": {
    loading: "正在打开…",
    table: "表格",
    image: "载入图片",
    image_missing: "图片",
    image_failed: "图片未能载入，再试一次",
    empty_input: "这里面没有文字。",
    binary_input: "这不是文字文件，无法作为文章打开。",
    too_large: "文件太大，超出了限制。",
    unreadable: "无法读取。",
    unreachable: "无法读取这个地址：网络不通，或者该网站不允许其他网页读取它（CORS）。可以在那里复制文章，粘贴到这里，或者存成文件再打开。",
    unknown_script: "不认识这种文字。",
    unknown_charset: "不支持这个文件的编码。",
    pack_missing: "缺少转换用的数据，未能转换文字。",
    pack_damaged: "转换用的数据已损坏，未能转换文字。",
    unknown: "出了问题，未能打开。",
  },
  "zh-Hant": {
    loading: "正在開啟…",
    table: "表格",
    image: "載入圖片",
    image_missing: "圖片",
    image_failed: "圖片未能載入，再試一次",
    empty_input: "這裡面沒有文字。",
    binary_input: "這不是文字檔案，無法當作文章開啟。",
    too_large: "檔案太大，超出了限制。",
    unreadable: "無法讀取。",
    unreachable: "無法讀取這個網址：網路不通，或者該網站不允許其他網頁讀取它（CORS）。可以在那裡複製文章，貼到這裡，或者存成檔案再開啟。",
    unknown_script: "不認識這種文字。",
    unknown_charset: "不支援這個檔案的編碼。",
    pack_missing: "缺少轉換用的資料，未能轉換文字。",
    pack_damaged: "轉換用的資料已損壞，未能轉換文字。",
    unknown: "出了問題，未能開啟。",
  },
  en: {
    loading: "Opening…",
    table: "Table",
    image: "Load image",
    image_missing: "Image",
    image_failed: "The image could not be loaded; try again",
    empty_input: "There is no text in it.",
    binary_input: "This is not a text file and cannot be opened as an article.",
    too_large: "The file is larger than the limit.",
    unreadable: "It could not be read.",
    unreachable:
      "This address could not be read: the network is down, or the site does not let other pages read it (CORS). Copy the article there and paste it here, or save it as a file and open that.",
    unknown_script: "There is no such script.",
    unknown_charset: "The encoding of the file is not supported.",
    pack_missing: "Data for the conversion is missing; the script was not changed.",
    pack_damaged: "Data for the conversion is damaged; the script was not changed.",
    unknown: "Something went wrong; it could not be opened.",
  },
};

/**
 * @param {Language} language
 * @param {string} key
 * @returns {string} Never empty: an unknown key gets the general message.
 */
export function message(language, key) {
  return MESSAGES[language][key] ?? MESSAGES[language].unknown ?? key;
}
