// Documents from the wild, written in every charset that can hold them, are found and come back.
// They are not ours to publish, so they stand beside a checkout on some machines only
// (SHUYE_SHARED_DIR); elsewhere these tests are skipped.

#include <gtest/gtest.h>

#include <iostream>
#include <string>
#include <vector>

#include "decode/declared_charset.h"
#include "shuye/script.h"
#include "support/files.h"
#include "unit/charsets.h"

namespace shuye {
namespace {

struct Sample {
  std::string file, text;
};

/// Of manifest.tsv: the first column. What a document has no newlines for is left out.
const std::vector<Sample>& corpus() {
  static const std::vector<Sample> all = [] {
    std::vector<Sample> samples;
    const std::string folder = SHUYE_SHARED_DIR "/corpus/";
    for (const std::string& line : testing::read_lines(folder + "manifest.tsv")) {
      const std::string file = line.substr(0, line.find('\t'));
      const auto bytes = testing::read_file(folder + file);
      if (!bytes) continue;  // the header
      const auto text = decode(*bytes);
      EXPECT_TRUE(text) << file;
      if (!text) continue;
      samples.push_back({file, text->text});
      // Simplified documents in Traditional, too, which there are few of.
      if (detect_script(text->text) != Script::hans) continue;
      samples.push_back({file + " by s2t", converted("s2t", text->text)});
    }
    return samples;
  }();
  return all;
}

constexpr Charset kCharsets[] = {Charset::utf_8, Charset::utf_16le, Charset::utf_16be,
                                 Charset::gb18030, Charset::big5};

/// `text` with a square (□) for each character that a charset has not. Empty where these are
/// more than one of fifty: a Simplified document is none for Big5.
std::string held(const std::string& text, Charset charset) {
  if (charset != Charset::big5) return text;
  const Big5Encoder encoder(*big5_table());
  std::string out, ignored;
  std::size_t missing = 0, all = 0;
  for (const char32_t c : utf8::code_points(text)) {
    const bool there = encoder.append(c, ignored);
    all += static_cast<std::size_t>(c >= 0x80);
    missing += static_cast<std::size_t>(!there);
    utf8::append(out, there ? c : U'□');
  }
  return missing * 50 <= all ? out : "";
}

/// The document with another label where it declares one, else as it is.
std::string declaring(std::string text, const std::string& label) {
  const std::string_view declared = declared_charset(text);
  if (declared.empty()) return text;
  const auto at = static_cast<std::size_t>(declared.data() - text.data());
  return text.replace(at, declared.size(), label);
}

std::string mark_of(Charset charset) {
  switch (charset) {
    case Charset::utf_8:
      return "\xEF\xBB\xBF";
    case Charset::utf_16le:
      return "\xFF\xFE";
    case Charset::utf_16be:
      return "\xFE\xFF";
    default:
      return "";
  }
}

class Counted {
 public:
  void expect(const Sample& sample, Charset charset, const std::string& text,
              const std::string& mark, const std::string& given) {
    ++count_;
    const auto found = decode(mark + encoded(text, charset), {given}, charset_packs());
    ASSERT_TRUE(found) << sample.file << ' ' << name_of(charset) << ' ' << found.error().message;
    EXPECT_EQ(name_of(found->charset), name_of(charset)) << sample.file << ' ' << given;
    EXPECT_TRUE(found->text == text)
        << sample.file << ' ' << name_of(charset) << ' ' << found->losses.size() << " losses";
    EXPECT_TRUE(found->switches.empty()) << sample.file << ' ' << name_of(charset);
  }
  std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
};

TEST(Charsets, EveryDocumentOfTheCorpusComesBack) {
  if (corpus().empty()) GTEST_SKIP() << "no corpus on this machine";
  ASSERT_GT(corpus().size(), 50U);
  Counted counted;
  std::size_t in_big5 = 0;
  for (const Sample& sample : corpus()) {
    for (const Charset charset : kCharsets) {
      const std::string text = held(sample.text, charset);
      if (text.empty()) continue;
      in_big5 += static_cast<std::size_t>(charset == Charset::big5);
      for (const auto* label : {"", "x-none", "utf-8", "gb2312", "GBK", "gb18030", "big5", "utf-16",
                                "windows-1252", "shift_jis"}) {
        counted.expect(sample, charset, declaring(text, label), "", "");
        counted.expect(sample, charset, text, "", label);
      }
      if (const std::string mark = mark_of(charset); !mark.empty()) {
        counted.expect(sample, charset, text, mark, "");
        counted.expect(sample, charset, declaring(text, "big5"), mark, "gbk");
      }
    }
  }
  EXPECT_GE(in_big5, 25U);
  std::cout << counted.count() << " documents decoded, of them " << in_big5 << " in Big5\n";
}

/// Pieces of documents: one to some hundred lines, from anywhere.
TEST(Charsets, PiecesOfDocumentsAreFound) {
  if (corpus().empty()) GTEST_SKIP() << "no corpus on this machine";
  std::size_t pieces = 0, wrong = 0;
  for (const Sample& sample : corpus()) {
    for (const Charset charset : kCharsets) {
      const std::string text = held(sample.text, charset);
      std::size_t at = 0;
      while (at < text.size()) {
        // Twenty Han characters at least.
        std::size_t end = at, han = 0;
        for (; end < text.size() && (han < 20 || text[end] != '\n'); ++end) {
          han += static_cast<std::size_t>((text[end] & 0xF0) == 0xE0);
        }
        const std::string piece = text.substr(at, end - at);
        at = end + 1;
        if (han < 20) break;
        ++pieces;
        const auto found = decode(encoded(piece, charset), {}, charset_packs());
        const bool right = found && found->text == piece;
        wrong += static_cast<std::size_t>(!right);
        if (!right && wrong < 10) {
          std::cout << name_of(charset) << ": " << sample.file << ": " << piece.substr(0, 120)
                    << '\n';
        }
      }
    }
  }
  std::cout << pieces << " pieces, " << wrong << " of them not found\n";
  EXPECT_GE(pieces, 1000U);
  EXPECT_LE(wrong * 1000, pieces);
}

}  // namespace
}  // namespace shuye
