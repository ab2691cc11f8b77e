/** The rules of cleaning, and why, in words for the reader. A rule that has none here is shown by its name. */

/** @typedef {import("../element/messages.js").Language} Language */

/** @type {Record<string, Record<Language, string>>} */
const RULES = {
  "title.repeated": words("重复了标题", "重複了標題", "Repeats the title"),
  "title.heading": words("这一行是标题", "這一行是標題", "The title"),
  "title.line": words("这一行是标题", "這一行是標題", "The title"),
  subtitle: words("这一行是副标题", "這一行是副標題", "The subtitle"),
  byline: words("作者、出处或日期", "作者、出處或日期", "Author, source or date"),
  category: words("栏目名称", "欄目名稱", "Name of a column"),
  related: words("相关文章等推荐", "相關文章等推薦", "Links to other articles"),
  spam: words("与文章无关的垃圾文字", "與文章無關的垃圾文字", "Spam"),
  button: words("按钮上的字", "按鈕上的字", "Text of a button"),
  breadcrumb: words("文章在网站里的位置", "文章在網站裡的位置", "Where the site keeps the article"),
  "source-link": words("指向来源页面的链接", "指向來源頁面的連結", "Link to where it came from"),
  appeal: words("请人关注、点赞的话", "請人關注、按讚的話", "Appeal to follow or to like"),
  copyright: words("网站的版权信息", "網站的版權資訊", "What a site says of its rights"),
  navigation: words("网站的导航", "網站的導覽", "Navigation of a site"),
  "hot-list": words("热门文章的列表", "熱門文章的列表", "List of what many read"),
  counter: words("阅读、评论的次数", "閱讀、評論的次數", "Counts of readers and comments"),
  date: words("别的内容的日期", "別的內容的日期", "Date of something else"),
  promotion: words("推广的话", "推廣的話", "Promotion"),
  surroundings: words("正文前后的杂项", "正文前後的雜項", "What stands around the article"),
  "html.nav": words("网页的导航", "網頁的導覽", "Navigation of the page"),
  "html.aside": words("网页的侧栏", "網頁的側欄", "Side column of the page"),
  "html.footer": words("网页的页脚", "網頁的頁尾", "Footer of the page"),
  "html.form": words("表单", "表單", "Form"),
  "html.hidden": words("网页里看不见的部分", "網頁裡看不見的部分", "Not visible on the page"),
  "html.role": words("网页的附属部分", "網頁的附屬部分", "Furniture of the page"),
  "html.class": words("看名称像广告或按钮", "看名稱像廣告或按鈕", "Named like an advertisement or a control"),
  "html.copyright": words("版权说明", "版權說明", "Copyright"),
  "html.outside-article": words("在正文之外", "在正文之外", "Outside the article"),
  "html.outside": words("在正文之外", "在正文之外", "Outside the article"),
  "html.links": words("几乎都是链接", "幾乎都是連結", "Hardly more than links"),
  "html.share": words("分享按钮", "分享按鈕", "Buttons to share"),
  "html.pictures": words("没有说明的成排图片", "沒有說明的成排圖片", "Rows of pictures without words"),
  "html.little-text": words("几乎没有文字的部分", "幾乎沒有文字的部分", "Hardly any text"),
  "html.title": words("这一行是标题", "這一行是標題", "The title"),
  reading: words("去掉了混入的注音", "去掉了混入的注音", "A stray reading was taken away"),
  realigned: words("还原了错位的字", "還原了錯位的字", "Characters that were out of step were put right"),
  unmended: words("这里缺了字，无法还原", "這裡缺了字，無法還原", "A character is lost here"),
  unseen: words("去掉了看不见的字符", "去掉了看不見的字元", "Characters that nobody sees were taken away"),
  reference: words("还原了网页的字符代码", "還原了網頁的字元代碼", "Codes of characters were written out"),
  "markup.escaped": words("把转义了的标记当作标记来读", "把跳脫了的標記當作標記來讀", "Markup that was escaped is read as markup"),
  "not-repaired": words("文字可能有损坏，未能修复", "文字可能有損壞，未能修復", "The text may be damaged and was not repaired"),
  "front-matter.broken": words("题头的元数据有错误", "題頭的元資料有錯誤", "The front matter is broken"),
  "front-matter.unterminated": words("题头没有结束", "題頭沒有結束", "The front matter never ends"),
  "markdown.tag": words("网站生成器的标签", "網站產生器的標籤", "Tag of a site generator"),
  "decode.declaration": words("声明的编码与文字不符", "宣告的編碼與文字不符", "The declared charset is not that of the text"),
  "decode.other-charset": words("有几行是另一种编码", "有幾行是另一種編碼", "Some lines are in another charset"),
  "decode.ill-formed": words("有字节不是文字", "有位元組不是文字", "Bytes that are no text"),
  "front-matter.duplicate-name": words(
    "题头里同一个名称出现了两次",
    "題頭裡同一個名稱出現了兩次",
    "A name stands twice in the front matter",
  ),
};

/**
 * @param {string} hans
 * @param {string} hant
 * @param {string} en
 * @returns {Record<Language, string>}
 */
function words(hans, hant, en) {
  return { "zh-Hans": hans, "zh-Hant": hant, en };
}

/**
 * @param {string} rule
 * @param {Language} language
 */
export function ruleInWords(rule, language) {
  return RULES[rule]?.[language] ?? rule.replace(/[-_.]+/gu, " ");
}
