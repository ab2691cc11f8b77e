#include "charsets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "decode/declared_charset.h"
#include "decode/double_byte_decoder.h"
#include "shuye/article.h"

namespace shuye {
namespace {

using namespace std::string_literals;

constexpr std::string_view kSimplified =
    "昨天下午下了一场大雨，街上的人都跑到屋檐下面去了。我们在茶馆里坐着，听老板说起这条街以前的样子"
    "。\n";
constexpr std::string_view kTraditional =
    "昨天下午下了一場大雨，街上的人都跑到屋簷下面去了。我們在茶館裡坐著，聽老闆說起這條街以前的樣子"
    "。\n";
constexpr std::string_view kJapanese =
    "昨日の午後は大雨が降り、通りの人たちはみな軒下へ走っていった。わたしたちは茶店に座っていた。"
    "\n";

DecodedText decoded(std::string_view bytes, const std::string& charset = {}) {
  auto text = decode(bytes, {charset}, charset_packs());
  if (text) return std::move(text).value();
  DecodedText none;
  none.text = "error: " + std::string(name_of(text.error().code));
  return none;
}

using Losses = std::vector<std::pair<std::size_t, std::size_t>>;

Losses losses_of(const DecodedText& text) {
  Losses losses;
  for (const DecodeLoss& loss : text.losses) {
    losses.emplace_back(loss.offset, loss.length);
    EXPECT_EQ(text.text.substr(loss.text_offset, 3), "\uFFFD");
  }
  return losses;
}

TEST(Charset, LabelsAreTheStandards) {
  for (const auto* label : {"chinese", "csgb2312", "csiso58gb231280", "gb2312", "gb_2312",
                            "gb_2312-80", "gbk", "iso-ir-58", "x-gbk", "gb18030", " GBK\n"}) {
    EXPECT_EQ(charset_from_label(label), Charset::gb18030) << label;
  }
  for (const auto* label : {"big5", "Big5-HKSCS", "cn-big5", "csbig5", "x-x-big5"}) {
    EXPECT_EQ(charset_from_label(label), Charset::big5) << label;
  }
  EXPECT_EQ(charset_from_label("UTF-8"), Charset::utf_8);
  EXPECT_EQ(charset_from_label("utf-16"), Charset::utf_16le);
  EXPECT_EQ(charset_from_label("unicodefffe"), Charset::utf_16be);
  for (const auto* label : {"", "hz-gb-2312", "shift_jis", "windows-1252", "gb", "big5 hkscs"}) {
    EXPECT_FALSE(charset_from_label(label)) << label;
  }
}

TEST(Charset, Tables) {
  const auto gb = gb18030_table();
  EXPECT_EQ(gb->code_point(0xB0, 0xA1), U'啊');
  EXPECT_EQ(gb->code_point(0x81, 0x40), U'丂');
  EXPECT_EQ(gb->code_point(0xA2, 0xE3), U'€');
  EXPECT_EQ(gb->code_point(0xA3, 0xA0), U'\u3000');  // web pages mean a space by it
  EXPECT_EQ(gb->code_point(0xA6, 0xD9), 0xFE10U);    // GB 18030-2022
  EXPECT_EQ(gb->code_point(0xFE, 0x59), 0x9FB4U);
  EXPECT_EQ(gb->code_point(0xAA, 0xA1), 0xE000U);  // for private use, as in GBK
  EXPECT_EQ(gb->code_point(0xFE, 0x51), 0xE816U);
  EXPECT_EQ(gb->code_point(0xB0, 0x7F), 0U);
  EXPECT_EQ(gb->code_point(0x80, 0xA1), 0U);
  EXPECT_EQ(gb->code_point(0x81, 0x30, 0x81, 0x30), 0x80U);
  EXPECT_EQ(gb->code_point(0x81, 0x35, 0xF4, 0x37), 0xE7C7U);
  EXPECT_EQ(gb->code_point(0x84, 0x31, 0xA4, 0x39), 0xFFFFU);
  EXPECT_EQ(gb->code_point(0x84, 0x31, 0xA5, 0x30), 0U);
  EXPECT_EQ(gb->code_point(0x90, 0x30, 0x81, 0x30), 0x10000U);
  EXPECT_EQ(gb->code_point(0x95, 0x32, 0x82, 0x36), 0x20000U);
  EXPECT_EQ(gb->code_point(0xE3, 0x32, 0x9A, 0x35), 0x10FFFFU);
  EXPECT_EQ(gb->code_point(0xE3, 0x32, 0x9A, 0x36), 0U);
  const auto big5 = big5_table();
  EXPECT_EQ(big5->code_point(0xA4, 0x40), U'一');
  EXPECT_EQ(big5->code_point(0x87, 0x40), 0x43F0U);
  EXPECT_EQ(big5->code_point(0xFE, 0xFE), 0x79D4U);
  EXPECT_EQ(big5->code_point(0x88, 0x62), 0U);
  EXPECT_EQ(big5->code_point(0x81, 0x40), 0U);
}

TEST(Charset, EveryCharacterGoesThereAndBack) {
  const auto table = gb18030_table();
  const Gb18030Encoder encoder(table);
  std::string text, bytes;
  for (char32_t c = 0x80; c <= 0x10FFFF; ++c) {
    if ((c >= 0xD800 && c <= 0xDFFF) || c == 0xE5E5) continue;
    if (encoder.pair(c) != 0) {
      const std::uint32_t pair = encoder.pair(c);
      const char32_t back = table->code_point(static_cast<unsigned char>(pair >> 8),
                                              static_cast<unsigned char>(pair & 0xFF));
      // Private-use characters whose bytes GB 18030-2022 gave to others.
      if (back != c) continue;
    }
    ASSERT_TRUE(encoder.append(c, bytes));
    utf8::append(text, c);
  }
  DecodedText all = decoded("\x84\x31\x95\x33" + bytes);
  EXPECT_EQ(all.charset, Charset::gb18030);
  EXPECT_TRUE(all.text == text);
  EXPECT_TRUE(all.losses.empty());
}

struct DecoderCase {
  std::string bytes;
  std::string text;
  Losses losses;
};

void check(const DecoderCase& c, const DecodedText& text) {
  EXPECT_EQ(text.text, c.text);
  EXPECT_EQ(losses_of(text), c.losses) << c.text;
}

// What the decoders of the Encoding Standard, sections 10.2.1 and 11.1.1, do at each error: where a
// byte of ASCII follows, it stands for itself.
TEST(Charset, ErrorsOfGb18030AreTheStandards) {
  const std::vector<DecoderCase> cases = {
      {"\xC4\xE3\xBA\xC3", "你好", {}},
      {"a\x80\x62", "a€b", {}},
      {"a\xFF\x62", "a\uFFFDb", {{1, 1}}},
      {"\xC4\xE3\xBA", "你\uFFFD", {{2, 1}}},
      {"\xC4 z", "\uFFFD z", {{0, 1}}},
      {"\xC4\x7Fz", "\uFFFD\x7Fz", {{0, 1}}},
      {"\xC4\xFFz", "\uFFFDz", {{0, 2}}},
      {"\x81\x30\x81\x30z", "\u0080z", {}},
      {"\x81\x30\x81", "\uFFFD", {{0, 3}}},
      {"\x81\x30", "\uFFFD", {{0, 2}}},
      {"\x81\x30z", "\uFFFD0z", {{0, 1}}},
      {"\x81\x30\x81\x40", "\uFFFD0丂", {{0, 1}}},
      {"\x84\x31\xA5\x30z", "\uFFFDz", {{0, 4}}},
      {"\xFE\x39\xFE\x39z", "\uFFFDz", {{0, 4}}},
      {"\xC4\xE3\r\n\xBA\xC3\r\0"s, "你\n好\n\uFFFD", {{7, 1}}},
  };
  for (const DecoderCase& c : cases) {
    DecodedText text;
    decode_gb18030(c.bytes, 0, *gb18030_table(), text);
    check(c, text);
  }
}

TEST(Charset, ErrorsOfBig5AreTheStandards) {
  const std::vector<DecoderCase> cases = {
      {"\xA7\x41\xA6\x6E", "你好", {}},
      {"a\x80\x62", "a\uFFFDb", {{1, 1}}},
      {"a\xFF\x62", "a\uFFFDb", {{1, 1}}},
      {"\xA7\x41\xA6", "你\uFFFD", {{2, 1}}},
      {"\xA7 z", "\uFFFD z", {{0, 1}}},
      {"\xA7\x80z", "\uFFFDz", {{0, 2}}},
      {"\x81\x40z", "\uFFFD@z", {{0, 1}}},
      {"\x88\x62\x88\x64\x88\xA3\x88\xA5", "Ê̄Ê̌ê̄ê̌", {}},
      {"\xA7\x41\r\n\xA6\x6E\r\0"s, "你\n好\n\uFFFD", {{7, 1}}},
  };
  for (const DecoderCase& c : cases) {
    DecodedText text;
    decode_big5(c.bytes, 0, *big5_table(), text);
    check(c, text);
  }
}

// Blocks of the decoder's end in the middle of characters, wherever they begin.
TEST(Charset, LongTextsAreWhole) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text(shift, 'a');
    for (int i = 0; i < 400; ++i) text.append(kSimplified).append("𠀀\r\n");
    std::string expected = text;
    expected.erase(std::remove(expected.begin(), expected.end(), '\r'), expected.end());
    EXPECT_TRUE(decoded(encoded(text, Charset::gb18030)).text == expected);
  }
}

