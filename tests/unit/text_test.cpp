#include <gtest/gtest.h>

#include <bit>

#include "text/character.h"
#include "text/sixteen_bytes.h"
#include "text/utf16.h"
#include "text/utf8.h"

namespace shuye {
namespace {

TEST(Utf8, ReadsEveryLengthOfCharacter) {
  const std::string text = "a\u00E9\u6F22\U0002070E";
  std::vector<char32_t> characters;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    characters.push_back(c.code_point);
    at += c.length;
  }
  EXPECT_EQ(characters, (std::vector<char32_t>{'a', 0xE9, 0x6F22, 0x2070E}));
}

TEST(Utf8, ReadsIllFormedBytesOneByOneAndWritesThemBack) {
  // Overlong, a surrogate, above U+10FFFF, a trail byte alone, cut short.
  for (const std::string text :
       {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE6\xBC"}) {
    std::string copy;
    for (std::size_t at = 0; at < text.size();) {
      const utf8::Character c = utf8::read(text, at);
      EXPECT_EQ(c.length, 1U);
      EXPECT_NE(c.code_point & utf8::kIllFormed, 0U);
      utf8::append(copy, c.code_point);
      at += c.length;
    }
    EXPECT_EQ(copy, text);
  }
}

TEST(Utf8, ReadsBackwards) {
  const std::string text = "a\u00E9\u6F22\U0002070E";
  std::u32string reversed;
  for (std::size_t end = text.size(); end > 0;) {
    const utf8::Character c = utf8::read_before(text, end);
    reversed.push_back(c.code_point);
    end -= c.length;
  }
  EXPECT_EQ(reversed, (std::u32string{0x2070E, 0x6F22, 0xE9, 'a'}));
}

TEST(Utf8, CountsUnitsAndCharacters) {
  EXPECT_EQ(utf8::utf16_length("a漢\U0002070E"), 4U);
  EXPECT_EQ(utf8::length("a漢\U0002070E"), 3U);
}

// Eight bytes are counted at once: at every place among them, and cut at every place.
TEST(Utf8, CountsWhereverACharacterStands) {
  std::string text;
  for (int i = 0; i < 9; ++i)
    text += std::string(static_cast<std::size_t>(i), 'x') + "é漢\U0002070E，\uFFFDก";
  std::size_t units = 0, characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view before = std::string_view(text).substr(0, at);
    EXPECT_EQ(utf8::utf16_length(before), units) << at;
    EXPECT_EQ(utf8::length(before), characters) << at;
    const utf8::Character c = utf8::read(text, at);
    units += c.code_point > 0xFFFF ? 2 : 1;
    ++characters;
    at += c.length;
  }
}

/// One character after the other, as `utf8::read` has them.
std::u16string units_one_by_one(std::string_view text) {
  std::u16string units;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    at += c.length;
    if ((c.code_point & utf8::kIllFormed) != 0) {
      units += static_cast<char16_t>(0xDC00 | (c.code_point & 0xFF));
    } else if (c.code_point >= 0x10000) {
      units += static_cast<char16_t>(0xD7C0 + (c.code_point >> 10));
      units += static_cast<char16_t>(0xDC00 | (c.code_point & 0x3FF));
    } else {
      units += static_cast<char16_t>(c.code_point);
    }
  }
  return units;
}

/// With what is behind the room for one unit for each byte.
std::u16string written(std::string_view text) {
  constexpr char16_t kBehind = 0xFFFF;
  std::u16string units(text.size() + 8, kBehind);
  const char16_t* end = utf16::write(text, units.data());
  EXPECT_EQ(units.substr(text.size()), std::u16string(8, kBehind));
  units.resize(static_cast<std::size_t>(end - units.data()));
  return units;
}

TEST(Utf16, HasEveryCharacterBetweenAllKinds) {
  const std::string han = "漢字也好", ascii = "letters of ASCII";
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 0x1D) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text = han;
    utf8::append(text, c);
    text += ascii;
    utf8::append(text, c);
    text += han + han;
    ASSERT_EQ(written(text), units_one_by_one(text)) << static_cast<std::uint32_t>(c);
  }
}

