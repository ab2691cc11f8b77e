#include <algorithm>
#include <array>
#include <string>

#include "shuye/decode.h"
#include "text/character.h"

namespace shuye {
namespace {

struct Label {
  std::string_view label;
  Charset charset;
};

// Section 4.2 of the Encoding Standard. (Its `hz-gb-2312` is `replacement`, which decodes nothing;
// `utf-16` is little-endian.) ASCII is of windows-1252 there, and can be read as UTF-8.
constexpr auto kLabels = std::to_array<Label>({
    {"unicode-1-1-utf-8", Charset::utf_8},
    {"unicode11utf8", Charset::utf_8},
    {"unicode20utf8", Charset::utf_8},
    {"utf-8", Charset::utf_8},
    {"utf8", Charset::utf_8},
    {"x-unicode20utf8", Charset::utf_8},
    {"us-ascii", Charset::utf_8},
    {"ascii", Charset::utf_8},
    {"chinese", Charset::gb18030},
    {"csgb2312", Charset::gb18030},
    {"csiso58gb231280", Charset::gb18030},
    {"gb2312", Charset::gb18030},
    {"gb_2312", Charset::gb18030},
    {"gb_2312-80", Charset::gb18030},
    {"gbk", Charset::gb18030},
    {"iso-ir-58", Charset::gb18030},
    {"x-gbk", Charset::gb18030},
    {"gb18030", Charset::gb18030},
    {"big5", Charset::big5},
    {"big5-hkscs", Charset::big5},
    {"cn-big5", Charset::big5},
    {"csbig5", Charset::big5},
    {"x-x-big5", Charset::big5},
    {"unicodefffe", Charset::utf_16be},
    {"utf-16be", Charset::utf_16be},
    {"csunicode", Charset::utf_16le},
    {"iso-10646-ucs-2", Charset::utf_16le},
    {"ucs-2", Charset::utf_16le},
    {"unicode", Charset::utf_16le},
    {"unicodefeff", Charset::utf_16le},
    {"utf-16", Charset::utf_16le},
    {"utf-16le", Charset::utf_16le},
});

}  // namespace

std::string_view name_of(Charset charset) {
  switch (charset) {
    case Charset::utf_8:
      return "utf-8";
    case Charset::utf_16le:
      return "utf-16le";
    case Charset::utf_16be:
      return "utf-16be";
    case Charset::gb18030:
      return "gb18030";
    case Charset::big5:
      return "big5";
  }
  return "";
}

std::optional<Charset> charset_from_label(std::string_view label) {
  std::string lower(trim(label));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto* found = std::find_if(kLabels.begin(), kLabels.end(),
                                   [&](const Label& known) { return known.label == lower; });
  if (found == kLabels.end()) return std::nullopt;
  return found->charset;
}

std::string_view pack_for(Charset charset) {
  return charset == Charset::gb18030 || charset == Charset::big5 ? name_of(charset)
                                                                 : std::string_view();
}

std::vector<std::string_view> packs_for(const CharsetChoice& choice) {
  std::vector<std::string_view> names;
  for (const Charset charset : {choice.charset, choice.other.value_or(choice.charset)}) {
    const std::string_view name = pack_for(charset);
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  return names;
}

}  // namespace shuye
