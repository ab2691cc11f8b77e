#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "parse/html_condensed.h"
#include "parse/html_tree.h"

namespace shuye {
namespace {

TEST(CondensedHtml, GivesTheParserOneCharacterForARun) {
  const std::string_view html =
      "<p title=\"山城的早市\"> 山城 8 点的早市。 &amp;amp;a山b\r<!--山城的早市--></p>";
  CondensedHtml page(html);
  EXPECT_EQ(page.text(), "<p title=\"\U000F0000\"> \U000F0001&amp;amp;a山b\r<!--\U000F0002--></p>");
  std::string restored;
  EXPECT_EQ(page.restore(page.text(), restored), html);
  EXPECT_EQ(page.restore("\U000F0001", restored), "山城 8 点的早市。 ");
  EXPECT_EQ(page.restore("ab", restored), "ab");
  EXPECT_EQ(page.restore("", restored), "");
  EXPECT_EQ(page.original(page.text()), html);
  EXPECT_EQ(page.original(page.text().substr(page.text().find('>') + 1)),
            html.substr(html.find('>') + 1));
  EXPECT_EQ(page.original(0), 0U);
  EXPECT_EQ(page.original(page.text().size()), html.size());
  EXPECT_EQ(page.original(page.text().find('>') + 1), html.find('>') + 1);
  EXPECT_EQ(page.original(page.text().find("</p>")), html.find("</p>"));
  EXPECT_EQ(page.original(page.text().find("a山")), html.find("a山"));
}

TEST(CondensedHtml, LeavesWhatAParserReads) {
  struct Case {
    std::string_view html, condensed;
  };
  constexpr Case kCases[] = {
      // Too short, and what may be a reference.
      {"<p>8 点</p>", "<p>8 点</p>"},
      {"<p>a &lt;b&notin the text &c", "<p>a &lt;b&notin \U000F0000&c"},
      // Values that the parser compares, that have references, or no quotation marks.
      {"<font color='#ffffff'><input type='hidden'>",
       "<font color='#ffffff'><input type='hidden'>"},
      {"<a href='/list?a&b=1' rel=nofollow>", "<a href='/list?a&b=1' rel=nofollow>"},
      {"<a href = '/list' title='a>b<c'>", "<a href = '/list' title='a>b<c'>"},
      {"<a href = '/list/' =x>", "<a href = '\U000F0000' =x>"},
      // What is replaced: control characters, and those that are none.
      {"<p>abc\x01\x7F\u0085\uFDD0\U0001FFFEabc</p>",
       "<p>abc\x01\x7F\u0085\uFDD0\U0001FFFEabc</p>"},
      {"<p>\u00A0\u00B7😀é</p>", "<p>\U000F0000</p>"},
      // Only in a program a tag is surely none, and a comment changes where it ends.
      {"<script>while (a<list.size) c = '</p> ';</script>",
       "<script>\U000F0000<\U000F0001<\U000F0002</script>"},
      {"<style>a<b {color: red}</style>", "<style>a<b {color: red}</style>"},
      {"<script>a<b<!--</script>-->", "<script>a<b<!--</script>-->"},
      {"<svg><script>a<b x='y'</script>", "<svg><script>a<b x='y'</script>"},
      // Sections and what turns everything into text.
      {"<svg><![CDATA[ abcdef <b> ]]>", "<svg><![CDATA[ abcdef <b> ]]>"},
      // HTML in SVG: the end of an outer element ends nothing there.
      {"<svg><desc><b></svg></desc><script>a<b x='y'</script>",
       "<svg><desc><b></svg></desc><script>a<b x='y'</script>"},
      {"<plaintext>abcdef <b title='abcdef'>", "<plaintext>abcdef <b title='abcdef'>"},
  };
  for (const auto& [html, condensed] : kCases) {
    EXPECT_EQ(CondensedHtml(html).text(), condensed) << html;
  }
}

TEST(CondensedHtml, LeavesAPageThatCouldNameAStandIn) {
  for (const std::string_view html :
       {"<p>山城的早市\U000F0000</p>", "<p>山城的早市\U0010FFFD</p>", "<p>山城的早市&#983040;</p>",
        "<p>山城的早市&#xF0000</p>", "<p>山城的早市&#X0000fffff;</p>",
        "<p>山城的早市&#99999999999999999999999;</p>"}) {
    EXPECT_EQ(CondensedHtml(html).text(), html);
  }
  const std::string_view harmless = "<p>山城的早市&#x5C71;&#39;&nbsp;&#</p>";
  EXPECT_EQ(CondensedHtml(harmless).text(), "<p>\U000F0000&#x5C71;&#39;&nbsp;&#</p>");
}

TEST(CondensedHtml, HasAStandInForEveryRun) {
  std::string html;
  for (int i = 0; i < 140'000; ++i) html += "<p>山城早" + std::to_string(i);
  CondensedHtml page(html);
  EXPECT_LT(page.text().size(), html.size());
  std::string restored;
  EXPECT_EQ(page.restore(page.text(), restored), html);
}

TEST(CondensedHtml, IsNotSeenInTheTree) {
  const std::string_view html =
      "<!--山城的早市--><p 山城的早市=一 title=\"山城的早市，八点开\">山城的<b>早市，八点开。"
      "</b>五点&amp;六点半开门</p><x山城的早市>八点开，六点关</x山城的早市>";
  const HtmlTree tree(html);
  EXPECT_EQ(tree.text_of(0), "山城的早市，八点开。五点&六点半开门八点开，六点关");
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree[i];
    if (node.name() == "p") {
      EXPECT_EQ(node.attribute("title"), "山城的早市，八点开");
    }
    if (node.text() == "早市，八点开。") {
      EXPECT_EQ(html.substr(node.source().begin, node.source().size()), node.text());
    }
  }
}

/// A page of pieces of markup and text in any order.
std::string soup(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"<p>",
                                          "</p>",
                                          "<div class=\"article content\">",
                                          "</div>",
                                          "<b>",
                                          "</b>",
                                          "<b style=\"color: blue\">",
                                          "<font color='#ffffff'>",
                                          "</font>",
                                          "<a href=\"https://example.com/1\">",
                                          "</a>",
                                          "<span style='font-size: 16px'>",
                                          "</span>",
                                          "<script>",
                                          "</script>",
                                          "</SCRIPT >",
                                          "<style>",
                                          "</style>",
                                          "<title>",
                                          "</title>",
                                          "<textarea>\n",
                                          "</textarea>",
                                          "<math>",
                                          "</math>",
                                          "<svg viewBox=\"0 0 9 9\">",
                                          "</svg>",
                                          "<select>",
                                          "</select>",
                                          "<option value=\"一二三四\">",
                                          "<!--",
                                          "-->",
                                          "--!>",
                                          "<!-->",
                                          "<!DOCTYPE html>",
                                          "<?xml 一二三四 ?>",
                                          "</ 一二三四>",
                                          "</>",
                                          "<",
                                          "&",
                                          "&amp;",
                                          "&nbsp一二",
                                          "&no",
                                          "&#20013;",
                                          "&notit;",
                                          "一二三四，五六。",
                                          "八点开",
                                          "中文 abc 中文",
                                          "hello world, this is text",
                                          "a < b and c > d",
                                          " \n ",
                                          "\r\n",
                                          "\r",
                                          "\f",
                                          "  x",
                                          "\u00A0",
                                          "\u0085",
                                          "\u3000",
                                          "\uFFFC",
                                          "\uFDD0",
                                          "😀",
                                          "\U0001FFFE",
                                          "\x01",
                                          "\"",
                                          "'",
                                          "=\"",
                                          "/>",
                                          ">",
                                          "<br/>",
                                          "<img src=/1.png alt='a>b<c' ==\"x>y\">",
                                          "<input type=\"hidden\">",
                                          "<table>",
                                          "</table>",
                                          "<tr>",
                                          "<td>",
                                          "<col span=\"2222222\">",
                                          "<caption>",
                                          "<pre>\n",
                                          "</pre>",
                                          "<li>",
                                          "<ul>",
                                          "<h1>",
                                          "</h2>",
                                          "<body class=\"abcdefg\">",
                                          "</body>",
                                          "<html lang=\"zh-Hans-CN\">",
                                          "</html>",
                                          "<head>",
                                          "<meta name=\"description\" content=\"一二三四\">",
                                          "<noscript>",
                                          "<iframe src=\"http://a.b/c\">",
                                          "</iframe>",
                                          "if (a<b && c<d) x = \"</div>\";",
                                          "<foreignObject>",
                                          "</foreignObject>",
                                          "</svg>",
                                          "<mi>",
                                          "<select>",
                                          "<!--",
                                          "<!-- abcdefgh ",
                                          "-->",
                                          "write(\"<script src=a></script>\");",
                                          "<p 山城的早市=一 title=\"山城的早市，八点开\">",
                                          "<a\thref = \"abc def gh\"class=b>",
                                          "<a href=\"a&amp;b&copy=c\">"};
  std::string page;
  for (auto pieces = 1 + random() % 24; pieces > 0; --pieces) {
    page += kPieces[random() % std::size(kPieces)];
  }
  return page;
}

/// Of a tree, all that there is: elements, attributes and texts, how they nest and where they
/// stand.
std::string description(const HtmlTree& tree, std::size_t offset) {
  std::string all;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree[i];
    const Range source = node.source();
    const std::size_t shift = source.end == 0 ? 0 : offset;
    all += std::to_string(node.parent) + ' ' + std::to_string(source.begin - shift) + '-' +
           std::to_string(source.end - shift) + ' ' + std::string(node.name());
    for (std::uint32_t k = 0; node.attributes != nullptr && k < node.size; ++k) {
      all.append(" ").append(node.attributes[k].name).append("=").append(node.attributes[k].value);
    }
    all.append(" ").append(node.text()).append("\n");
  }
  return all;
}

