// Any bytes as an article, the whole way: the first byte chooses the format, the script and what is
// asked for, the others are the article.

#include <shuye/shuye.h>

#include <nlohmann/json.hpp>

#include "fuzz/target.h"
#include "unit/support.h"

namespace shuye::fuzz {
namespace {

constexpr std::optional<Format> kFormats[] = {std::nullopt, Format::markdown, Format::html,
                                              Format::plain};
constexpr Script kScripts[] = {Script::original, Script::hans, Script::hant_tw, Script::hant_hk};

void expect_json(std::string_view name, const std::string& text) {
  if (!nlohmann::json::accept(text)) fail(std::string(name) + " is well-formed JSON", text);
}

/// The renderer's own elements are all there is: none of these is among them.
void expect_safe(const std::string& html) {
  for (const char* const element : {"<script", "<iframe", "<object", "<style", "=\"javascript:"}) {
    if (html.find(element) != html.npos) fail("nothing of an input is echoed as markup", html);
  }
}

void render(Article& article, const ViewOptions& options) {
  const auto output = [&](Output one) {
    auto rendered = article.render(one, options, all_packs());
    if (!rendered) fail("every view can be rendered", rendered.error().message);
    return std::move(rendered).value();
  };
  expect_safe(output(Output::html));
  expect_json("the tree", output(Output::tree));
  expect_json("the view", output(Output::json));
  output(Output::page);
  output(Output::markdown);
  output(Output::text);
}

}  // namespace

const std::vector<std::string>& tokens() {
  static const std::vector<std::string> all = {"---\n",
                                               "title: ",
                                               "tags:\n  - ",
                                               "lang: zh-TW\n",
                                               "+++\n",
                                               ";;;\n{\"title\": \"",
                                               "\n\n",
                                               "\n",
                                               "# ",
                                               "## ",
                                               "- ",
                                               "1. ",
                                               "> ",
                                               "```",
                                               "    ",
                                               "| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n",
                                               "**",
                                               "*",
                                               "~~",
                                               "`",
                                               "==",
                                               "[^1]",
                                               "[^1]: ",
                                               "[",
                                               "](",
                                               ")",
                                               "![",
                                               "- [x] ",
                                               "<!--",
                                               "-->",
                                               "<![CDATA[",
                                               "]]>",
                                               "<p>",
                                               "</p>",
                                               "<div class=\"",
                                               "\">",
                                               "</div>",
                                               "<br>",
                                               "<table>",
                                               "<tr><td>",
                                               "</td></tr>",
                                               "</table>",
                                               "<td rowspan=9 colspan=9>",
                                               "<ul><li>",
                                               "<pre><code>",
                                               "<ruby>",
                                               "<rt>",
                                               "<img src=\"",
                                               "<a href=\"javascript:",
                                               "<a href='",
                                               "<script>",
                                               "</script>",
                                               "<style>",
                                               "<template>",
                                               "<svg>",
                                               "<math>",
                                               "<article>",
                                               "<header>",
                                               "<h1>",
                                               "<blockquote>",
                                               "<meta name=",
                                               "<title>",
                                               "<html lang=\"zh-HK\">",
                                               "<base href=\"",
                                               "&lt;",
                                               "&#x4e2d;",
                                               "&amp",
                                               "\xEF\xBB\xBF",
                                               "\xFF\xFE",
                                               "\xFE\xFF",
                                               "\x80",
                                               "\xE4\xB8",
                                               "<meta charset=gbk>",
                                               "\xD5\xE2\xCA\xC7\xD2\xBB\xC6\xAA\xCE\xC4\xD5\xC2",
                                               "\xB3\x6F\xAC\x4F\xA4\x40\xBD\x67\xA4\xE5\xB3\xB9",
                                               "\x81\x30\x81\x30",
                                               "\uFFFC",
                                               "\r\n",
                                               "\t",
                                               "\x01",
                                               "作者：",
                                               "來源：",
                                               "2025年3月5日",
                                               "责任编辑：",
                                               "一、",
                                               "（一）",
                                               "第一章 ",
                                               "相关阅读",
                                               "分享",
                                               "软件",
                                               "鼠标",
                                               "最后",
                                               "這裡",
                                               "里面",
                                               "，",
                                               "。",
                                               "“",
                                               "”",
                                               "「",
                                               "」",
                                               "https://example.com/a?b=c"};
  return all;
}

}  // namespace shuye::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace shuye;
  using namespace shuye::fuzz;
  if (size == 0) return 0;
  const unsigned choice = data[0];
  OpenOptions open;
  open.format = kFormats[choice % 4];
  auto article = Article::open(std::string_view(reinterpret_cast<const char*>(data + 1), size - 1),
                               open, charset_packs());
  if (!article) return 0;

  ViewOptions view;
  view.script = kScripts[choice / 4 % 4];
  view.punctuation = choice / 16 % 2 == 1 ? Punctuation::regional : Punctuation::keep;
  view.article_keywords = choice / 32 % 2 == 1;
  view.keywords = {"軟件", "的", "a"};
  if (choice / 64 % 2 == 1) view.roles = ~RoleSet{0};
  render(*article, view);
  bool restored = false;
  for (const TraceEntry& entry : trace_of(article->document())) {
    if (entry.kind != TraceKind::removal) continue;
    if (!article->restore(entry.id)) fail("every removal can be undone", entry.rule);
    restored = true;
  }
  if (restored) render(*article, view);
  return 0;
}
