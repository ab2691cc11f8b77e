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

/// Simplified or Traditional, decided by counting the characters that only one of them has.
/// `none` when there are none of either. Never fails; linear in `utf8`.
Script detect_script(std::string_view utf8);

/// OpenCC's configuration that takes a text from one script to the other, such as `"s2twp"`;
/// empty when the text stays as it is. Texts of region Taiwan get Taiwan's words, too.
std::string_view configuration_for(Script from, Script to);

}  // namespace shuye
