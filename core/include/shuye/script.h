#pragma once

/// Scripts: how Chinese is written, as BCP 47 names it.

#include <cstdint>
#include <optional>
#include <string_view>

namespace shuye {

enum class Script : std::uint8_t {
  original,  ///< of a view only: leave the article as it is
  none,      ///< of a document only: no Chinese, or none that tells Simplified from Traditional
  hans,      ///< zh-Hans
  hant,      ///< zh-Hant, OpenCC's standard Traditional
  hant_tw,   ///< zh-Hant-TW
  hant_hk,   ///< zh-Hant-HK
  ja,        ///< ja
};

/// `"zh-Hant-TW"`; `"original"` and `"und"` for the first two.
std::string_view name_of(Script script);

/// Reads a name of BCP 47 in any case, with the aliases people type (`zh-CN`, `zh-TW`, `zh-HK`,
/// `tw`, `hans`, …). Empty when it is none of them.
std::optional<Script> script_from_name(std::string_view name);

/// `zh-Hant` or one of its regions'.
bool is_traditional(Script script);

/// Where a Traditional text seems to be from.
enum class Region : std::uint8_t { none, taiwan, hong_kong };
std::string_view name_of(Region region);  // "TW", "HK"; empty for none

/// What a text is written in, with the evidence. Counts are of occurrences.
struct Detection {
  /// `hans`, `hant`, `ja` or `none`; of a mixed text, what it has more of.
  Script script = Script::none;
  bool mixed = false;            ///< a quarter or more of what tells is of the other script
  float confidence = 0;          ///< 0 to 1: the script's share of what tells; less for short texts
  Region region = Region::none;  ///< of `hant`
  /// Of `hant`: the text is Simplified that was turned Traditional character by character, with
  /// 最后 and 游戲 for 最後 and 遊戲.
  bool by_character = false;

  std::uint32_t simplified = 0;       ///< characters that only Simplified Chinese has
  std::uint32_t traditional = 0;      ///< characters that only Traditional Chinese has
  std::uint32_t merged_words = 0;     ///< words such as 最后
  std::uint32_t proper_words = 0;     ///< the same words as 最後
  std::uint32_t taiwan_words = 0;     ///< 軟體, 網路, …
  std::uint32_t hong_kong_words = 0;  ///< 港鐵, 質素, …
  std::uint32_t mainland_words = 0;   ///< 軟件, 信息, …: words that Taiwan does not use
  std::uint32_t kana = 0;             ///< Japanese has one for every two or three characters
};

/// Decides by counting: the characters that only one script has, and a short list of words (see
/// core/src/text/script_words.h). Never fails; linear in `utf8`.
Detection detect(std::string_view utf8);

/// The script of a text whose source names one, as `lang="zh-TW"` does. A name says which of the
/// Traditional ones it is, and that it is Japanese; it says neither that a text is Traditional,
/// since many pages keep what their template had, nor where it is from when its words say
/// otherwise.
Script settle_script(const Detection& detection, Script named);

/// `detect(utf8).script`.
Script detect_script(std::string_view utf8);

/// OpenCC's configuration that takes a text from one script to the other, such as `"s2twp"`;
/// empty when the text stays as it is. From and to Simplified, words are a region's, too.
///
/// Two configurations joined by a plus sign, to be gone through one after the other: from Taiwan to
/// Hong Kong and back by way of standard Traditional (`"tw2t+t2hk"`: forms change, words stay), and
/// a text that was turned Traditional `by_character` becomes proper by way of Simplified
/// (`"t2s+s2twp"`).
std::string_view configuration_for(Script from, Script to, bool by_character = false);

}  // namespace shuye
