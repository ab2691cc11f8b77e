#include "render/json_writer.h"

#include <array>

#include "text/sixteen_bytes.h"

namespace shuye {
namespace {

/// Where the next character stands that has to be escaped; the text's size when there is none.
std::size_t next_escaped(std::string_view text, std::size_t at) {
  using namespace sixteen_bytes;
  return find(text, at, [](Vector bytes) {
    return either(below(bytes, 0x20), either(equal(bytes, '"'), equal(bytes, '\\')));
  });
}

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::size_t done = 0;
  for (std::size_t i = next_escaped(text, 0); i < text.size(); i = next_escaped(text, i + 1)) {
    const auto byte = static_cast<unsigned char>(text[i]);
    out.append(text.substr(done, i - done));
    done = i + 1;
    switch (byte) {
      case '"':
        out.append("\\\"");
        break;
      case '\\':
        out.append("\\\\");
        break;
      case '\n':
        out.append("\\n");
        break;
      case '\t':
        out.append("\\t");
        break;
      default:
        out.append("\\u00");
        out.push_back(kDigits[byte >> 4]);
        out.push_back(kDigits[byte & 15]);
    }
  }
  out.append(text.substr(done));
}

}  // namespace

void JsonWriter::part() {
  if (!first_) put(',');
  first_ = false;
}

void JsonWriter::begin(char bracket) {
  part();
  put(bracket);
  first_ = true;
}

void JsonWriter::end(char bracket) {
  put(bracket);
  first_ = false;
  parts_.pass();
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  put(':');
  first_ = true;
  return *this;
}

void JsonWriter::string(std::string_view value) {
  begin_string();
  add_to_string(value);
  end_string();
}

void JsonWriter::begin_string() {
  part();
  put('"');
}

void JsonWriter::add_to_string(std::string_view text) {
  constexpr std::size_t kShort = 64;
  if (text.size() <= kShort && next_escaped(text, 0) == text.size()) return put(text);
  flush();
  parts_.in_pieces(text, [&](std::string_view piece) { append_escaped(json_, piece); });
}

void JsonWriter::end_string() { put('"'); }

void JsonWriter::string_or_null(std::string_view value) {
  if (value.empty()) {
    null();
  } else {
    string(value);
  }
}

void JsonWriter::number(std::uint64_t value) {
  std::array<char, 20> digits;  // of the largest
  std::size_t begin = digits.size();
  do {
    digits[--begin] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value > 0);
  raw({&digits[begin], digits.size() - begin});
}

void JsonWriter::fraction(double value) {
  const auto hundredths = static_cast<std::uint64_t>(value * 100 + 0.5);
  std::string text = std::to_string(hundredths / 100);
  if (hundredths % 100 != 0) {
    text.push_back('.');
    text.push_back(static_cast<char>('0' + hundredths % 100 / 10));
    if (hundredths % 10 != 0) text.push_back(static_cast<char>('0' + hundredths % 10));
  }
  raw(text);
}

void JsonWriter::raw(std::string_view json) {
  part();
  put(json);
}

}  // namespace shuye
