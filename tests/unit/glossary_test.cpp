#include <gtest/gtest.h>
#include <shuye/convert.h>
#include <shuye/stream_converter.h>

#include <algorithm>
#include <random>
#include <set>

#include "convert/configurations.h"
#include "convert/description_sequence.h"
#include "convert/pack.h"
#include "support/offset_maps.h"
#include "text/character.h"
#include "text/utf8.h"
#include "unit/random_text.h"
#include "unit/support.h"

namespace shuye {
namespace {

using Entries = std::vector<GlossaryEntry>;
using Terms = std::vector<std::string>;

Glossary glossary(const Entries& entries, const Terms& protect = {}) {
  auto made = Glossary::create(entries, protect);
  if (!made) ADD_FAILURE() << made.error().message;
  return made ? *made : Glossary();
}

std::string convert(std::string_view configuration, std::string_view text, const Entries& entries,
                    const Terms& protect = {}) {
  return Converter::create(configuration, all_packs(), glossary(entries, protect))->convert(text);
}

TEST(Glossary, ComesBeforeTheDictionaries) {
  const std::string text = "软件和硬件";
  EXPECT_EQ(converted("s2t", text), "軟件和硬件");
  EXPECT_EQ(convert("s2t", text, {{"软件", "軟體"}}), "軟體和硬件");
  EXPECT_EQ(convert("s2twp", text, {{"软件", "程式"}}), "程式和硬體");
  // What it says goes through no dictionary.
  EXPECT_EQ(convert("s2twp", text, {{"软件", "软件"}, {"硬件", "硬件"}}), text);
}

TEST(Glossary, TakesTheLongestOfEntriesAndWords) {
  // 头发 is a word: an entry of its first character does not part it, an entry of both does.
  EXPECT_EQ(converted("s2t", "头发、头"), "頭髮、頭");
  EXPECT_EQ(convert("s2t", "头发、头", {{"头", "甲"}}), "頭髮、甲");
  EXPECT_EQ(convert("s2t", "头发、头", {{"头发", "乙"}}), "乙、頭");
  EXPECT_EQ(convert("s2t", "头发、头", {{"头", "甲"}, {"头发、", "丙"}}), "丙甲");
}

TEST(Glossary, IsAskedBetweenWordsWhereStagesDependOnEachOther) {
  // 内存 is two characters for s2t and a word of Taiwan's only.
  EXPECT_EQ(converted("s2twp", "内存"), "記憶體");
  EXPECT_EQ(convert("s2twp", "内存", {{"存", "丁"}}), "內丁");
  EXPECT_EQ(convert("s2twp", "内存", {{"内存", "RAM"}}), "RAM");
}

TEST(Glossary, ProtectsTermsWhereverTheyStand) {
  EXPECT_EQ(converted("s2t", "头发展"), "頭髮展");
  EXPECT_EQ(convert("s2t", "头发展", {}, {"发展"}), "頭发展");  // across a word
  EXPECT_EQ(convert("s2t", "头发展", {}, {"头"}), "头發展");    // inside it
  EXPECT_EQ(convert("s2t", "头发展", {{"头发展", "甲"}}, {"头"}), "头發展");
  EXPECT_EQ(convert("s2t", "张三丰", {}, {"张三", "张三丰"}), "张三丰");
}

TEST(Glossary, FindsLettersAsWholeWords) {
  const Entries entries = {{"AI", "人工智能"}, {"软件A", "甲"}};
  EXPECT_EQ(convert("s2t", "用AI写MAIL，AI2、AI", entries), "用人工智能寫MAIL，AI2、人工智能");
  EXPECT_EQ(convert("s2t", "软件A和软件AB", entries), "甲和軟件AB");
}

TEST(Glossary, ComparesExactly) {
  EXPECT_EQ(convert("s2t", "软件，軟件", {{"軟件", "甲"}}), "軟件，甲");
  EXPECT_EQ(convert("s2t", "ＡＩ", {{"AI", "甲"}}), "ＡＩ");
}

TEST(Glossary, HoldsThroughAllStepsOfAChain) {
  const std::string chain = "t2s+s2twp", text = "最后的軟件游戲";
  EXPECT_EQ(converted(chain, text), converted("s2twp", converted("t2s", text)));
  EXPECT_EQ(convert(chain, text, {{"軟件", "头发"}}, {"最后"}), "最后的头发遊戲");
  EXPECT_EQ(convert(chain, text, {{"软件", "甲"}}), converted(chain, text));
}

TEST(Glossary, AloneChangesNothingElse) {
  const Converter converter(glossary({{"川普", "特朗普"}}, {"特朗"}));
  EXPECT_EQ(converter.convert("川普、頭髮、头发"), "特朗普、頭髮、头发");
  EXPECT_EQ(Converter(Glossary()).convert("头发"), "头发");
}

TEST(Glossary, IsChangedWithoutNewTables) {
  const Converter plain = Converter::create("s2t", all_packs()).value();
  EXPECT_TRUE(plain.glossary().empty());
  const Converter with = plain.with(glossary({{"头", "甲"}}));
  EXPECT_EQ(with.convert("头"), "甲");
  EXPECT_EQ(plain.convert("头"), "頭");
  EXPECT_EQ(with.with({}).convert("头"), "頭");
}

TEST(Glossary, IsEqualToOneOfTheSameTerms) {
  const Glossary one = glossary({{"甲", "乙"}, {"丙", "丁"}}, {"戊"});
  EXPECT_EQ(one, glossary({{"丙", "丁"}, {"甲", "乙"}, {"丙", "丁"}}, {"戊", "戊"}));
  EXPECT_NE(one, glossary({{"甲", "乙"}, {"丙", "丁"}}));
  EXPECT_NE(one, glossary({{"甲", "乙"}, {"丙", "己"}}, {"戊"}));
  EXPECT_NE(one, Glossary());
  EXPECT_EQ(Glossary(), glossary({}));
}

void expect_error(const Result<Glossary>& made, ErrorCode code, std::string_view message,
                  std::size_t offset = 0) {
  ASSERT_FALSE(made.ok()) << message;
  EXPECT_EQ(made.error().code, code);
  EXPECT_EQ(made.error().stage, Stage::input);
  EXPECT_EQ(made.error().message, message);
  EXPECT_EQ(made.error().offset, offset);
}

TEST(Glossary, SaysWhatIsWrong) {
  constexpr auto kInvalid = ErrorCode::invalid_option, kLarge = ErrorCode::too_large;
  const std::string long_term(kMaxGlossaryTermBytes, 'x');
  EXPECT_TRUE(Glossary::create({{long_term, long_term}}, {long_term}).ok());
  expect_error(Glossary::create({{"甲", "乙"}, {"", "丙"}}), kInvalid,
               "entry 2 of the glossary: the term is empty");
  expect_error(Glossary::create({{"甲", ""}}), kInvalid,
               "entry 1 of the glossary: what it becomes is empty");
  expect_error(Glossary::create({}, {""}), kInvalid,
               "protected term 1 of the glossary: the term is empty");
  expect_error(Glossary::create({{long_term + "x", "甲"}}), kLarge,
               "entry 1 of the glossary: the term has more than 1024 bytes");
  expect_error(Glossary::create({{"甲", long_term + "x"}}), kLarge,
               "entry 1 of the glossary: what it becomes has more than 1024 bytes");
  expect_error(Glossary::create({{"甲\xFF", "乙"}}), kInvalid,
               "entry 1 of the glossary: the term is no UTF-8");
  expect_error(Glossary::create({{"甲", "乙\n"}}), kInvalid,
               "entry 1 of the glossary: what it becomes has a control character");
  expect_error(Glossary::create({}, {"\uFFFC"}), kInvalid,
               "protected term 1 of the glossary: the term has U+FFFC, which stands for an image");
  expect_error(Glossary::create({{"甲", "乙"}, {"甲", "乙"}, {"甲", "丙"}}), kInvalid,
               "entry 3 of the glossary: \"甲\" is to become \"乙\" and \"丙\"");
  expect_error(Glossary::create({{"甲", "乙"}}, {"甲"}), kInvalid,
               "protected term 1 of the glossary: \"甲\" is to become \"乙\" and \"甲\"");
  Terms many;
  for (std::size_t i = 0; i <= kMaxGlossaryTerms; ++i) many.push_back(std::to_string(i));
  expect_error(Glossary::create({}, many), kLarge,
               "protected term 100001 of the glossary: there are more than 100000 terms");
  many.pop_back();
  EXPECT_TRUE(Glossary::create({}, many).ok());
}

TEST(Glossary, ReadsTables) {
  const auto read = Glossary::read(
      "\xEF\xBB\xBF# 词\t表\r\n软件\t軟體\r\n\r\n  # 名\n 张三 \n纽约\tNew York\nfoo");
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(*read, glossary({{"软件", "軟體"}, {"纽约", "New York"}}, {"张三", "foo"}));
  EXPECT_TRUE(Glossary::read("")->empty());
  EXPECT_TRUE(Glossary::read("\n# 甲\n")->empty());
  constexpr auto kInvalid = ErrorCode::invalid_option;
  expect_error(Glossary::read("甲\t乙\n\t丙"), kInvalid, "line 2: the term is empty", 8);
  expect_error(Glossary::read("甲\t"), kInvalid, "line 1: what it becomes is empty");
  expect_error(Glossary::read("甲\t乙\t丙"), kInvalid,
               "line 1: what it becomes has a control character");
  expect_error(Glossary::read("甲\n\n甲\t乙"), kInvalid,
               "line 3: \"甲\" is to become \"甲\" and \"乙\"", 5);
  expect_error(Glossary::read("\xFF"), kInvalid, "line 1: the term is no UTF-8");
}

// The definition, followed letter by letter.
class Naive {
 public:
  Naive(std::string_view configuration, Entries entries, Terms protect)
      : configuration_(configuration), entries_(std::move(entries)), protect_(std::move(protect)) {
    const Configuration& found =
        *find_configuration(configuration.substr(0, configuration.find('+')));
    const auto name = found.segmentation.empty() ? found.chain[0] : found.segmentation;
    const auto pack = all_packs().get(name);
    pack->trie().for_each_key([&](std::uint32_t, const std::vector<std::uint32_t>& numbers) {
      std::string key;
      for (const std::uint32_t number : numbers) utf8::append(key, pack->alphabet()[number - 1]);
      if (numbers.size() > 1) words_.insert(key);
    });
  }

