#include "dictionary/pack_writer.h"

#include <stdexcept>

#include "convert/pack_format.h"
#include "dictionary/code_points.h"

namespace shuye::dictionary {

namespace format = pack_format;

namespace {

void append_number(std::string& out, std::uint64_t number, int size) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

// A byte that says a size; OpenCC has no entry that is longer.
void append_size(std::string& out, std::size_t size) {
  if (size > 0xFF) throw std::runtime_error("an entry has more than 255 bytes");
  append_number(out, size, 1);
}

std::size_t shared_prefix(const std::string& a, const std::string& b) {
  std::size_t length = 0;
  while (length < a.size() && length < b.size() && a[length] == b[length]) ++length;
  return length;
}

class Writer {
 public:
  Writer(const Entries& entries, const std::set<std::string>& segments, const Folding& folding)
      : entries_(entries), segments_(segments), folding_(folding) {}

  std::string write(const std::string& name) {
    std::string before;
    for (const auto& [key, value] : entries_) {
      add_key(before, key);
      flags_ += static_cast<char>(flags(key, value));
      before = key;
    }
    for (const bool one_character : {true, false}) {
      for (const auto& [key, value] : entries_) {
        const bool written = (flags(key, value) & format::kValueMask) == format::kWritten;
        if (written && (code_points(key).size() == 1) == one_character) add_value(value);
      }
    }
    return assemble(name);
  }

 private:
  void add_key(const std::string& before, const std::string& key) {
    const std::size_t shared = shared_prefix(before, key);
    append_size(shared_, shared);
    append_size(added_, key.size() - shared);
    suffixes_ += key.substr(shared);
  }

  void add_value(const std::string& value) {
    append_size(sizes_, value.size());
    values_ += value;
  }

  std::uint8_t flags(const std::string& key, const std::string& value) const {
    std::uint8_t flags = format::kWritten;
    if (value == key) {
      flags = format::kSameAsKey;
    } else if (code_points(key).size() > 1 && value == by_characters(key)) {
      flags = format::kByCharacters;
    }
    if (segments_.count(key) != 0) flags |= format::kSegment;
    if (is_aligned(code_points(key), code_points(value))) flags |= format::kAligned;
    return flags;
  }

  std::string by_characters(const std::string& key) const {
    std::string value;
    for (std::size_t i = 0; i < key.size();) {
      const std::string character = key.substr(i, utf8::read(key, i).length);
      const auto found = entries_.find(character);
      value += found == entries_.end() ? character : found->second;
      i += character.size();
    }
    return value;
  }

  bool is_aligned(const std::u32string& key, const std::u32string& value) const {
    if (key.size() != value.size()) return false;
    for (std::size_t i = 0; i < key.size(); ++i) {
      if (folded(key[i]) != folded(value[i])) return false;
    }
    return true;
  }

  char32_t folded(char32_t c) const {
    const auto found = folding_.find(c);
    return found == folding_.end() ? c : found->second;
  }

  std::string assemble(const std::string& name) const {
    std::string body;
    append_number(body, entries_.size(), 4);
    append_number(body, suffixes_.size(), 4);
    append_size(body, name.size());
    for (const auto* part : {&name, &shared_, &added_, &flags_, &suffixes_, &sizes_, &values_}) {
      body += *part;
    }
    std::string sized;
    append_number(sized, format::kSizeAt + 4 + body.size(), 4);
    sized += body;
    std::string pack(format::kMagic);
    append_number(pack, format::kVersion, 1);
    append_number(pack, format::checksum(sized), 8);
    return pack + sized;
  }

  const Entries& entries_;
  const std::set<std::string>& segments_;
  const Folding& folding_;
  std::string shared_, added_, flags_, suffixes_, sizes_, values_;
};

}  // namespace

std::string write_pack(const std::string& name, const Entries& entries,
                       const std::set<std::string>& segments, const Folding& folding) {
  return Writer(entries, segments, folding).write(name);
}

}  // namespace shuye::dictionary
