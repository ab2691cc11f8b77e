#include <gtest/gtest.h>
#include <shuye/script.h>

#include <sstream>
#include <string>
#include <vector>

#include "text/script_words.h"
#include "text/utf8.h"
#include "unit/support.h"

namespace shuye {
namespace {

std::vector<std::string> words_of(std::string_view list) {
  std::istringstream stream{std::string(list)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

TEST(Detect, SaysHowSureItIs) {
  EXPECT_EQ(detect("").confidence, 0);
  EXPECT_EQ(detect("天地人").script, Script::none);
  const Detection one = detect("们");
  EXPECT_EQ(one.script, Script::hans);
  EXPECT_EQ(one.confidence, 0.5F);
  EXPECT_GT(detect("我们说汉语，写简体字").confidence, 0.8F);
  EXPECT_LT(detect("我们说汉语，寫繁體").confidence, 0.6F);
  EXPECT_EQ(detect("我们說漢語").simplified, 1U);
  EXPECT_EQ(detect("我们說漢語").traditional, 3U);
}

TEST(Detect, CallsATextMixedThatHasMuchOfBoth) {
  EXPECT_TRUE(detect("这个软件说汉语，這個軟體說漢語").mixed);
  EXPECT_FALSE(detect("我们说汉语，还写简体字；一本《漢書》").mixed);
  EXPECT_FALSE(detect("们說").mixed);  // too short to say
}

TEST(Detect, GuessesTheRegionFromWordsInTraditionalTexts) {
  struct Case {
    const char* text;
    Region region;
  };
  for (const Case& c :
       {Case{"他在捷運上用軟體看網路上的影片", Region::taiwan},
        Case{"港鐵的服務質素，乘的士要幾多港元", Region::hong_kong},
        Case{"我們說漢語", Region::none}, Case{"一個軟體說明不了甚麼", Region::none},
        Case{"軟體、網路與港鐵、質素", Region::none},
        // One word may be what the text is about.
        Case{"立法院開會，立法院投票，立法院說", Region::none},
        // What a Simplified text about Taiwan becomes.
        Case{"立法院與行政院的網絡信息，立法會的軟件", Region::none},
        // These are no words here.
        Case{"電視頻道說：勇敢的士兵，簡短訊息，成立委員會", Region::none},
        Case{"软体、网路，捷運、計程車，这说明们还让", Region::none}}) {
    EXPECT_EQ(detect(c.text).region, c.region) << c.text;
  }
  EXPECT_EQ(name_of(Region::taiwan), "TW");
  EXPECT_EQ(name_of(Region::none), "");
}

TEST(Detect, TellsJapaneseByItsKana) {
  struct Case {
    const char* text;
    Script script;
  };
  for (const Case& c : {
           Case{"東京の学校で日本語を学ぶ人々がいる", Script::ja},
           Case{"国会は新型感染症対策法案を可決した。総理大臣が発言した", Script::ja},
           // Chinese with names of games, and with the one hiragana that shop signs have.
           Case{"《ドラゴンクエスト》这个游戏", Script::hans},
           Case{"鮮の味，這家店的壽司", Script::hant},
           Case{"ウィキペディア", Script::none},
       }) {
    const Detection found = detect(c.text);
    EXPECT_EQ(found.script, c.script) << c.text;
    EXPECT_FALSE(found.mixed) << c.text;
    EXPECT_LT(found.confidence, 1) << c.text;
  }
}

TEST(SettleScript, BelievesANameAsFarAsTheTextAgrees) {
  struct Case {
    const char* text;
    Script named, script;
  };
  for (const Case& c : {
           Case{"我們說漢語", Script::hant_tw, Script::hant_tw},
           Case{"我們說漢語", Script::hant_hk, Script::hant_hk},
           Case{"我們說漢語", Script::hans, Script::hant},
           Case{"我們說漢語", Script::none, Script::hant},
           Case{"我们说汉语", Script::hant_tw, Script::hans},
           // A template's name, and words that deny it.
           Case{"我們的網絡與軟件，信息與數據庫", Script::hant_tw, Script::hant},
           Case{"我們的網絡與軟件，信息與數據庫", Script::hant_hk, Script::hant_hk},
           Case{"我們的軟體與網路", Script::hant_hk, Script::hant},
           Case{"東京都", Script::ja, Script::ja},
           Case{"会議の議事録", Script::ja, Script::ja},
           Case{"我们说汉语，读简体书，写简体字，这样学习", Script::ja, Script::hans},
           Case{"Hello", Script::hant_tw, Script::none},
       }) {
    EXPECT_EQ(settle_script(detect(c.text), c.named), c.script) << c.text;
  }
}

TEST(Detect, TellsTraditionalThatWasMadeCharacterByCharacter) {
  struct Case {
    const char* text;
    bool by_character;
  };
  for (const Case& c : {
           Case{"遊戲最后的結局，舊范式之后誰來說", true},
           Case{"遊戲最後的結局，舊範式之後誰來說", false},
           // One slip in a good text, and a good text that quotes two.
           Case{"說到最后，我們還是後來的人", false},
           Case{"有人把最後寫成最后，把範圍寫成范圍，這裡都說過", false},
           // What is right in Traditional Chinese.
           Case{"皇后與太后，范先生于右任，公里與鄰里，干戈若干，關系統事，游泳，並無斗室", false},
           Case{"相關系統、機制作為、下游客戶、舉手表決、方便面對、限制造成、源頭發展", false},
           // Simplified says it so.
           Case{"游戏最后的结局，旧范式之后谁来说", false},
       }) {
    EXPECT_EQ(detect(c.text).by_character, c.by_character) << c.text;
  }
}

TEST(Detect, IsTotalOnWhatIsNoText) {
  EXPECT_EQ(detect(std::string("\0\xFF\xE6\xE6\xB8", 5)).script, Script::none);
  EXPECT_EQ(detect("們\xE6\xB8").traditional, 1U);
  EXPECT_EQ(detect("這游").merged_words, 0U);
}

// Each word of the list is one that OpenCC, by way of Simplified, writes as the list says.
TEST(MergedCharacters, AreWhatOpenCCMakesGood) {
  std::size_t count = 0;
  for (const MergedCharacter& merged : kMergedCharacters) {
    for (const std::string& word : words_of(merged.words)) {
      ++count;
      ASSERT_NE(word.find(merged.character), std::string::npos) << word;
      const std::string good = converted("s2tw", converted("t2s", word));
      bool proper = false;
      for (const char32_t c : utf8::code_points(merged.proper)) {
        std::string character, expected = word;
        utf8::append(character, c);
        expected.replace(word.find(merged.character), merged.character.size(), character);
        proper =
            proper || good == expected || good == converted("s2tw", converted("t2s", expected));
        EXPECT_EQ(detect(expected).proper_words, 1U) << expected;
      }
      EXPECT_TRUE(proper) << word << " becomes " << good;
      EXPECT_NE(good, word);
      EXPECT_GE(detect(word).merged_words, 1U) << word;
    }
  }
  EXPECT_GT(count, 150U);
}

TEST(RegionalWords, AreOfOneRegionOnly) {
  for (const std::string& word : words_of(kTaiwanWords)) {
    EXPECT_EQ(detect(word).hong_kong_words, 0U) << word;
    EXPECT_GE(detect(word).taiwan_words, 1U) << word;
  }
  for (const std::string& word : words_of(kHongKongWords)) {
    EXPECT_EQ(detect(word).taiwan_words, 0U) << word;
    EXPECT_GE(detect(word).hong_kong_words, 1U) << word;
  }
  for (const std::string& word : words_of(kMainlandWords)) {
    EXPECT_EQ(detect(word).taiwan_words, 0U) << word;
    EXPECT_EQ(detect(word).hong_kong_words, 0U) << word;
    EXPECT_GE(detect(word).mainland_words, 1U) << word;
  }
}

}  // namespace
}  // namespace shuye