  std::string convert(std::string_view text) const {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t length = 0;
      for (const std::string& term : protect_) {
        if (stands(term, text, at)) length = std::max(length, term.size());
      }
      if (length > 0) {
        out += convert_unprotected(text.substr(done, at - done));
        out += text.substr(at, length);
        done = at + length;
      }
      at += length > 0 ? length : utf8::read(text, at).length;
    }
    return out + convert_unprotected(text.substr(done));
  }

 private:
  static bool stands(std::string_view term, std::string_view text, std::size_t at) {
    const auto is_edge = [&](std::size_t place) {
      return place == 0 || place == text.size() ||
             !is_word(utf8::read_before(text, place).code_point) ||
             !is_word(utf8::read(text, place).code_point);
    };
    return text.substr(at, term.size()) == term && is_edge(at) && is_edge(at + term.size());
  }

  std::size_t word_at(std::string_view text, std::size_t at) const {
    const Pack& compatible = *all_packs().get(kNormalizationPack);
    std::string normalized;
    std::size_t longest = 0, end = at;
    for (int count = 1; end < text.size() && count < 40; ++count) {
      const utf8::Character c = utf8::read(text, end);
      const Trie::Match match = compatible.trie().longest(text, end);
      if (match.key == Trie::kNone) {
        normalized += text.substr(end, c.length);
      } else {
        compatible.append_value(match.key, normalized);
      }
      end += c.length;
      if (words_.count(normalized) != 0) longest = end - at;
    }
    return longest;
  }

