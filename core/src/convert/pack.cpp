#include "convert/pack.h"

#include <algorithm>
#include <array>

#include "convert/pack_format.h"
#include "text/apart.h"
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

bool is_one_character(std::string_view text) { return utf8::read(text, 0).length == text.size(); }

/// One stream, read from its beginning to its end. Reading past the end gives zeros and is
/// remembered.
class Stream {
 public:
  Stream() = default;
  explicit Stream(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  std::uint32_t byte() {
    if (at_ == end_) {
      past_end_ = true;
      return 0;
    }
    return static_cast<unsigned char>(*at_++);
  }

  std::uint32_t number() {
    const std::uint32_t n = byte();
    return n < format::kShortNumbers ? n : (n - format::kShortNumbers) * 256 + byte();
  }

  char32_t character() {
    if (is_empty()) return byte();
    const utf8::Character c = utf8::read({at_, size()}, 0);
    at_ += c.length;
    return c.code_point;
  }

  /// Less where there is less.
  std::string_view take(std::size_t size) {
    past_end_ = past_end_ || size > this->size();
    const std::string_view taken(at_, std::min(size, this->size()));
    at_ += taken.size();
    return taken;
  }

  std::size_t size() const { return static_cast<std::size_t>(end_ - at_); }
  bool is_empty() const { return at_ == end_; }
  bool is_whole() const { return is_empty() && !past_end_; }

 private:
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  bool past_end_ = false;
};

}  // namespace

/// Reads a pack from its beginning to its end, every byte once. Each step returns false where the
/// bytes are not a pack; `at()` is then the place, as far as it is known.
class Pack::Reader {
 public:
  Reader(Pack& pack, std::string_view bytes) : pack_(pack), bytes_(bytes) {}

  SHUYE_APART bool header(std::string_view name) {
    if (bytes_.substr(0, format::kMagic.size()) != format::kMagic) return false;
    at_ = format::kMagic.size();
    if (bytes_.size() <= format::kNameAt || bytes_[at_] != format::kVersion) return false;
    at_ = format::kSizeAt;
    if (number_at(bytes_, at_, 4) != bytes_.size()) return false;
    at_ = format::kChecksumAt;
    if (number_at(bytes_, at_, 8) != format::checksum(bytes_.substr(format::kSizeAt))) return false;
    at_ = format::kNameAt;
    const std::size_t size = number_at(bytes_, at_, 1);
    return bytes_.substr(at_ + 1, size) == name && divide(at_ + 1 + size);
  }

  SHUYE_APART bool keys() {
    std::size_t edges = 0, numbers = 0;
    if (!measure_keys(edges, numbers) || edges > Trie::kMostEdges) return false;
    pack_.trie_ = Trie(edges);
    if (!alphabet()) return false;
    pack_.numbers_.resize(numbers);
    pack_.values_.resize(count_);
    return add_keys();
  }

  bool dictionaries() {
    Stream& stream = streams_[format::dictionaries];
    std::string name;
    while (!stream.is_empty()) {
      const char c = stream.take(1).front();
      if (c != '\n') {
        name += c;
        continue;
      }
      if (!utf8::is_well_formed(name)) return false;
      pack_.dictionaries_.push_back(std::move(name));
      name.clear();
    }
    return name.empty() && pack_.dictionaries_.size() <= format::kMostDictionaries;
  }

  SHUYE_APART bool values() {
    pack_.is_character_.resize(count_);
    for (const std::uint32_t i : characters_) {
      const std::uint16_t number = numbers_of(i).front();
      if (!value(i, streams_[format::flags].byte())) return false;
      pack_.is_character_[i] = true;
      pack_.alone_[number] = pack_.values_[i];
    }
    one_each_ = std::all_of(pack_.alone_.begin() + 1, pack_.alone_.end(), [&](const auto& alone) {
      return is_one_character(alone.in(pack_.text_));
    });
    auto character = characters_.begin();
    for (std::size_t i = 0; i < count_; ++i) {
      if (character != characters_.end() && *character == i) {
        ++character;
        continue;
      }
      const std::uint32_t flags = streams_[format::flags].byte();
      PackValue& several = pack_.values_[i];
      if (is_plain(several, flags)) {
        several.by_characters = true;
        several.aligned = (flags & format::kAligned) != 0;
        several.dictionary = flags >> format::kDictionaryShift & (format::kMostDictionaries - 1);
      } else if (!value(i, flags)) {
        return false;
      }
    }
    pack_.text_.shrink_to_fit();
    return std::all_of(streams_.begin(), streams_.end(),
                       [](const Stream& stream) { return stream.is_whole(); });
  }

