#pragma once

/// The texts of a document as a view shows them: converted, with its marks, but for what is code.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/convert.h"
#include "shuye/view.h"
#include "text/apart.h"

namespace shuye {

/// Converts texts as a view wants them, or copies them where it wants nothing.
class TextConverter {
 public:
  /// `configuration` and `script` are the view's.
  static Result<TextConverter> create(std::string_view configuration, Script script,
                                      const ViewOptions& options, const Packs& packs);

  std::string operator()(std::string text) const;

  std::vector<std::string> operator()(const std::vector<std::string>& texts) const {
    std::vector<std::string> converted;
    converted.reserve(texts.size());
    for (const auto& text : texts) converted.push_back((*this)(text));
    return converted;
  }

  SHUYE_APART void block(const Block& block, ViewBlock& view) const;

  /// The piece of the block's text that has the byte at `offset`, punctuation aside.
  Explanation explain(const Block& block, std::size_t offset) const;

 private:
  bool keeps(const Block& block) const {
    return (!converter_ && !sets_punctuation()) || block.kind == BlockKind::code;
  }
  bool sets_punctuation() const { return punctuation_ != Script::original; }
  void append(std::string_view text, std::string& converted, OffsetMap& offsets) const;
  void set_punctuation(const std::vector<Range>& verbatim, std::string& converted,
                       OffsetMap& offsets) const;

  std::optional<Converter> converter_;
  Script punctuation_ = Script::original;  // whose marks are set; `original` keeps them
};

}  // namespace shuye