  std::string convert_unprotected(std::string_view text) const {
    std::string out;
    std::size_t done = 0;
    const auto convert_up_to = [&](std::size_t at) {
      out += converted(configuration_, text.substr(done, at - done));
    };
    for (std::size_t at = 0; at < text.size();) {
      const GlossaryEntry* best = nullptr;
      for (const GlossaryEntry& entry : entries_) {
        if (stands(entry.from, text, at) && (!best || best->from.size() < entry.from.size())) {
          best = &entry;
        }
      }
      const std::size_t word = word_at(text, at);
      if (best != nullptr && best->from.size() >= word) {
        convert_up_to(at);
        out += best->to;
        done = at += best->from.size();
      } else if (word > 0) {
        at += word;
      } else {
        const std::size_t sequence = description_sequence_length(text, at);
        at += sequence > 0 ? sequence : utf8::read(text, at).length;
      }
    }
    convert_up_to(text.size());
    return out;
  }

  std::string configuration_;
  Entries entries_;
  Terms protect_;
  std::set<std::string, std::less<>> words_;
};

// Glossaries of pieces of texts that are made of words of all dictionaries.
class RandomGlossaries : public ::testing::TestWithParam<std::string_view> {
 protected:
  RandomGlossaries() : texts_(20241119) {
    Terms used;
    const auto fresh = [&] {
      std::string term;
      do term = texts_.piece_of(texts_.next());
      while (std::count(used.begin(), used.end(), term));
      used.push_back(term);
      return term;
    };
    for (int i = 0; i < 120; ++i) entries_.push_back({fresh(), texts_.piece_of(texts_.next())});
    for (int i = 0; i < 20; ++i) protect_.push_back(fresh());
  }