  std::size_t at() const { return at_; }

 private:
  using Numbers = std::span<const std::uint16_t>;

  bool divide(std::size_t at) {
    for (std::size_t i = 0; i < format::kStreams; ++i) {
      at_ = format::kStreamsAt + 4 * i;
      const std::size_t size = number_at(bytes_, at_, 4);
      if (size > bytes_.size() - at) return false;
      streams_[i] = Stream(bytes_.substr(at, size));
      at += size;
      if (i == format::flags) count_ = size;
    }
    at_ = format::kEntriesAt;
    return at == bytes_.size() && number_at(bytes_, at_, 4) == count_ && count_ < Trie::kMostKeys;
  }

  // Counts what the keys have in all. What a key adds are edges of the trie, but for its first
  // character.
  SHUYE_APART bool measure_keys(std::size_t& edges, std::size_t& numbers) const {
    Stream shared = streams_[format::shared], added = streams_[format::added];
    if (shared.size() != count_ || added.size() != count_) return false;
    std::size_t before = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      const std::size_t old = shared.byte(), fresh = added.byte();
      if (old > before || fresh == 0 || old + fresh > 0xFF) return false;
      before = old + fresh;
      numbers += before;
      edges += old == 0 ? fresh - 1 : fresh;
    }
    return true;
  }

  // Every character is its own value until an entry says otherwise.
  SHUYE_APART bool alphabet() {
    Stream& stream = streams_[format::alphabet];
    pack_.alone_.emplace_back();
    while (!stream.is_empty()) {
      const char32_t c = stream.character();
      if (c > 0x10FFFF || !pack_.trie_.add_character(c)) return false;
      pack_.alphabet_.push_back(c);
      append(pack_.alone_.emplace_back(), c);
    }
    alternatives_.resize(pack_.alone_.size());
    return true;
  }

  // A page waits for this, and its engine has not optimised it yet: so nothing is looked up twice.
  SHUYE_APART bool add_keys() {
    const std::string_view shared = streams_[format::shared].take(count_);
    const std::string_view added = streams_[format::added].take(count_);
    Stream first = streams_[format::first], others = streams_[format::others];
    std::array<std::uint32_t, 0x100> nodes = {};  // of the key before, by its length
    const std::uint16_t* before = nullptr;
    std::size_t before_size = 0;
    std::uint16_t* to = pack_.numbers_.data();
    for (std::size_t i = 0; i < count_; ++i) {
      const auto kept = static_cast<unsigned char>(shared[i]);
      const std::size_t size = kept + std::size_t{static_cast<unsigned char>(added[i])};
      std::uint32_t number = first.number();
      if (number == 0) return false;
      if (kept < before_size) number += before[kept];
      for (std::size_t j = 0; j < kept; ++j) to[j] = before[j];
      for (std::size_t j = kept;;) {
        if (number == 0 || number >= pack_.alone_.size()) return false;
        to[j] = static_cast<std::uint16_t>(number);
        nodes[j + 1] = pack_.trie_.add_edge(nodes[j], number);
        if (++j == size) break;
        number = others.number();
      }
      pack_.trie_.end_key(nodes[size], static_cast<std::uint32_t>(i));
      pack_.values_[i].begin = static_cast<std::uint32_t>(to - pack_.numbers_.data());
      pack_.values_[i].size = static_cast<std::uint16_t>(size);
      if (size == 1) characters_.push_back(static_cast<std::uint32_t>(i));
      before = to;
      before_size = size;
      to += size;
    }
    streams_[format::first] = first;
    streams_[format::others] = others;
    return true;
  }

  Numbers numbers_of(std::size_t i) const { return pack_.numbers(pack_.values_[i]); }

  bool value(std::size_t i, std::uint32_t flags) {
    const Numbers key = numbers_of(i);
    PackValue& value = pack_.values_[i];
    const std::uint32_t dictionary = flags >> format::kDictionaryShift;
    if (dictionary >= pack_.dictionaries_.size()) return false;
    value.dictionary = dictionary & (format::kMostDictionaries - 1);
    const bool one_by_one = (flags & format::kValueMask) == format::kByCharacters;
    if (one_by_one && key.size() > 1) return value_by_characters(value, key, flags);
    value.begin = static_cast<std::uint32_t>(pack_.text_.size());
    switch (flags & format::kValueMask) {
      case format::kWritten: {
        const std::string_view written =
            streams_[format::text].take(streams_[format::sizes].byte());
        if (!utf8::is_well_formed(written)) return false;
        pack_.text_ += written;
        break;
      }
      case format::kByCharacters:
        append(pack_.alone_[key.front()]);
        break;
      case format::kChosen:
        for (const std::uint16_t number : key) {
          if (!append_chosen(number)) return false;
        }
        break;
      default:
        return false;
    }
    const std::size_t size = pack_.text_.size() - value.begin;
    if (size == 0 || size > 0xFF) return false;
    value.size = static_cast<std::uint16_t>(size);
    value.aligned =
        (flags & format::kAligned) != 0 && utf8::length(value.in(pack_.text_)) == key.size();
    return true;
  }

  // Needs no look at the characters, as nearly all that go one by one.
  bool is_plain(const PackValue& key, std::uint32_t flags) const {
    constexpr std::size_t kLongestCharacter = 4;
    return one_each_ && (flags & format::kValueMask) == format::kByCharacters &&
           key.size * kLongestCharacter <= 0xFF &&
           flags >> format::kDictionaryShift < pack_.dictionaries_.size();
  }

  bool value_by_characters(PackValue& value, Numbers key, std::uint32_t flags) const {
    value.by_characters = true;
    value.aligned = (flags & format::kAligned) != 0;
    std::size_t bytes = 0;
    for (const std::uint16_t number : key) {
      const std::string_view character = pack_.character(number);
      value.aligned = value.aligned && is_one_character(character);
      bytes += character.size();
    }
    return bytes <= 0xFF;
  }

  void append(const PackValue& value) { pack_.text_.append(pack_.text_, value.begin, value.size); }

  void append(PackValue& value, char32_t c) {
    value.begin = static_cast<std::uint32_t>(pack_.text_.size());
    utf8::append(pack_.text_, c);
    value.size = static_cast<std::uint16_t>(pack_.text_.size() - value.begin);
  }

  bool append_chosen(std::uint16_t number) {
    const std::uint32_t choice = streams_[format::choices].byte();
    std::vector<PackValue>& known = alternatives_[number];
    if (choice == format::kNewAlternative) {
      const char32_t c = streams_[format::text].character();
      if (c > 0x10FFFF) return false;
      append(known.emplace_back(), c);
      return true;
    }
    if (choice > known.size()) return false;
    append(choice == 0 ? pack_.alone_[number] : known[choice - 1]);
    return true;
  }

  Pack& pack_;
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  std::array<Stream, format::kStreams> streams_;
  std::vector<std::uint32_t> characters_;  // the keys of one character
  bool one_each_ = false;                  // every character becomes one character
  std::vector<std::vector<PackValue>> alternatives_;
};

Result<std::shared_ptr<const Pack>> Pack::read(std::string_view name, std::string_view bytes) {
  auto pack = std::make_shared<Pack>();
  Reader reader(*pack, bytes);
  if (!reader.header(name) || !reader.dictionaries() || !reader.keys() || !reader.values()) {
    return Error{ErrorCode::pack_damaged, Stage::convert, reader.at(),
                 "the pack \"" + std::string(name) + "\" is not whole"};
  }
  return std::shared_ptr<const Pack>(std::move(pack));
}

void Pack::append_value(std::size_t i, std::string& out) const {
  const PackValue& value = values_[i];
  if (!value.by_characters) {
    out += value.in(text_);
    return;
  }
  for (const std::uint16_t number : numbers(value)) out += character(number);
}

}  // namespace shuye
