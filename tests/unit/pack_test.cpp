// A pack is read whole or refused; nothing of a damaged one is believed.

#include "convert/pack.h"

#include <gtest/gtest.h>

#include <set>

#include "convert/pack_format.h"
#include "convert/pipeline.h"
#include "text/utf8.h"
#include "unit/support.h"

namespace shuye {
namespace {

const std::string& small_pack() {
  static const std::string bytes = pack_bytes("t2tw");
  return bytes;
}

// What somebody could write who knows the format: a damaged body under a checksum that agrees.
std::string with_checksum(std::string bytes) {
  const std::uint64_t sum =
      pack_format::checksum(std::string_view(bytes).substr(pack_format::kSizeAt));
  for (int i = 0; i < 8; ++i) {
    bytes[pack_format::kChecksumAt + i] = static_cast<char>(sum >> (8 * i) & 0xFF);
  }
  return bytes;
}

std::string value_of(const Pack& pack, std::uint32_t key) {
  std::string value;
  pack.append_value(key, value);
  return value;
}

void expect_damaged(std::string_view bytes) {
  Packs packs;
  const auto added = packs.add("t2tw", bytes);
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().code, ErrorCode::pack_damaged);
  EXPECT_EQ(added.error().stage, Stage::convert);
  EXPECT_LE(added.error().offset, bytes.size());
  EXPECT_FALSE(packs.has("t2tw"));
}

TEST(Pack, IsRead) {
  const auto pack = Pack::read("t2tw", small_pack());
  ASSERT_TRUE(pack.ok());
  const Trie::Match inside = (*pack)->trie().longest("裏", 0);
  ASSERT_NE(inside.key, Trie::kNone);
  EXPECT_EQ(value_of(**pack, inside.key), "裡");
  EXPECT_TRUE((*pack)->is_aligned(inside.key));
  EXPECT_TRUE((*pack)->is_character(inside.key));
  std::set<std::uint32_t> keys;
  (*pack)->trie().for_each_key([&](std::uint32_t key, std::span<const std::uint32_t> numbers) {
    std::string text;
    for (const std::uint32_t n : numbers) utf8::append(text, (*pack)->alphabet()[n - 1]);
    EXPECT_EQ((*pack)->trie().longest(text, 0).key, key);
    EXPECT_EQ((*pack)->is_character(key), numbers.size() == 1);
    keys.insert(key);
  });
  EXPECT_EQ(keys.size(), (*pack)->size());
}

TEST(Pack, KnowsCharactersAndWordsOfARegion) {
  const auto words = Pack::read("s2t", pack_bytes("s2t"));
  ASSERT_TRUE(words.ok());
  const Trie::Match hair = (*words)->trie().longest("头发", 0);
  ASSERT_NE(hair.key, Trie::kNone);
  EXPECT_FALSE((*words)->is_character(hair.key));
  EXPECT_TRUE((*words)->is_aligned(hair.key));
  EXPECT_TRUE((*words)->is_character((*words)->trie().longest("头", 0).key));

  const auto region = Pack::read("s2twp", pack_bytes("s2twp"));
  ASSERT_TRUE(region.ok());
  const Trie::Match mouse = (*region)->trie().longest("鼠標", 0);
  ASSERT_NE(mouse.key, Trie::kNone);
  EXPECT_EQ(value_of(**region, mouse.key), "滑鼠");
  EXPECT_FALSE((*region)->is_aligned(mouse.key));
}

TEST(Pack, IsRefusedWhereverItIsCut) {
  for (std::size_t size = 0; size < small_pack().size(); ++size) {
    SCOPED_TRACE(size);
    expect_damaged(std::string_view(small_pack()).substr(0, size));
  }
  expect_damaged(small_pack() + '\0');
}

TEST(Pack, IsRefusedWithAnyBitFlipped) {
  for (std::size_t i = 0; i < small_pack().size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      SCOPED_TRACE(::testing::Message() << "byte " << i << " bit " << bit);
      std::string bytes = small_pack();
      bytes[i] = static_cast<char>(bytes[i] ^ 1 << bit);
      expect_damaged(bytes);
    }
  }
}

TEST(Pack, IsRefusedUnderAnotherName) {
  Packs packs;
  EXPECT_FALSE(packs.add("s2t", small_pack()).ok());
  EXPECT_FALSE(packs.add("", small_pack()).ok());
}

// Whatever the bytes say, reading stays inside them and what was read can be used.
TEST(Pack, IsSafeUnderAForgedChecksum) {
  std::size_t accepted = 0, refused = 0;
  const std::string text = "這裏的床牀和痲疹，羣峯";
  for (std::size_t i = pack_format::kSizeAt; i < small_pack().size(); ++i) {
    for (const int change : {0x01, 0x80, 0xFF}) {
      std::string bytes = small_pack();
      bytes[i] = static_cast<char>(bytes[i] ^ change);
      const auto pack = Pack::read("t2tw", with_checksum(bytes));
      if (!pack) {
        ++refused;
        continue;
      }
      ++accepted;
      for (std::size_t k = 0; k < (*pack)->size(); ++k) {
        EXPECT_FALSE(value_of(**pack, k).empty());
      }
      const Pipeline pipeline(*pack, nullptr, {*pack});
      EXPECT_FALSE(pipeline.convert(text).empty());
    }
  }
  EXPECT_GT(refused, 100u);
  EXPECT_GT(accepted, 0u);
}

TEST(Pack, IsSafeWhenCutUnderAForgedChecksum) {
  for (std::size_t size = pack_format::kNameAt; size < small_pack().size(); ++size) {
    std::string bytes = small_pack().substr(0, size);
    for (int i = 0; i < 4; ++i) {
      bytes[pack_format::kSizeAt + i] = static_cast<char>(size >> (8 * i) & 0xFF);
    }
    EXPECT_FALSE(Pack::read("t2tw", with_checksum(bytes)).ok()) << size;
  }
}

Trie trie_of(const std::vector<std::string_view>& words) {
  Trie trie(100);
  for (std::uint32_t key = 0; key < words.size(); ++key) {
    std::uint32_t node = 0;
    for (const char32_t c : utf8::code_points(words[key])) {
      trie.add_character(c);  // unless it is there
      node = trie.add_edge(node, trie.number(c));
    }
    trie.end_key(node, key);
  }
  return trie;
}

TEST(Trie, FindsTheLongestKey) {
  const Trie trie = trie_of({"A", "AB", "ABCD", "中", "中文字", "𠀀字"});
  const auto expect = [&](std::string_view text, std::uint32_t key, std::size_t length) {
    const Trie::Match match = trie.longest(text, 0);
    EXPECT_EQ(match.key, key) << text;
    EXPECT_EQ(match.length, length) << text;
  };
  expect("A", 0, 1);
  expect("ABC", 1, 2);
  expect("ABCDE", 2, 4);
  expect("中文", 3, 3);
  expect("中文字字", 4, 9);
  expect("𠀀字", 5, 7);
  expect("𠀀", Trie::kNone, 4);
  expect("文", Trie::kNone, 3);
  expect("\xE4\xB8", Trie::kNone, 1);
  expect("中\xE6\x96", 3, 3);
}

TEST(Trie, OfNothingFindsNothing) {
  EXPECT_EQ(Trie().longest("中", 0).key, Trie::kNone);
  EXPECT_EQ(trie_of({}).longest("A", 0).key, Trie::kNone);
}

}  // namespace
}  // namespace shuye
