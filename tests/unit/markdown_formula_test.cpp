#include <gtest/gtest.h>

#include <string>

#include "unit/markdown.h"

namespace shuye {
namespace {

// `\(…\)` and `\[…\]`, which CommonMark takes for brackets that are meant as such. Many tools do
// write those so: what stands in them decides.
TEST(MarkdownFormulas, InBrackets) {
  constexpr Case kCases[] = {
      {"当\\(a_i*b*c_i\\)时", "当math(\\(a_i*b*c_i\\))时"},
      {"当 \\( E = mc^2 \\) 时", "当 math(\\( E = mc^2 \\)) 时"},
      {"当\\(\\alpha\\)时", "当math(\\(\\alpha\\))时"},
      {"速度\\(v = \\frac{路程}{时间}\\)。", "速度math(\\(v = \\frac{路程}{时间}\\))。"},
      {"跨\\(a\n= b\\)行", "跨math(\\(a = b\\))行"},
      {"式\\[x = \\sum_i x_i\\]内", "式math(\\[x = \\sum_i x_i\\])内"},
      {"式\\[ \\text{若 \\(x\\)} \\]内", "式math(\\[ \\text{若 \\(x\\)} \\])内"},
      {"双\\\\(a_i*b*c_i\\\\)写", "双math(\\(a_i*b*c_i\\))写"},
      {"双\\\\[\\alpha_1\\\\]写", "双math(\\[\\alpha_1\\])写"},
      // A letter alone is one only where others are sure.
      {"设\\(x\\)，\\(n^2\\)，\\(f(x)\\)", "设math(\\(x\\))，math(\\(n^2\\))，math(\\(f(x)\\))"},
      {"见\\(a\\)、\\(1\\)与\\(API\\)", "见(a)、(1)与(API)"},
      {"见\\(API\\)与\\(n^2\\)", "见(API)与math(\\(n^2\\))"},
      // Brackets.
      {"\\(例如\\)与\\(see a\\_b\\)", "(例如)与(see a_b)"},
      {"\\[编辑\\]、\\[1\\]、\\[^1\\]、\\[x^2\\]、\\[a\\_b\\]", "[编辑]、[1]、[^1]、[x^2]、[a_b]"},
      {"\\[a\\\\frac\\]", "[a\\frac]"},
      {"\\(\\)、\\( \\)、\\(x^2", "()、( )、(x^2"},
      {"`\\(x^2\\)`与\\\\\\(x^2\\\\\\)", "code(\\(x^2\\))与\\(x^2\\)"},
      {"[链](a\\(x^2\\))后", "link(链 a(x^2))后"},
      {"甲\\(x^2\n\n乙\\)", ""},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    if (c.expected.empty()) {
      EXPECT_EQ(describe(document), "paragraph: 甲(x^2\nparagraph: 乙)\n");
      continue;
    }
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
}

TEST(MarkdownFormulas, OfTheirOwnLines) {
  constexpr Case kCases[] = {
      {"前\n\\[\na\n=\nb*c*d\n- e\n\\]\n后",
       "paragraph: 前\nparagraph: math(\\[\na\n=\nb*c*d\n- e\n\\])\nparagraph: 后\n"},
      {"\\[ E = mc^2 \\]\n后", "paragraph: math(\\[ E = mc^2 \\])\nparagraph: 后\n"},
      {"- 甲\n\n  \\[\n  x_1*y*z\n  \\]",
       "list\n  item\n    paragraph: 甲\n    paragraph: math(\\[\nx_1*y*z\n\\])\n"},
      {"> \\\\[\n> x_1*y*z\n> \\\\]", "quote\n  paragraph: math(\\[\nx_1*y*z\n\\])\n"},
      {"\\[\n没有结尾\n\n后", "paragraph: [ 没有结尾\nparagraph: 后\n"},
      {"\\[ a = b\n+ c \\]", "paragraph: math(\\[ a = b\n+ c \\])\n"},
      {"\\[注：两行的\n说明\\]", "paragraph: [注：两行的说明]\n"},
      {"\\[编辑\\]\n后", "paragraph: [编辑] 后\n"},
      {"$$ a = b\n\n= c $$\n后", "paragraph: math($$ a = b\n\n= c $$)\nparagraph: 后\n"},
      {"$$ 价钱\n\n甲 $$\n后", "paragraph: $$ 价钱\nparagraph: 甲 $$ 后\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(describe(read(c.markdown)), c.expected) << c.markdown;
}

// A bar in a formula is no border of a cell.
TEST(MarkdownFormulas, BarsInCells) {
  constexpr Case kCases[] = {
      {"|甲|乙|\n|-|-|\n|$|x|$|$P(A|B)$|", "cell: math($|x|$)\n    cell: math($P(A|B)$)\n"},
      {"|甲|乙|\n|-|-|\n|$\\{x | x > 0\\}$|二|", "cell: math($\\{x | x > 0\\}$)\n    cell: 二\n"},
      {"|甲|乙|\n|-|-|\n|\\(|x|=1\\)|二|", "cell: math(\\(|x|=1\\))\n    cell: 二\n"},
      {"|甲|乙|\n|-|-|\n|$5|$6|", "cell: $5\n    cell: $6\n"},
      {"|甲|乙|\n|-|-|\n|$HOME|$|", "cell: $HOME\n    cell: $\n"},
      {"|甲|乙|\n|-|-|\n|`$|x|$`|二|", "cell: `$\n    cell: x\n"},
      {"|甲|乙|\n|-|-|\n|$x\\|y$|二|", "cell: math($x|y$)\n    cell: 二\n"},
  };
  for (const Case& c : kCases) {
    const std::string described = describe(read(c.markdown));
    const std::string rows = described.substr(described.rfind("  row\n") + 10);
    EXPECT_EQ(rows, c.expected) << c.markdown;
  }
  EXPECT_EQ(read("不是表：$|x|$").blocks[0].text, "不是表：$|x|$");
}

}  // namespace
}  // namespace shuye
