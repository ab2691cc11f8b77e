#include "shuye/stream_converter.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "convert/pack.h"
#include "unit/support.h"

namespace shuye {
namespace {

/// The sizes of the chunks, again and again; 0 is the rest at once.
std::string streamed(const Converter& converter, std::string_view text,
                     const std::vector<std::size_t>& sizes) {
  StreamConverter stream(converter);
  std::string out;
  for (std::size_t i = 0; !text.empty(); ++i) {
    const std::size_t size = sizes[i % sizes.size()];
    const std::string_view chunk = text.substr(0, size == 0 ? text.size() : size);
    out += stream.write(chunk);
    text.remove_prefix(chunk.size());
  }
  return out + stream.finish();
}

Converter converter(std::string_view configuration) {
  return Converter::create(configuration, all_packs()).value();
}

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = {
      "",
      "\n",
      "他说：“软件里面的后台服务器”，头发干了。\n皇后之后，发展（计算机）程序-3.5 GB\r\n\n完",
      "没有标点的互联网络软件工程师在服务器上发展头发护理以后再说",
      "里\n里面\n面 里 面，里，面SQL注入U盘A型肝炎丹尼·波尔伯克希尔-哈撒韦",
      "⿰里。面里面⿱⿰发展，后面⿰。里面⿰。，⿲里面，里面。里面\n里面",
      "里面里面\xE9\x87\n\xF0\x9F里\xE3\x80。\x80\x80里面\xE3\x80",
      "𠀀𠀁里面😀，里面\U000E0100。里面\uFE00",
      // OpenCC loses what a segment has behind a NUL.
      std::string("里\0发。，里里\0。\n里面\0，a\0⿰里里面", 48),
  };
  return all;
}

// No character behind which the stream is cut is in a key of any pack.
TEST(StreamConverter, CutsBehindNothingThatAWordHolds) {
  const std::u32string boundaries = U"。，、；：？！“”‘’「」『』（）《》…　";
  std::size_t characters = 0;
  for (const std::string_view configuration : configurations()) {
    const auto names = packs_for(configuration);
    ASSERT_TRUE(names);
    for (const std::string_view name : *names) {
      for (const char32_t c : all_packs().get(name)->alphabet()) {
        ++characters;
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        ASSERT_TRUE(c >= 0x80 || letter || c == '-') << name << " " << static_cast<int>(c);
        ASSERT_EQ(boundaries.find(c), boundaries.npos) << name << " " << static_cast<int>(c);
      }
    }
  }
  EXPECT_GT(characters, 10'000U);
}

TEST(StreamConverter, IsOneCallWhereverTheChunksAreCut) {
  for (const std::string_view configuration : configurations()) {
    const Converter convert = converter(configuration);
    for (const std::string& text : texts()) {
      const std::string expected = convert.convert(text);
      for (std::size_t cut = 1; cut < text.size(); ++cut) {
        ASSERT_EQ(streamed(convert, text, {cut, 0}), expected) << configuration << " " << cut;
      }
      for (const std::size_t size : {1, 2, 3, 7}) {
        ASSERT_EQ(streamed(convert, text, {size}), expected) << configuration << " by " << size;
      }
    }
  }
}

TEST(StreamConverter, IsOneCallForRandomTextsInRandomChunks) {
  std::random_device device;
  const unsigned seed = device();
  std::mt19937 random(seed);
  const std::vector<std::string> pieces = {std::string(1, '\0'),
                                           "里",
                                           "面",
                                           "发",
                                           "后",
                                           "干",
                                           "系",
                                           "统",
                                           "头",
                                           "网",
                                           "络",
                                           "软",
                                           "件",
                                           "服",
                                           "务",
                                           "器",
                                           "，",
                                           "。",
                                           "\n",
                                           " ",
                                           "⿰",
                                           "⿳",
                                           "-",
                                           "·",
                                           "U",
                                           "盘",
                                           "a",
                                           "1",
                                           "\xE9",
                                           "\x87",
                                           "“"};
  for (const std::string_view configuration : {"s2twp", "s2t", "tw2sp", "t2s", "hk2sp"}) {
    const Converter convert = converter(configuration);
    for (int round = 0; round < 300; ++round) {
      std::string text;
      std::vector<std::size_t> sizes;
      for (int i = 0; i < 60; ++i) text += pieces[random() % pieces.size()];
      for (int i = 0; i < 10; ++i) sizes.push_back(1 + random() % 40);
      ASSERT_EQ(streamed(convert, text, sizes), convert.convert(text))
          << configuration << " seed " << seed << ": " << text;
    }
  }
}

TEST(StreamConverter, GivesWhatIsCertainAtOnce) {
  StreamConverter stream(converter("s2t"));
  EXPECT_EQ(stream.write("头"), "");
  EXPECT_EQ(stream.write("发，里"), "頭髮，");
  EXPECT_EQ(stream.write("面\n"), "裏面\n");
  EXPECT_EQ(stream.finish(), "");
  EXPECT_EQ(stream.write("头发"), "");
  EXPECT_EQ(stream.finish(), "頭髮");
}

// One endless line without punctuation: some thousand bytes are held, and no word is cut.
TEST(StreamConverter, HoldsABoundedPartOfAnEndlessLine) {
  const Converter convert = converter("s2twp");
  std::string text;
  while (text.size() < 3 * StreamConverter::kMaxHeldBytes) {
    text += "头发里面的软件系统干了以后皇后发展互联网络服务器";
  }
  StreamConverter stream(convert);
  std::string out;
  std::size_t most = 0;
  const std::size_t step = 50'001;
  for (std::size_t at = 0; at < text.size(); at += step) {
    out += stream.write(std::string_view(text).substr(at, step));
    most = std::max(most, std::min(at + step, text.size()) - out.size());
  }
  EXPECT_LE(most, step + 20'000);
  out += stream.finish();
  EXPECT_EQ(out, convert.convert(text));
}

// Bytes that begin no character have no place between two.
TEST(StreamConverter, GetsThroughAnEndlessRunOfStrayBytes) {
  const Converter convert = converter("s2twp");
  const std::string text(2 * StreamConverter::kMaxHeldBytes, '\x80');
  EXPECT_EQ(streamed(convert, text, {100'000}), text);
}

}  // namespace
}  // namespace shuye