  RandomText texts_;
  Entries entries_;
  Terms protect_;
};

INSTANTIATE_TEST_SUITE_P(OpenCC, RandomGlossaries, ::testing::ValuesIn(all_chains()),
                         [](const auto& info) { return chain_name(info.param); });

TEST_P(RandomGlossaries, DoWhatTheDefinitionSays) {
  const Naive naive(GetParam(), entries_, protect_);
  const auto converter = Converter::create(GetParam(), all_packs(), glossary(entries_, protect_));
  ASSERT_TRUE(converter.ok());
  std::size_t touched = 0;
  for (int i = 0; i < 40; ++i) {
    const std::string text = texts_.next();
    const std::string out = converter->convert(text);
    ASSERT_EQ(out, naive.convert(text)) << text;
    touched += static_cast<std::size_t>(out != converted(GetParam(), text));
    OffsetMap map;
    ASSERT_EQ(converter->convert(text, map), out) << text;
    SCOPED_TRACE(text);
    EXPECT_EQ(testing::broken_promise(map, text, out), "");
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(touched, 10u);
}

TEST_P(RandomGlossaries, KeepProtectedTerms) {
  const auto converter = Converter::create(GetParam(), all_packs(), glossary(entries_, protect_));
  for (const std::string& term : protect_) {
    for (int i = 0; i < 5; ++i) {
      // Punctuation sets it apart from what could be a longer protected term with it.
      const std::string before = texts_.next() + "。", behind = "。" + texts_.next();
      OffsetMap map;
      const std::string out = converter->convert(before + term + behind, map);
      const std::size_t begin = map.to_converted(before.size());
      const std::size_t end = map.to_converted(before.size() + term.size(), OffsetMap::Edge::end);
      ASSERT_EQ(out.substr(begin, end - begin), term) << before + term + behind;
    }
  }
}

TEST_P(RandomGlossaries, AreFoundInStreamsThatAreCutAnywhere) {
  Entries entries = entries_;
  entries.push_back({"你好，世", "甲"});
  entries.push_back({"第 3 章", "乙"});
  entries.push_back({"GPT4", "丙"});
  entries.push_back({"D打印", "丁"});
  const auto converter = Converter::create(GetParam(), all_packs(), glossary(entries, protect_));
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::string text;
    for (const char* part : {"你好，世界。第 3 章", "GPT4，GPT45", "3D打印，D打印\n"}) {
      text += texts_.next() + "," + part + texts_.next();
    }
    StreamConverter stream(*converter);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t size = 1 + random() % 9;
      out += stream.write(std::string_view(text).substr(at, size));
      at += size;
    }
    ASSERT_EQ(out + stream.finish(), converter->convert(text)) << text;
  }
}

TEST(Glossary, IsFoundInAMegabyteOfOneThing) {
  const std::string term(kMaxGlossaryTermBytes, 'a');
  const auto converter = Converter::create(
      "s2t", all_packs(), glossary({{"一一一一", "甲"}, {term, "乙"}}, {"发发发"}));
  for (const std::string_view unit : {"一", "a", "发", "⿰", "\xE4"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    OffsetMap map;
    EXPECT_EQ(converter->convert(text), converter->convert(text, map));
    EXPECT_EQ(map.to_converted(text.size()), converter->convert(text).size());
  }
}

}  // namespace
}  // namespace shuye
