#include "shuye/decode.h"

#include <gtest/gtest.h>

namespace shuye {
namespace {

using namespace std::string_literals;

std::string text_of(std::string_view bytes, const std::string& charset = {}) {
  const auto decoded = decode(bytes, {charset});
  return decoded ? decoded->text : "error: " + decoded.error().message;
}

ErrorCode error_of(std::string_view bytes, const std::string& charset = {}) {
  const auto decoded = decode(bytes, {charset});
  EXPECT_FALSE(decoded);
  if (decoded) return ErrorCode::internal;
  EXPECT_EQ(decoded.error().stage, Stage::decode);
  EXPECT_FALSE(decoded.error().message.empty());
  return decoded.error().code;
}

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

TEST(Decode, Utf8WithAndWithoutMark) {
  EXPECT_EQ(text_of("書頁"), "書頁");
  EXPECT_EQ(text_of("\xEF\xBB\xBF書頁"), "書頁");
}

TEST(Decode, Newlines) { EXPECT_EQ(text_of("一\r\n二\r三\n四\r"), "一\n二\n三\n四\n"); }

TEST(Decode, Utf16WithMark) {
  EXPECT_EQ(text_of("\xFF\xFE"s + utf16(u"書頁\r\n𠜎a", true)), "書頁\n𠜎a");
  EXPECT_EQ(text_of("\xFE\xFF"s + utf16(u"書頁\r\n𠜎a", false)), "書頁\n𠜎a");
}

TEST(Decode, Utf16WithoutMark) {
  EXPECT_EQ(text_of(utf16(u"這是一篇文章，沒有標記。", true)), "這是一篇文章，沒有標記。");
  EXPECT_EQ(text_of(utf16(u"這是一篇文章，沒有標記。", false)), "這是一篇文章，沒有標記。");
  EXPECT_EQ(text_of(utf16(u"plain words", true)), "plain words");
}

TEST(Decode, TheCallersCharsetCountsUnlessThereIsAMark) {
  EXPECT_EQ(text_of(utf16(u"書", false), "UTF-16BE"), "書");
  EXPECT_EQ(text_of("\xEF\xBB\xBF書", "utf-16le"), "書");
  EXPECT_EQ(text_of("書", "klingon"), "書");
}

struct LossCase {
  std::string bytes;
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> losses;  // offset, length
};

// The maximal subparts are those of Unicode 15, table 3-8 and the examples around it.
TEST(Decode, IllFormedUtf8IsReportedByMaximalSubparts) {
  const std::vector<LossCase> cases = {
      {"a\xC0\xAF b", "a\uFFFD\uFFFD b", {{1, 1}, {2, 1}}},
      {"\xED\xA0\x80z", "\uFFFD\uFFFD\uFFFDz", {{0, 1}, {1, 1}, {2, 1}}},
      {"\xF4\x91\x92\x93z", "\uFFFD\uFFFD\uFFFD\uFFFDz", {{0, 1}, {1, 1}, {2, 1}, {3, 1}}},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBFz",
       "\uFFFD\uFFFD\uFFFD\uFFFDz",
       {{0, 2}, {2, 1}, {3, 3}, {6, 2}}},
      {"漢\xE5\xAD", "漢\uFFFD", {{3, 2}}},
      {"abcdefgh\0ij"s, "abcdefgh\uFFFDij", {{8, 1}}},
  };
  for (const LossCase& c : cases) {
    const auto decoded = decode(c.bytes);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, c.text);
    std::vector<std::pair<std::size_t, std::size_t>> losses;
    for (const DecodeLoss& loss : decoded->losses) {
      losses.emplace_back(loss.offset, loss.length);
      EXPECT_EQ(decoded->text.substr(loss.text_offset, 3), "\uFFFD");
    }
    EXPECT_EQ(losses, c.losses) << c.text;
  }
}

TEST(Decode, LossesCountFromTheBeginningOfTheInput) {
  const auto decoded = decode("\xEF\xBB\xBFok\xFF");
  ASSERT_TRUE(decoded);
  ASSERT_EQ(decoded->losses.size(), 1U);
  EXPECT_EQ(decoded->losses[0].offset, 5U);
  EXPECT_EQ(decoded->losses[0].text_offset, 2U);
}

TEST(Decode, DamagedUtf16) {
  const auto decoded =
      decode("\xFF\xFE"s + utf16(u"a", true) + "\x00\xD8"s + utf16(u"b", true) + "c");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "a\uFFFDb\uFFFD");
  ASSERT_EQ(decoded->losses.size(), 2U);
  EXPECT_EQ(decoded->losses[0].offset, 4U);
  EXPECT_EQ(decoded->losses[1].offset, 8U);
  EXPECT_EQ(decoded->losses[1].length, 1U);
}

TEST(Decode, RefusesWhatIsNoText) {
  EXPECT_EQ(error_of(""), ErrorCode::empty_input);
  EXPECT_EQ(error_of(" \n\t　"), ErrorCode::empty_input);
  EXPECT_EQ(error_of("\xEF\xBB\xBF"), ErrorCode::empty_input);
  std::string program =
      "\x7F"
      "ELF";
  for (int i = 0; i < 2000; ++i) program += static_cast<char>(i * 7 % 256);
  EXPECT_EQ(error_of(program), ErrorCode::binary_input);
  EXPECT_EQ(error_of(std::string(kMaxInputBytes + 1, 'a')), ErrorCode::too_large);
}

TEST(Decode, AStrayControlCharacterIsNoReasonToRefuse) {
  EXPECT_EQ(text_of("一\x08二"), "一\x08二");
}

}  // namespace
}  // namespace shuye