constexpr Charset kCharsets[] = {Charset::utf_8, Charset::utf_16le, Charset::utf_16be,
                                 Charset::gb18030, Charset::big5};

TEST(Charset, AreFoundInShortTexts) {
  const std::vector<std::string> texts = {
      std::string(kSimplified),
      std::string(kTraditional),
      "今天我们一起去看海",
      "今天我們一起去看海",
      "《小城的一天》\n文／林小雨\n",
      "會議紀要（草稿），請各位老師於週五前回覆。",
      "<p>這是一段很短的話。</p>",
      "# Notes\n\nMostly English here, but then a few words: 他说，这件事以后再说吧。\n",
      "子曰：學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？",
  };
  for (const std::string& text : texts) {
    for (const Charset charset : kCharsets) {
      const std::string bytes = encoded(text, charset);
      if (bytes.empty()) continue;  // Big5 has no Simplified
      const DecodedText found = decoded(bytes);
      EXPECT_EQ(name_of(found.charset), name_of(charset)) << text;
      EXPECT_EQ(found.text, text) << name_of(charset);
      EXPECT_EQ(found.warning, "");
    }
  }
}

TEST(Charset, OtherCharsetsAreNotTakenForChinese) {
  // The same Japanese in Shift_JIS and EUC-JP, Korean in EUC-KR, Russian in KOI8-R.
  const std::vector<std::string> texts = {
      "\x8D\xF0\x93\xFA\x82\xCC\x8C\xDF\x8C\xE3\x82\xCD\x91\xE5\x89\x4A\x82\xAA\x8D\x7E\x82\xE8"
      "\x81\x41\x92\xCA\x82\xE8\x82\xCC\x90\x6C\x82\xBD\x82\xBF\x82\xCD\x8C\xAC\x89\xBA\x82\xD6"
      "\x91\x96\x82\xC1\x82\xC4\x82\xA2\x82\xC1\x82\xBD\x81\x42",
      "\xBA\xF2\xC6\xFC\xA4\xCE\xB8\xE1\xB8\xE5\xA4\xCF\xC2\xE7\xB1\xAB\xA4\xAC\xB9\xDF\xA4\xEA"
      "\xA1\xA2\xC4\xCC\xA4\xEA\xA4\xCE\xBF\xCD\xA4\xBF\xA4\xC1\xA4\xCF\xB8\xAE\xB2\xBC\xA4\xD8"
      "\xC1\xF6\xA4\xC3\xA4\xC6\xA4\xA4\xA4\xC3\xA4\xBF\xA1\xA3",
      "\xBE\xEE\xC1\xA6 \xBF\xC0\xC8\xC4\xBF\xA1 \xC5\xAB \xBA\xF1\xB0\xA1 \xB3\xBB\xB7\xC1 "
      "\xB0\xC5\xB8\xAE\xC0\xC7 \xBB\xE7\xB6\xF7\xB5\xE9\xC0\xCC \xC3\xB3\xB8\xB6 \xB9\xD8\xC0\xB8"
      "\xB7\xCE \xB6\xD9\xBE\xEE\xB0\xAC\xB4\xD9.",
      "\xF7\xDE\xC5\xD2\xC1 \xC4\xCE\xA3\xCD \xDB\xA3\xCC \xD3\xC9\xCC\xD8\xCE\xD9\xCA "
      "\xC4\xCF\xD6\xC4\xD8, \xC9 \xCC\xC0\xC4\xC9 \xD0\xCF\xC2\xC5\xD6\xC1\xCC\xC9 "
      "\xD0\xCF\xC4 \xCB\xD2\xD9\xDB\xD5.",
  };
  for (const std::string& text : texts) {
    EXPECT_EQ(decoded(text).text, "error: unknown_charset");
    EXPECT_EQ(decoded(text, "shift_jis").text, "error: unknown_charset");
    std::string book;
    for (int i = 0; i < 3000; ++i) book.append(text).append("\n");
    EXPECT_EQ(decoded(book).text.substr(0, 40), "error: unknown_charset");
  }
  // A few bytes of windows-1252 do not keep a text from being read.
  const DecodedText latin = decoded("The caf\xE9 opens at noon, na\xEFve or not, says the sign.\n");
  EXPECT_EQ(latin.text, "The caf\uFFFD opens at noon, na\uFFFDve or not, says the sign.\n");
  EXPECT_EQ(latin.losses.size(), 2U);
  // Japanese in a charset that is read is read.
  EXPECT_EQ(decoded(encoded(kJapanese, Charset::utf_16le)).text, kJapanese);
  EXPECT_EQ(decoded(encoded(kJapanese, Charset::gb18030), "gb18030").text, kJapanese);
}

