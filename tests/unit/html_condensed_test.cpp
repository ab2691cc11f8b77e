#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "parse/html_condensed.h"
#include "parse/html_tree.h"

namespace shuye {
namespace {

TEST(CondensedHtml, GivesTheParserOneCharacterForARun) {
  const std::string_view html = "<p title=\"山城的早市\">山城的早市，八点开。a山b</p>";
  CondensedHtml page(html);
  EXPECT_EQ(page.text(), "<p title=\"\U000F0000\">\U000F0001a山b</p>");
  std::string restored;
  EXPECT_EQ(page.restore(page.text(), restored), html);
  EXPECT_EQ(page.restore("\U000F0001", restored), "山城的早市，八点开。");
  EXPECT_EQ(page.restore("ab", restored), "ab");
  EXPECT_EQ(page.restore("", restored), "");
  EXPECT_EQ(page.original(page.text()), html);
  EXPECT_EQ(page.original(page.text().substr(page.text().find('>') + 1)),
            "山城的早市，八点开。a山b</p>");
  EXPECT_EQ(page.original(0), 0U);
  EXPECT_EQ(page.original(page.text().size()), html.size());
  EXPECT_EQ(page.original(page.text().find('>') + 1), html.find('>') + 1);
  EXPECT_EQ(page.original(page.text().find("</p>")), html.find("</p>"));
  EXPECT_EQ(page.original(page.text().find("a山")), html.find("a山"));
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
  for (int i = 0; i < 140'000; ++i) html += "山城早" + std::to_string(i);
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

}  // namespace
}  // namespace shuye