void expect_same_tree(const std::string& page) {
  // With a character of theirs in it, a page is parsed as it is.
  constexpr std::string_view kStandIn = "<!--\U000F0000-->";
  const std::string whole = std::string(kStandIn) + page;
  ASSERT_EQ(description(HtmlTree(page), 0), description(HtmlTree(whole), kStandIn.size())) << page;
}

TEST(CondensedHtml, MakesTheSameTreeOfAnyPage) {
  std::mt19937 random(12);
  for (int i = 0; i < 3000; ++i) expect_same_tree(soup(random));
}

// One that is written by a script in a comment does not end it.
TEST(CondensedHtml, KnowsWhereAScriptEnds) {
  for (const std::string html :
       {"<script>\n<!--\nwrite(\"<script src=a></script>\");\n//-->\nf(\"<script>\");\n</script>",
        "<script><!--<script>a</script> text text --> <script> </script>", "<script><!--></script>",
        "<script><!-- <SCRIPT>a</Script></script>", "<script>a --> <script> b</script>",
        "<script><!-- <scripts>a</script>"}) {
    const std::string page = html + "<p>山城的早市八点开。</p>";
    expect_same_tree(page);
    EXPECT_EQ(HtmlTree(page)[HtmlTree(page).size() - 1].text(), "山城的早市八点开。") << page;
  }
}

}  // namespace
}  // namespace shuye