struct DeclaredCase {
  std::string bytes;
  std::string label;
};

// The HTML Standard's prescan, section 13.2.3.2.
TEST(Charset, DeclarationsAreFound) {
  const std::vector<DeclaredCase> cases = {
      {"<meta charset=gbk>", "gbk"},
      {"<META CHARSET = 'big5' >", "big5"},
      {"<meta name=a content=b charset=\"gb2312\"/>", "gb2312"},
      {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">", "gb2312"},
      {"<meta content='text/html;charset=\"GBK\"' http-equiv=content-type>", "GBK"},
      {"<meta content=\"text/html; charset=gbk; x\" http-equiv=Content-Type>", "gbk"},
      {"<meta content=\"text/html; charset=gbk\">", ""},
      {"<meta name=description content=\"charset=gbk\"><meta charset=big5>", "big5"},
      {"<!-- <meta charset=gbk> --><html><meta charset=big5>", "big5"},
      {"<!--><meta charset=gbk>", "gbk"},
      {"<p title=\"<meta charset=gbk>\"><meta charset=big5>", "big5"},
      {"<metal charset=gbk>", ""},
      {"\n<?xml version=\"1.0\" encoding=\"GB18030\"?><html>", "GB18030"},
      {"<?xml version='1.0'?><meta charset=gbk>", "gbk"},
      {"<!doctype html><meta charset=", ""},
      {"<meta charset", ""},
      {"<meta charset=\"gbk", "gbk"},
      {"<", ""},
      {"About <meta charset=gbk>", ""},
      {"", ""},
  };
  for (const DeclaredCase& c : cases) EXPECT_EQ(declared_charset(c.bytes), c.label) << c.bytes;
  EXPECT_EQ(declared_charset("<meta charset=gbk>" + std::string(1 << 20, '<')), "gbk");
}