// What begins as a character, and any bytes behind it, at every place among sixteen.
TEST(Utf16, HasIllFormedBytesOneByOne) {
  for (unsigned first = 0x80; first < 0x100; ++first) {
    for (const std::string_view rest :
         {"", "a", "\x80", "\x80\x80", "\x9F\xBF", "\xA0\x80", "\xE0\x80", "\xED\xA0\x80",
          "\x8F\xBF\xBF", "\x90\x80\x80"}) {
      for (std::size_t before = 0; before < 6; ++before) {
        std::string text;
        for (std::size_t i = 0; i < before; ++i) text += "漢";
        text += static_cast<char>(first);
        text += rest;
        ASSERT_EQ(written(text), units_one_by_one(text)) << first;
        text += "漢字漢字漢字and ASCII";
        ASSERT_EQ(written(text), units_one_by_one(text)) << first;
      }
    }
  }
}

// Every byte, at every place, beside its neighbours.
TEST(SixteenBytes, AnswersOfEachByteAlone) {
  using namespace sixteen_bytes;
  std::string text;
  for (int i = 0; i < 256 + 32; ++i) text.push_back(static_cast<char>(i));
  for (std::size_t at = 0; at + kSize <= text.size(); ++at) {
    const Vector bytes = read(text.data() + at);
    for (std::size_t i = 0; i < kSize; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      EXPECT_EQ(bits(equal(bytes, byte)), 1U << i);
      EXPECT_EQ(bits(beyond_ascii(bytes)) >> i & 1, byte >= 0x80 ? 1U : 0U);
      EXPECT_EQ(bits(begins_character(bytes)) >> i & 1, (byte & 0xC0) != 0x80 ? 1U : 0U);
      for (const unsigned char limit : {0x01, 0x20, 0x80, 0x90, 0xC0, 0xF0, 0xFF}) {
        EXPECT_EQ(bits(below(bytes, limit)) >> i & 1, byte < limit ? 1U : 0U);
      }
    }
    const std::uint32_t high = bits(beyond_ascii(bytes));
    EXPECT_EQ(count(beyond_ascii(bytes)), static_cast<std::size_t>(std::popcount(high)));
  }
}

TEST(SixteenBytes, FindsTheFirstByteFromAnywhere) {
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string text(size, 'a');
      text[place] = '*';
      text.push_back('*');
      for (std::size_t from = 0; from <= size; ++from) {
        const std::size_t expected = from <= place ? place : size;
        EXPECT_EQ(sixteen_bytes::find(
                      std::string_view(text).substr(0, size), from,
                      [](sixteen_bytes::Vector bytes) { return sixteen_bytes::equal(bytes, '*'); }),
                  expected);
      }
    }
  }
}

TEST(Character, FindsObjectsAtEveryPlace) {
  // What begins or goes on as one does, and is none.
  const std::string alike = "，\uFFFD\U0010FFFF\u7FFC";
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string before = std::string(length, 'x') + alike;
    EXPECT_EQ(find_object(before), std::string_view::npos);
    EXPECT_EQ(find_object(before + "\uFFFC，" + alike + "\uFFFC"), before.size());
    EXPECT_EQ(without_objects("\uFFFC" + before + "\uFFFC" + alike + "\uFFFC"), before + alike);
  }
}

TEST(Character, Kinds) {
  EXPECT_TRUE(is_han(U'漢'));
  EXPECT_TRUE(is_han(0x2070E));
  EXPECT_TRUE(is_han(U'々'));
  EXPECT_FALSE(is_han(U'か'));
  EXPECT_TRUE(is_word(U'Ａ'));
  EXPECT_TRUE(is_word(U'é'));
  EXPECT_FALSE(is_word(U'漢'));
  EXPECT_TRUE(is_space(0x3000));
  EXPECT_TRUE(is_punctuation(U'，'));
  EXPECT_TRUE(is_punctuation(U'“'));
  EXPECT_FALSE(is_punctuation(U'Ｚ'));
}

TEST(Character, LineEndsBetweenHanAreNoSpaces) {
  EXPECT_FALSE(needs_space_between(U'汉', U'字'));
  EXPECT_FALSE(needs_space_between(U'，', U'字'));
  EXPECT_FALSE(needs_space_between(U'字', U'“'));
  EXPECT_FALSE(needs_space_between(U'”', U'字'));
  EXPECT_TRUE(needs_space_between(U'字', U'a'));
  EXPECT_TRUE(needs_space_between(U'a', U'“'));
  EXPECT_TRUE(needs_space_between(U'a', U'b'));
}

TEST(Character, TrimsIdeographicSpaces) { EXPECT_EQ(trim("　\t 漢 字　\n"), "漢 字"); }

}  // namespace
}  // namespace shuye
