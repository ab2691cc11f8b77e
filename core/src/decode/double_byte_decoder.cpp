#include "decode/double_byte_decoder.h"

#include <algorithm>
#include <cstring>

#include "decode/plain_ascii.h"

namespace shuye {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEuro = "\xE2\x82\xAC";

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// What stands at a place that is no usual pair.
struct Rare {
  std::size_t length;      // in bytes of the input
  std::string_view text;   // empty: it is a loss
  std::uint32_t word = 0;  // the text, where it is one character that is not written here
};

/// Writes into a string whose end it moves on in blocks, since asking for room at each character
/// would take longer than the character.
class Writer {
 public:
  explicit Writer(std::string& text) : text_(text), used_(text.size()) {}

  /// No byte becomes more than three, and a word may be written behind the last one.
  void make_room(std::size_t bytes) {
    text_.resize(used_ + 3 * bytes + 16);
    at_ = text_.data() + used_;
  }
  void leave() { used_ = place(); }
  void finish() { text_.resize(used_); }

  std::size_t place() const { return static_cast<std::size_t>(at_ - text_.data()); }
  void put(char c) { *at_++ = c; }
  void put(std::string_view text) {
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  /// A character of two to four bytes.
  void put(std::uint32_t word) {
    std::memcpy(at_, &word, sizeof word);
    const auto first = static_cast<unsigned char>(*at_);
    at_ += 2 + static_cast<int>(first >= 0xE0) + static_cast<int>(first >= 0xF0);
  }

 private:
  std::string& text_;
  std::size_t used_;
  char* at_ = nullptr;
};

/// `words` has every pair that is one character. `rare` says what stands at a place where none of
/// them does.
template <typename FindRare>
class PairDecoder {
 public:
  PairDecoder(std::string_view bytes, std::size_t offset, const std::uint32_t* words,
              const FindRare& rare, DecodedText& decoded)
      : bytes_(bytes),
        offset_(offset),
        words_(words),
        rare_(rare),
        decoded_(decoded),
        writer_(decoded.text) {}

  void run() {
    constexpr std::size_t kBlock = 8192;
    // Two bytes of Han become three.
    decoded_.text.reserve(decoded_.text.size() + bytes_.size() / 2 * 3 + 3 * kBlock);
    while (at_ < bytes_.size()) {
      const std::size_t end = std::min(bytes_.size(), at_ + kBlock);
      writer_.make_room(end + 4 - at_);  // the last character may reach beyond the block
      while (at_ < end) {
        if (byte_at(bytes_, at_) < 0x80) {
          ascii(end);
        } else {
          pairs(end);
        }
      }
      writer_.leave();
    }
    writer_.finish();
  }

 private:
  void ascii(std::size_t end) {
    const std::string_view plain = bytes_.substr(at_, plain_ascii(bytes_.substr(at_, end - at_)));
    writer_.put(plain);
    at_ += plain.size();
    if (at_ == end) return;
    const unsigned char byte = byte_at(bytes_, at_);
    if (byte == '\0') lose(1);
    if (byte == '\r') {
      ++at_;
      const bool pair = at_ < bytes_.size() && bytes_[at_] == '\n';
      if (!pair) writer_.put('\n');  // else the line feed that follows is the newline
    }
  }

  void pairs(std::size_t end) {
    const std::size_t last = std::min(end, bytes_.size() - 1);
    while (at_ < last) {
      const unsigned char lead = byte_at(bytes_, at_);
      if (lead < 0x80) return;
      const std::uint32_t word = words_[(lead - 0x80U) * 0x100 + byte_at(bytes_, at_ + 1)];
      if (word == 0) return put_rare();
      writer_.put(word);
      at_ += 2;
    }
    if (at_ < end && byte_at(bytes_, at_) >= 0x80) put_rare();
  }

  void put_rare() {
    const Rare rare = rare_(bytes_.substr(at_));
    if (rare.word != 0) {
      writer_.put(rare.word);
    } else if (!rare.text.empty()) {
      writer_.put(rare.text);
    } else {
      return lose(rare.length);
    }
    at_ += rare.length;
  }

  void lose(std::size_t length) {
    decoded_.losses.push_back({offset_ + at_, length, writer_.place()});
    writer_.put(kReplacement);
    at_ += length;
  }

  std::string_view bytes_;
  std::size_t offset_;
  std::size_t at_ = 0;
  const std::uint32_t* words_;
  const FindRare& rare_;
  DecodedText& decoded_;
  Writer writer_;
};

template <typename FindRare>
void decode_pairs(std::string_view bytes, std::size_t offset, const std::uint32_t* words,
                  const FindRare& rare, DecodedText& decoded) {
  if (!bytes.empty()) PairDecoder<FindRare>(bytes, offset, words, rare, decoded).run();
}

bool is_lead(unsigned char byte) { return byte >= 0x81 && byte <= 0xFE; }
bool is_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }

/// A lead byte that nothing fits to. A byte of ASCII behind it stands for itself.
Rare lost_pair(std::string_view bytes) {
  const bool alone = !is_lead(byte_at(bytes, 0)) || bytes.size() == 1 || byte_at(bytes, 1) < 0x80;
  return {alone ? std::size_t{1} : std::size_t{2}, {}};
}

/// Bytes that begin with a lead byte and a digit.
Rare four_bytes(std::string_view bytes, const Gb18030Table& table) {
  if (bytes.size() == 2) return {2, {}};
  if (!is_lead(byte_at(bytes, 2))) return {1, {}};
  if (bytes.size() == 3) return {3, {}};
  if (!is_digit(byte_at(bytes, 3))) return {1, {}};
  const char32_t c =
      table.code_point(byte_at(bytes, 0), byte_at(bytes, 1), byte_at(bytes, 2), byte_at(bytes, 3));
  return {4, {}, utf8_word(c)};
}

}  // namespace

void decode_gb18030(std::string_view bytes, std::size_t offset, const Gb18030Table& table,
                    DecodedText& decoded) {
  const auto rare = [&](std::string_view here) -> Rare {
    const unsigned char first = byte_at(here, 0);
    if (first == 0x80) return {1, kEuro};
    if (is_lead(first) && here.size() > 1 && is_digit(byte_at(here, 1))) {
      return four_bytes(here, table);
    }
    return lost_pair(here);
  };
  decode_pairs(bytes, offset, table.words(), rare, decoded);
}

void decode_big5(std::string_view bytes, std::size_t offset, const Big5Table& table,
                 DecodedText& decoded) {
  const auto rare = [&](std::string_view here) -> Rare {
    if (here.size() > 1) {
      const std::string_view sequence = Big5Table::sequence(byte_at(here, 0), byte_at(here, 1));
      if (!sequence.empty()) return {2, sequence};
    }
    return lost_pair(here);
  };
  decode_pairs(bytes, offset, table.words(), rare, decoded);
}

}  // namespace shuye