TEST(Charset, ADeclarationThatIsPlainlyWrongDoesNotCount) {
  for (const auto& text : {kSimplified, kTraditional}) {
    for (const Charset charset : kCharsets) {
      for (const auto* label : {"utf-8", "gbk", "gb2312", "big5", "utf-16le", "utf-16be",
                                "shift_jis", "windows-1252", "no such charset"}) {
        const std::string page = "<html><meta charset=\"" + std::string(label) + "\"><p>";
        const std::string markup = page + std::string(text);
        const std::string bytes = encoded(markup, charset);
        if (bytes.empty()) continue;
        const DecodedText found = decoded(bytes);
        EXPECT_EQ(found.text, markup) << name_of(charset) << " declared " << label;
        EXPECT_EQ(found.charset, charset) << label;
        const DecodedText told = decoded(encoded(text, charset), label);
        EXPECT_EQ(told.text, text) << name_of(charset) << " given " << label;
        EXPECT_EQ(told.warning.empty(), charset_from_label(label) == charset) << told.warning;
      }
    }
  }
}

TEST(Charset, AMarkCountsBeforeAll) {
  EXPECT_EQ(decoded("\xEF\xBB\xBF<meta charset=gbk>一", "big5").text, "<meta charset=gbk>一");
  EXPECT_EQ(decoded("\xFF\xFE" + utf16_bytes("<meta charset=gbk>一", true), "gbk").text,
            "<meta charset=gbk>一");
  EXPECT_EQ(decoded("\x84\x31\x95\x33\xD2\xBB", "utf-8").text, "一");
}

