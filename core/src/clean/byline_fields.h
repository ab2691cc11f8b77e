#pragma once

/// What bylines are made of: labels (`作者：`, `来源 | `), and the names, dates and media behind
/// them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/byline.h"

namespace shuye {

enum class BylineField : std::uint8_t { author, editor, publisher, date, other };

struct BylineLabel {
  std::u32string name;  ///< folded
  BylineField field;
};

inline constexpr std::u32string_view kBylineSeparators = U"|｜丨︱/:：·•";
inline constexpr std::u32string_view kBylineValueEnds = U",，;；|｜丨\n";

/// What is longer, in characters, is no name.
inline constexpr std::size_t kLongestName = 24;

/// A text by characters, with its folded form beside it: folding can change the bytes of a
/// character but never the number of characters.
struct Characters {
  std::u32string original;
  std::u32string folded;

  explicit Characters(std::string_view text);
  std::size_t size() const { return original.size(); }
  std::string original_text(std::size_t begin, std::size_t end) const;  ///< trimmed
};

bool is_in(std::u32string_view set, char32_t c);

/// Whether the folded text begins with a label's name, whatever follows.
bool begins_with_label_name(std::u32string_view folded);

struct Labelled {
  const BylineLabel* label = nullptr;  ///< null: there is none
  std::size_t value = 0;               ///< where the value begins
};

/// A label with its separator at `at`: `作者：`, `文 | `; `微信公众号 ` needs only a space.
Labelled label_at(const Characters& line, std::size_t at);

/// A label that nothing parts from its value: `来源晚报`, `作者王小明`. Only where the line is
/// known to be a byline.
Labelled bare_label_at(const Characters& line, std::size_t at);

/// 参考消息, 新京报, 山城在线: who publishes, not who writes.
bool is_medium(std::string_view name);

/// Two to four Han characters, as most Chinese names have.
bool is_han_name(std::string_view text);

/// The parts of `text` that have more than white space in them, trimmed.
std::vector<std::string> split(std::string_view text, std::u32string_view separators);

/// `人民日报2024-05-13 08:49`: the date behind a name is taken off.
std::string take_date(std::string_view value, Byline& byline);

/// Puts what a label names where it belongs.
void add_value(BylineField field, const std::string& value, Byline& byline);

}  // namespace shuye
