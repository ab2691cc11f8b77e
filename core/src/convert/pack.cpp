#include "convert/pack.h"

#include <optional>

#include "convert/pack_format.h"
#include "text/utf8.h"

namespace shuye {

namespace format = pack_format;

namespace {

std::uint64_t number_at(std::string_view bytes, std::size_t at, int size) {
  std::uint64_t number = 0;
  for (int i = size - 1; i >= 0; --i) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

bool is_well_formed(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Character c = utf8::read(text, i);
    if (c.code_point > 0x10FFFF) return false;
    i += c.length;
  }
  return !text.empty();
}

bool is_one_character(std::string_view text) { return utf8::read(text, 0).length == text.size(); }

// The trie numbers characters with 16 bits.
constexpr std::size_t kMostCharacters = 0xFFFF;

}  // namespace

/// Reads a pack from its beginning to its end. Each step returns false where the bytes are not a
/// pack; `at()` is then the place, as far as it is known.
class Pack::Reader {
 public:
  Reader(Pack& pack, std::string_view bytes) : pack_(pack), bytes_(bytes) {}

  bool header(std::string_view name) {
    if (bytes_.substr(0, format::kMagic.size()) != format::kMagic) return false;
    at_ = format::kMagic.size();
    if (bytes_.size() <= format::kNameAt || bytes_[at_] != format::kVersion) return false;
    at_ = format::kSizeAt;
    if (number_at(bytes_, at_, 4) != bytes_.size()) return false;
    at_ = format::kChecksumAt;
    if (number_at(bytes_, at_, 8) != format::checksum(bytes_.substr(format::kSizeAt))) return false;
    at_ = format::kEntriesAt;
    count_ = number_at(bytes_, at_, 4);
    suffixes_size_ = number_at(bytes_, format::kSuffixesAt, 4);
    const std::size_t name_size = number_at(bytes_, format::kNameAt, 1);
    at_ = format::kNameAt + 1;
    return take(name_size) == name;
  }

  bool streams() {
    const auto shared = take(count_), added = take(count_), flags = take(count_);
    const auto suffixes = take(suffixes_size_);
    if (!flags || !suffixes) return false;
    shared_ = *shared, added_ = *added, flags_ = *flags, suffixes_ = *suffixes;
    std::size_t written = 0;
    for (const char flag : flags_) written += (flag & format::kValueMask) == format::kWritten;
    const auto sizes = take(written);
    if (!sizes) return false;
    value_sizes_ = *sizes;
    values_ = bytes_.substr(at_);
    return true;
  }

  bool keys() {
    pack_.entries_.resize(count_);
    std::string key;
    for (std::size_t i = 0; i < count_; ++i) {
      const std::size_t shared = byte(shared_, i), added = byte(added_, i);
      if (shared > key.size() || shared + added > 0xFF || added > suffixes_.size()) return false;
      const std::string before = key;
      key.resize(shared);
      key.append(suffixes_.substr(0, added));
      suffixes_.remove_prefix(added);
      if (key <= before || !is_well_formed(key)) return false;
      Entry& entry = pack_.entries_[i];
      entry.key = append(key);
      entry.key_size = static_cast<std::uint8_t>(key.size());
      entry.segment = (flags_[i] & format::kSegment) != 0;
      entry.aligned = (flags_[i] & format::kAligned) != 0;
    }
    return suffixes_.empty() && has_few_characters();
  }

  bool values() {
    for (const bool one_character : {true, false}) {
      for (std::size_t i = 0; i < count_; ++i) {
        if (is_one_character(pack_.key(i)) == one_character && !value(i)) return false;
      }
      if (one_character) index_characters();
    }
    return values_.empty();
  }

  void index_keys() {
    std::vector<std::string_view> keys;
    for (std::size_t i = 0; i < count_; ++i) keys.push_back(pack_.key(i));
    pack_.trie_ = Trie(keys);
  }

  std::size_t at() const { return at_; }

 private:
  static std::size_t byte(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
  }

  std::optional<std::string_view> take(std::size_t size) {
    if (size > bytes_.size() - at_) return std::nullopt;
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }

  std::uint32_t append(std::string_view text) {
    pack_.text_ += text;
    return static_cast<std::uint32_t>(pack_.text_.size() - text.size());
  }

  bool has_few_characters() const {
    std::vector<bool> seen(0x110000);
    std::size_t characters = 0;
    for (std::size_t i = 0; i < pack_.text_.size();) {
      const utf8::Character c = utf8::read(pack_.text_, i);
      characters += !seen[c.code_point];
      seen[c.code_point] = true;
      i += c.length;
    }
    return characters <= kMostCharacters;
  }

  void index_characters() {
    std::vector<std::string_view> keys;
    for (std::size_t i = 0; i < count_; ++i) {
      if (!is_one_character(pack_.key(i))) continue;
      keys.push_back(pack_.key(i));
      character_entries_.push_back(static_cast<std::uint32_t>(i));
    }
    characters_ = Trie(keys);
  }

  bool value(std::size_t i) {
    Entry& entry = pack_.entries_[i];
    std::string value;
    switch (flags_[i] & format::kValueMask) {
      case format::kWritten: {
        const std::size_t size = byte(value_sizes_, 0);
        if (size > values_.size()) return false;
        value.assign(values_.substr(0, size));
        value_sizes_.remove_prefix(1);
        values_.remove_prefix(size);
        break;
      }
      case format::kSameAsKey:
        value = pack_.key(i);
        break;
      case format::kByCharacters:
        value = by_characters(pack_.key(i));
        break;
    }
    if (value.size() > 0xFF || !is_well_formed(value)) return false;
    entry.value = append(value);
    entry.value_size = static_cast<std::uint8_t>(value.size());
    return true;
  }

  std::string by_characters(std::string_view key) const {
    std::string value;
    for (std::size_t i = 0; i < key.size();) {
      const Trie::Match match = characters_.longest(key, i);
      value += match.key == Trie::kNone ? key.substr(i, match.length)
                                        : pack_.value(character_entries_[match.key]);
      i += match.length;
    }
    return value;
  }

  Pack& pack_;
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t count_ = 0, suffixes_size_ = 0;
  std::string_view shared_, added_, flags_, suffixes_, value_sizes_, values_;
  Trie characters_;                               // the keys of one character
  std::vector<std::uint32_t> character_entries_;  // and their entries
};

Result<std::shared_ptr<const Pack>> Pack::read(std::string_view name, std::string_view bytes) {
  auto pack = std::make_shared<Pack>();
  Reader reader(*pack, bytes);
  if (!reader.header(name) || !reader.streams() || !reader.keys() || !reader.values()) {
    return Error{ErrorCode::pack_damaged, Stage::convert, reader.at(),
                 "the pack \"" + std::string(name) + "\" is not whole"};
  }
  reader.index_keys();
  return std::shared_ptr<const Pack>(std::move(pack));
}

}  // namespace shuye