TEST(Charset, ADeclarationDecidesWhereTheBytesDoNot) {
  // 谢谢 in GBK is also two Cyrillic letters in UTF-8.
  const std::string thanks = "\xD0\xBB\xD0\xBB";
  EXPECT_EQ(decoded(thanks).charset, Charset::utf_8);
  EXPECT_EQ(decoded(thanks, "gbk").text, "谢谢");
  EXPECT_EQ(decoded("<meta charset=gb2312>" + thanks).text, "<meta charset=gb2312>谢谢");
  // Too little to tell by: rare characters of a name.
  EXPECT_EQ(decoded(encoded("翟羲", Charset::gb18030), "gbk").text, "翟羲");
}

TEST(Charset, AsciiIsNeverDeclaredWrongly) {
  for (const auto* label : {"gbk", "windows-1252", "utf-16", "klingon"}) {
    const DecodedText text = decoded("<meta charset=" + std::string(label) + "><p>plain words");
    EXPECT_EQ(text.charset, Charset::utf_8);
    EXPECT_EQ(text.warning, "") << label;
  }
}

TEST(Charset, AFileOfTwoCharsetsIsReadLineByLine) {
  std::string all, gbk, utf8;
  for (int i = 0; i < 12; ++i) {
    all.append(kSimplified);
    gbk.append(encoded(kSimplified, Charset::gb18030));
    utf8.append(kSimplified);
  }
  const DecodedText first = decoded(gbk + utf8);
  EXPECT_EQ(first.text, all + all);
  ASSERT_EQ(first.switches.size(), 1U);
  EXPECT_TRUE(first.losses.empty());
  const DecodedText last = decoded(utf8 + gbk + utf8);
  EXPECT_EQ(last.text, all + all + all);
  EXPECT_EQ(last.charset, Charset::utf_8);
  ASSERT_EQ(last.switches.size(), 1U);
  EXPECT_EQ(last.switches[0].offset, utf8.size());
  EXPECT_EQ(last.switches[0].length, gbk.size());
  EXPECT_EQ(last.switches[0].text_offset, all.size());
  EXPECT_EQ(last.switches[0].charset, Charset::gb18030);
  // Also when it says that it is one of them, and without any newline.
  for (const auto* label : {"utf-8", "gbk"}) {
    EXPECT_EQ(decoded(gbk + utf8, label).text, all + all);
    std::string line = gbk + " " + utf8;
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::string expected = all + " " + all;
    std::replace(expected.begin(), expected.end(), '\n', ' ');
    EXPECT_EQ(decoded(line, label).text, expected);
  }
  EXPECT_EQ(decoded("\xEF\xBB\xBF" + utf8 + gbk).text, all + all);
}

