#pragma once

/// Emphasis beside Chinese, Japanese and Korean.
///
/// CommonMark lets a run of `*` open or close by the characters on both sides, and is wrong where
/// no space parts words: in `**重点：**后文` the second run stands between punctuation and a letter
/// and may not close. The published amendments for CJK (tats-u/markdown-cjk-friendly) say when such
/// a run may: beside a CJK character, whatever is on its other side. They are followed here, with
/// two additions. The marks that Chinese shares with other scripts (“” ‘’ — … ·) count as CJK where
/// a CJK character is behind them. And a single `*` or `~~` does not open before a mark that ends
/// or pauses a clause: there it stands for itself (注*：见下*，哈~~，谢谢~~).

#include <cstddef>
#include <string_view>

namespace shuye {

/// A CJK character as the amendments define it: wide, full or half width and no emoji, or Hangul.
bool is_cjk(char32_t c);

/// Whether what ends at `at` is CJK: a character, perhaps with a variation selector.
bool is_cjk_before(std::string_view text, std::size_t at);

/// Whether what begins at `at` is CJK.
bool is_cjk_after(std::string_view text, std::size_t at);

/// Whether the character at `at` ends or pauses a clause: ，。：」.
bool is_closing_mark_at(std::string_view text, std::size_t at);

/// Whether `text[begin, end)`, a run of `*` and `~`, stands where CommonMark's own rule may be
/// wrong: without white space on either side, beside something CJK and something that is no letter.
bool is_cjk_run(std::string_view text, std::size_t begin, std::size_t end);

/// Whether what ends at `begin` is punctuation with a variation selector, which CommonMark takes
/// for a letter; of consequence to a `_` there.
bool is_underscore_behind_selector(std::string_view text, std::size_t begin);

}  // namespace shuye
