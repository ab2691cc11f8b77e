// Conversion of any text against OpenCC: the first byte chooses the configuration, the others are
// the text.

#include <shuye/stream_converter.h>

#include <map>
#include <random>

#include "fuzz/target.h"
#include "support/offset_maps.h"
#include "support/opencc.h"
#include "text/utf8.h"
#include "unit/support.h"

namespace shuye::fuzz {
namespace {

/// Both converters of one configuration.
struct Pair {
  explicit Pair(std::string_view configuration)
      : name(configuration),
        ours(Converter::create(configuration, all_packs()).value()),
        theirs(testing::opencc_converter(configuration)) {}

  std::string_view name;
  Converter ours;
  opencc::ConverterPtr theirs;
};

const Pair& pair(std::size_t choice) {
  static std::map<std::size_t, Pair> pairs;
  choice %= configurations().size();
  return pairs.try_emplace(choice, configurations()[choice]).first->second;
}

/// The text in chunks, of which the text itself chooses the lengths.
std::string in_chunks(const Pair& pair, std::string_view text) {
  std::mt19937 random(static_cast<unsigned>(std::hash<std::string_view>()(text)));
  const std::size_t longest = 1 + random() % 64;
  StreamConverter converter(pair.ours);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = 1 + random() % longest;
    out += converter.write(text.substr(i, length));
    i += length;
  }
  return out + converter.finish();
}

void expect_equal(std::string_view promise, const Pair& pair, std::string_view text,
                  const std::string& ours, const std::string& theirs) {
  if (ours == theirs) return;
  fail(promise, std::string(pair.name) + "\n  text: " + std::string(text) + "\n  ours: " + ours +
                    "\n  theirs: " + theirs);
}

}  // namespace

const std::vector<std::string>& tokens() {
  static const std::vector<std::string> all = [] {
    // Words; and as often as a thousand of them, what holds words apart or together.
    std::vector<std::string> made = testing::opencc_words();
    const std::size_t words = made.size();
    const std::vector<std::string> marks = {
        "⿰",         "⿲", "⿻",   "⿾",  "㇯",      "\uFE00",   "\U000E0100", "\uF98E",
        "\U0002F800", "𠀀", "\n",   " ",    "，",       "。",       "-",          "1",
        "a",          "B",  "\x7F", "\x80", "\xE5\xA4", "\xF0\x9F", "\u200B",     "々"};
    for (std::size_t i = 0; i < words; i += 100) made.push_back(marks[i / 100 % marks.size()]);
    return made;
  }();
  return all;
}

}  // namespace shuye::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace shuye;
  using namespace shuye::fuzz;
  if (size == 0) return 0;
  const Pair& chosen = pair(data[0]);
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);

  // OpenCC throws at ill-formed bytes, and is given what stands between them: that says nothing of
  // how far a NUL's loss reaches across them.
  if (text.find('\0') != text.npos && !utf8::is_well_formed(text)) return 0;

  const std::string theirs = testing::opencc_result(*chosen.theirs, text);
  expect_equal("convert gives OpenCC's result", chosen, text, chosen.ours.convert(text), theirs);
  OffsetMap map;
  expect_equal("so it does with a map", chosen, text, chosen.ours.convert(text, map), theirs);
  if (const std::string broken = testing::broken_promise(map, text, theirs); !broken.empty()) {
    fail(broken, std::string(chosen.name) + "\n  text: " + std::string(text));
  }
  expect_equal("and in chunks", chosen, text, in_chunks(chosen, text), theirs);
  return 0;
}