TEST(Charset, WhatIsCutOffOrDamagedIsReadAllTheSame) {
  for (const Charset charset : kCharsets) {
    std::string bytes = encoded(kTraditional, charset) + encoded(kTraditional, charset);
    const std::string half = bytes.substr(0, bytes.size() / 2);
    // In the middle of the last character but one, the newline being the last.
    const std::size_t newline =
        charset == Charset::utf_16le || charset == Charset::utf_16be ? 2 : 1;
    bytes.resize(bytes.size() - newline - 1);
    const DecodedText text = decoded(bytes);
    EXPECT_EQ(text.charset, charset);
    EXPECT_EQ(text.losses.size(), 1U) << name_of(charset);
    EXPECT_EQ(text.text.substr(0, kTraditional.size()), kTraditional);
  }
  std::string damaged;
  for (int i = 0; i < 20; ++i) damaged.append(kSimplified);
  damaged.replace(300, 1, "\xFF");
  const DecodedText text = decoded(damaged);
  EXPECT_EQ(text.charset, Charset::utf_8);
  EXPECT_GE(text.losses.size(), 1U);
  EXPECT_LE(text.losses.size(), 3U);
}

TEST(Charset, AMissingPackIsNamed) {
  const std::string bytes = encoded(kSimplified, Charset::gb18030);
  const auto text = decode(bytes);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::pack_missing);
  EXPECT_EQ(text.error().stage, Stage::decode);
  EXPECT_NE(text.error().message.find("gb18030"), std::string::npos);
  EXPECT_EQ(Article::open(bytes).error().code, ErrorCode::pack_missing);
  EXPECT_TRUE(Article::open(bytes, {}, charset_packs()));
}

TEST(Charset, OpeningAsksForThePacksThatItNeeds) {
  Opening utf8{std::string(kSimplified)};
  EXPECT_TRUE(utf8.missing({}).value().empty());
  EXPECT_TRUE(std::move(utf8).article({}));

  Packs packs;
  Opening opening(encoded(kTraditional, Charset::big5));
  EXPECT_EQ(opening.missing(packs).value(), std::vector<std::string_view>{"big5"});
  ASSERT_TRUE(packs.add("big5", pack_bytes("big5")));
  EXPECT_TRUE(opening.missing(packs).value().empty());
  EXPECT_TRUE(opening.missing({}).value().empty());  // it is done
  const auto article = std::move(opening).article(packs);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->document().charset, Charset::big5);

  Opening without(encoded(kTraditional, Charset::big5));
  EXPECT_EQ(std::move(without).article({}).error().code, ErrorCode::pack_missing);
  Opening empty("");
  EXPECT_EQ(empty.missing({}).error().code, ErrorCode::empty_input);
}

TEST(Charset, WarningsSayWhatWasWrong) {
  const std::string page = "<meta charset=utf-8><p>";
  const auto article =
      Article::open(page + encoded(kSimplified, Charset::gb18030), {}, charset_packs());
  ASSERT_TRUE(article);
  ASSERT_FALSE(article->document().warnings.empty());
  EXPECT_EQ(article->document().warnings[0].rule, "decode.declaration");
  EXPECT_EQ(article->document().warnings[0].message,
            "the charset \"utf-8\" is declared, but the text is in gb18030");
}

TEST(Charset, PacksAreChecked) {
  for (const auto* name : {"gb18030", "big5"}) {
    const std::string bytes = pack_bytes(name);
    Packs packs;
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 4) {
      EXPECT_EQ(packs.add(name, bytes.substr(0, size)).error().code, ErrorCode::pack_damaged);
    }
    std::string changed = bytes;
    changed[bytes.size() / 2] = static_cast<char>(changed[bytes.size() / 2] ^ 1);
    EXPECT_FALSE(packs.add(name, changed));
    EXPECT_FALSE(packs.add("other", bytes));
    EXPECT_FALSE(packs.has(name));
    ASSERT_TRUE(packs.add(name, bytes));
    EXPECT_TRUE(packs.has(name));
    EXPECT_EQ(packs.get(name), nullptr);
  }
  // A pack whose payload is no table, under a checksum that fits.
  for (const DataPack::Kind kind : {DataPack::Kind::charset, DataPack::Kind::readings}) {
    for (const std::string& payload : {""s, "\x84\x5D"s, std::string(72647, '\xFF')}) {
      Packs packs;
      ASSERT_TRUE(packs.add("gb18030", DataPack::write("gb18030", kind, payload)));
      const auto text = decode(encoded(kSimplified, Charset::gb18030), {}, packs);
      ASSERT_FALSE(text);
      EXPECT_EQ(text.error().code, ErrorCode::pack_damaged);
    }
  }
}

}  // namespace
}  // namespace shuye
