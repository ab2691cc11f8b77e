#pragma once

/// The damage that `repair` undoes, written anew from its description (core/README.md): bytes are
/// replaced in GBK, wherever they stand, and what comes out is decoded carelessly.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decode/gb18030_table.h"
#include "text/utf8.h"
#include "unit/support.h"

namespace shuye {

class Damage {
 public:
  /// Each key with its reading, and the stop at which the bytes are cut.
  using KeyReadings = std::vector<std::pair<std::string_view, std::string_view>>;

  Damage() : table_(repair_packs().data("gb18030")->table<Gb18030Table>()), encoder_(table_) {}

  std::string operator()(std::string_view text, const KeyReadings& keys,
                         std::string_view stop = {}) const {
    std::string bytes = encode(text);
    for (const auto& [key, reading] : keys) {
      const std::string with_reading = encode(std::string(key) + "(" + std::string(reading) + ")");
      bytes = replace(bytes, encode(key), with_reading);
    }
    if (stop.empty()) return decode(bytes);
    std::string damaged;
    const std::string cut = encode(stop);
    for (std::size_t at = 0; at <= bytes.size();) {
      const std::size_t end = std::min(bytes.find(cut, at), bytes.size());
      damaged += decode(std::string_view(bytes).substr(at, end - at));
      if (end < bytes.size()) damaged += stop;
      at = end + cut.size();
    }
    return damaged;
  }

 private:
  std::string encode(std::string_view text) const {
    std::string bytes;
    for (const char32_t c : utf8::code_points(text)) encoder_.append(c, bytes);
    return bytes;
  }

  std::string decode(std::string_view bytes) const {
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
      const auto first = static_cast<unsigned char>(bytes[at]);
      if (first < 0x80) {
        text += bytes[at++];
        continue;
      }
      const bool odd = at + 1 == bytes.size();
      const auto second = odd ? 0 : static_cast<unsigned char>(bytes[at + 1]);
      const char32_t c = second < 0x40 ? 0 : table_->code_point(first, second);
      utf8::append(text, c == 0 ? U'?' : c);
      at += 2;
    }
    return text;
  }

  static std::string replace(const std::string& bytes, const std::string& what,
                             const std::string& by) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t found; (found = bytes.find(what, at)) != std::string::npos;) {
      out.append(bytes, at, found - at).append(by);
      at = found + what.size();
    }
    return out.append(bytes, at);
  }

  std::shared_ptr<const Gb18030Table> table_;
  Gb18030Encoder encoder_;
};

}  // namespace shuye
