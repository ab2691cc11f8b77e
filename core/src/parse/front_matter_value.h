#pragma once

/// What front matter holds, whatever it was written in, and the readers of its languages.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/apart.h"

namespace shuye {

struct Value {
  enum class Kind : std::uint8_t { null, boolean, number, string, list, map };

  Kind kind = Kind::null;
  std::string text;                ///< of scalars, as written; a number's is a number of JSON, too
  std::vector<std::string> names;  ///< of a map, one for each item, all different
  std::vector<Value> items;        ///< of lists and maps

  bool is_scalar() const { return kind < Kind::list; }

  /// Sets an item of a map. Returns whether there was one of that name, which is replaced.
  bool set(std::string name, Value value);
};

/// A scalar without quotes, by YAML's core schema (1.2, 10.3.2). Numbers that JSON cannot write, or
/// that a double cannot hold, are strings.
Value plain_scalar(std::string_view text);

std::string to_json(const Value& value);

/// Values nest at most this deep, and there are at most so many of them, aliases of YAML counted as
/// often as they are used.
inline constexpr std::size_t kMaxValueDepth = 32;
inline constexpr std::size_t kMaxValues = 10'000;

struct Problem {
  std::string_view rule;  ///< as in `Warning`
  std::string message;
  std::size_t offset = 0;  ///< in bytes of what was read
};

struct Fields {
  Value map;  ///< a map, if only an empty one
  std::vector<Problem> problems;
  bool broken = false;  ///< what was read is not whole
};

SHUYE_APART Fields read_yaml(std::string_view text);
SHUYE_APART Fields read_toml(std::string_view text);
SHUYE_APART Fields read_json(std::string_view text);

/// Reads `name: value` and `name = value` lines, lists below a name, and nothing else: for front
/// matter that its own language does not accept.
Value read_field_lines(std::string_view text);

/// The length of the JSON object that `text` begins with, as its brackets say; 0 if it does not
/// end.
std::size_t json_object_length(std::string_view text);

/// Where a line and a column in code points begin, both counted from 0, in bytes.
std::size_t byte_offset(std::string_view text, std::size_t line, std::size_t column);

}  // namespace shuye
