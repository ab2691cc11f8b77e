#include "convert/pack.h"

#include <algorithm>
#include <array>

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

/// One stream, read from its beginning to its end. Reading past the end gives zeros and is
/// remembered.
class Stream {
 public:
  Stream() = default;
  explicit Stream(std::string_view bytes) : left_(bytes) {}

  std::uint32_t byte() { return static_cast<unsigned char>(take(1).front()); }

  std::uint32_t number() {
    const std::uint32_t n = byte();
    return n < format::kShortNumbers ? n : (n - format::kShortNumbers) * 256 + byte();
  }

  char32_t character() {
    if (left_.empty()) take(1);
    const utf8::Character c = left_.empty() ? utf8::Character{} : utf8::read(left_, 0);
    take(c.length);
    return c.code_point;
  }

  std::string_view take(std::size_t size) {
    static constexpr std::array<char, 256> kZeros = {};
    if (size > left_.size()) {
      past_end_ = true;
      return std::string_view(kZeros.data(), std::min(size, kZeros.size()));
    }
    const std::string_view taken = left_.substr(0, size);
    left_.remove_prefix(size);
    return taken;
  }

  bool is_empty() const { return left_.empty(); }
  bool is_whole() const { return left_.empty() && !past_end_; }

 private:
  std::string_view left_;
  bool past_end_ = false;
};

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
    at_ = format::kNameAt;
    const std::size_t size = number_at(bytes_, at_, 1);
    return bytes_.substr(at_ + 1, size) == name && divide(at_ + 1 + size);
  }

  bool keys() {
    if (!alphabet()) return false;
    std::vector<std::uint16_t> key;
    for (std::size_t i = 0; i < count_; ++i) {
      if (!add_to(key)) return false;
      add_entry(key);
    }
    return true;
  }

  bool values() {
    character_entry_.resize(keys_.alphabet.size() + 1, count_);
    alternatives_.resize(keys_.alphabet.size() + 1);
    for (const bool one_character : {true, false}) {
      for (std::size_t i = 0; i < count_; ++i) {
        const bool is_one = numbers_of(i).size() == 1;
        if (is_one != one_character) continue;
        if (!value(i)) return false;
      }
      for (std::size_t i = 0; i < count_ && one_character; ++i) {
        if (numbers_of(i).size() == 1) character_entry_[numbers_of(i).front()] = i;
      }
    }
    return std::all_of(streams_.begin(), streams_.end(),
                       [](const Stream& stream) { return stream.is_whole(); });
  }

  void index() { pack_.trie_ = Trie(keys_); }

  std::size_t at() const { return at_; }

 private:
  struct Numbers {
    const std::uint16_t* first;
    const std::uint16_t* last;
    const std::uint16_t* begin() const { return first; }
    const std::uint16_t* end() const { return last; }
    std::size_t size() const { return static_cast<std::size_t>(last - first); }
    std::uint16_t front() const { return *first; }
  };

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
    return at == bytes_.size() && number_at(bytes_, at_, 4) == count_;
  }

  bool alphabet() {
    Stream& stream = streams_[format::alphabet];
    while (!stream.is_empty()) keys_.alphabet.push_back(stream.character());
    std::vector<char32_t> sorted = keys_.alphabet;
    std::sort(sorted.begin(), sorted.end());
    return sorted.size() <= format::kMostCharacters &&
           (sorted.empty() || sorted.back() <= 0x10FFFF) &&
           std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  }

  // Turns the key before into the next one.
  bool add_to(std::vector<std::uint16_t>& key) {
    const std::uint32_t shared = streams_[format::shared].byte();
    const std::uint32_t added = streams_[format::added].byte();
    if (shared > key.size() || added == 0 || shared + added > 0xFF) return false;
    const std::uint32_t step = streams_[format::first].number();
    std::uint32_t number = step + (shared < key.size() ? key[shared] : 0);
    key.resize(shared);
    for (std::uint32_t i = 0; i < added; ++i) {
      if (i > 0) number = streams_[format::others].number();
      if (step == 0 || number == 0 || number > keys_.alphabet.size()) return false;
      key.push_back(static_cast<std::uint16_t>(number));
    }
    return true;
  }

  void add_entry(const std::vector<std::uint16_t>& key) {
    keys_.numbers.insert(keys_.numbers.end(), key.begin(), key.end());
    keys_.ends.push_back(static_cast<std::uint32_t>(keys_.numbers.size()));
    Entry& entry = pack_.entries_.emplace_back();
    entry.key = static_cast<std::uint32_t>(pack_.text_.size());
    for (const std::uint16_t number : key) utf8::append(pack_.text_, keys_.alphabet[number - 1]);
    entry.key_size = static_cast<std::uint16_t>(pack_.text_.size() - entry.key);
  }

  Numbers numbers_of(std::size_t i) const {
    const std::uint16_t* all = keys_.numbers.data();
    return {all + (i == 0 ? 0 : keys_.ends[i - 1]), all + keys_.ends[i]};
  }

  bool value(std::size_t i) {
    const std::uint32_t flags = streams_[format::flags].byte();
    std::string value;
    switch (flags & format::kValueMask) {
      case format::kWritten:
        value = streams_[format::text].take(streams_[format::sizes].byte());
        break;
      case format::kByCharacters:
        for (const std::uint16_t number : numbers_of(i)) value += alone(number);
        break;
      case format::kChosen:
        for (const std::uint16_t number : numbers_of(i)) value += chosen(number);
        break;
      default:
        return false;
    }
    if (value.size() > 0xFF || !is_well_formed(value)) return false;
    Entry& entry = pack_.entries_[i];
    entry.value = static_cast<std::uint32_t>(pack_.text_.size());
    entry.value_size = static_cast<std::uint16_t>(value.size());
    entry.segment = (flags & format::kSegment) != 0;
    entry.aligned = (flags & format::kAligned) != 0 && utf8::length(value) == numbers_of(i).size();
    pack_.text_ += value;
    return true;
  }

  // What the character becomes when it stands alone.
  std::string alone(std::uint16_t number) const {
    const std::size_t entry = character_entry_[number];
    if (entry < count_) return std::string(pack_.value(entry));
    std::string same;
    utf8::append(same, keys_.alphabet[number - 1]);
    return same;
  }

  std::string chosen(std::uint16_t number) {
    const std::uint32_t choice = streams_[format::choices].byte();
    if (choice == 0) return alone(number);
    std::vector<std::string>& known = alternatives_[number];
    if (choice == format::kNewAlternative) {
      utf8::append(known.emplace_back(), streams_[format::text].character());
      return known.back();
    }
    return choice <= known.size() ? known[choice - 1] : std::string();
  }

  Pack& pack_;
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  std::array<Stream, format::kStreams> streams_;
  Trie::Keys keys_;
  std::vector<std::size_t> character_entry_;  // of each character; count_ where it has none
  std::vector<std::vector<std::string>> alternatives_;
};

Result<std::shared_ptr<const Pack>> Pack::read(std::string_view name, std::string_view bytes) {
  auto pack = std::make_shared<Pack>();
  Reader reader(*pack, bytes);
  if (!reader.header(name) || !reader.keys() || !reader.values()) {
    return Error{ErrorCode::pack_damaged, Stage::convert, reader.at(),
                 "the pack \"" + std::string(name) + "\" is not whole"};
  }
  reader.index();
  return std::shared_ptr<const Pack>(std::move(pack));
}

}  // namespace shuye
