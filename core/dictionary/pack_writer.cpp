#include "dictionary/pack_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <stdexcept>
#include <vector>

#include "convert/pack_format.h"
#include "dictionary/code_points.h"

namespace shuye::dictionary {

namespace format = pack_format;

namespace {

using Numbers = std::vector<std::uint32_t>;

void append_number(std::string& out, std::uint64_t number, int size) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

// A byte that says a size; OpenCC has no entry that is longer.
void append_size(std::string& out, std::size_t size) {
  if (size > 0xFF) throw std::runtime_error("an entry has more than 255 bytes");
  append_number(out, size, 1);
}

void append_short(std::string& out, std::uint32_t number) {
  if (number < format::kShortNumbers) return append_number(out, number, 1);
  append_number(out, format::kShortNumbers + number / 256, 1);
  append_number(out, number % 256, 1);
}

// Roughly by how common they are, so that characters of the same kind stay in their order.
std::u32string alphabet_of(const Entries& entries) {
  std::map<char32_t, int> counts;
  for (const auto& [key, value] : entries) {
    for (const char32_t c : code_points(key)) ++counts[c];
  }
  std::u32string alphabet;
  for (const auto& [c, count] : counts) alphabet += c;
  std::stable_sort(alphabet.begin(), alphabet.end(), [&](char32_t a, char32_t b) {
    return std::ilogb(counts[a]) > std::ilogb(counts[b]);
  });
  if (alphabet.size() > format::kMostCharacters) throw std::runtime_error("too many characters");
  return alphabet;
}

class Writer {
 public:
  Writer(const Entries& entries, const Folding& folding)
      : entries_(entries), folding_(folding), alphabet_(alphabet_of(entries)) {
    for (const char32_t c : alphabet_) {
      utf8::append(streams_[format::alphabet], c);
      numbers_[c] = static_cast<std::uint32_t>(numbers_.size() + 1);
    }
    for (const auto& entry : entries_) {
      sorted_.emplace(numbers_of(entry.first), &entry);
      dictionaries_.emplace(entry.second.dictionary, 0);
    }
    if (dictionaries_.size() > format::kMostDictionaries) {
      throw std::runtime_error("a pack of too many dictionaries");
    }
    std::uint32_t number = 0;
    for (auto& dictionary : dictionaries_) {
      dictionary.second = number++;
      streams_[format::dictionaries] += dictionary.first + '\n';
    }
  }

  std::string write(const std::string& name) {
    Numbers before;
    for (const auto& [numbers, entry] : sorted_) {
      add_key(before, numbers);
      before = numbers;
    }
    for (const bool one_character : {true, false}) {
      for (const auto& [numbers, entry] : sorted_) {
        if ((numbers.size() == 1) == one_character) add_value(entry->first, entry->second);
      }
    }
    return assemble(name);
  }

 private:
  std::string& stream(format::Stream which) { return streams_[which]; }

  Numbers numbers_of(const std::string& key) const {
    Numbers numbers;
    for (const char32_t c : code_points(key)) numbers.push_back(numbers_.at(c));
    return numbers;
  }

  void add_key(const Numbers& before, const Numbers& key) {
    std::size_t shared = 0;
    while (shared < before.size() && before[shared] == key[shared]) ++shared;
    append_size(stream(format::shared), shared);
    append_size(stream(format::added), key.size() - shared);
    const std::uint32_t there = shared < before.size() ? before[shared] : 0;
    append_short(stream(format::first), key[shared] - there);
    for (std::size_t i = shared + 1; i < key.size(); ++i)
      append_short(stream(format::others), key[i]);
  }

  void add_value(const std::string& key, const Entry& entry) {
    const std::string& value = entry.value;
    const std::u32string from = code_points(key), to = code_points(value);
    const bool aligned = is_aligned(from, to);
    std::uint32_t flags = dictionaries_.at(entry.dictionary) << format::kDictionaryShift;
    if (aligned) flags |= format::kAligned;
    if (value == (from.size() == 1 ? key : by_characters(from))) {
      flags |= format::kByCharacters;
    } else if (aligned && from.size() > 1) {
      flags |= format::kChosen;
      for (std::size_t i = 0; i < from.size(); ++i) add_choice(from[i], to[i]);
    } else {
      flags |= format::kWritten;
      append_size(stream(format::sizes), value.size());
      stream(format::text) += value;
    }
    append_number(stream(format::flags), flags, 1);
  }

  void add_choice(char32_t from, char32_t to) {
    std::string character;
    utf8::append(character, to);
    std::u32string& known = alternatives_[from];
    const std::size_t place = known.find(to);
    if (alone(from) == character) {
      append_size(stream(format::choices), 0);
    } else if (place < format::kNewAlternative - 1) {
      append_size(stream(format::choices), place + 1);
    } else {
      append_size(stream(format::choices), format::kNewAlternative);
      stream(format::text) += character;
      known += to;
    }
  }

  std::string alone(char32_t c) const {
    std::string character;
    utf8::append(character, c);
    const auto found = entries_.find(character);
    return found == entries_.end() ? character : found->second.value;
  }

  std::string by_characters(const std::u32string& key) const {
    std::string value;
    for (const char32_t c : key) value += alone(c);
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
    for (const std::string& stream : streams_) append_number(body, stream.size(), 4);
    append_size(body, name.size());
    body += name;
    for (const std::string& stream : streams_) body += stream;
    std::string sized;
    append_number(sized, format::kSizeAt + 4 + body.size(), 4);
    sized += body;
    std::string pack(format::kMagic);
    append_number(pack, format::kVersion, 1);
    append_number(pack, format::checksum(sized), 8);
    return pack + sized;
  }

  const Entries& entries_;
  const Folding& folding_;
  std::u32string alphabet_;
  std::map<char32_t, std::uint32_t> numbers_;
  std::map<std::string, std::uint32_t> dictionaries_;
  std::map<Numbers, const Entries::value_type*> sorted_;
  std::map<char32_t, std::u32string> alternatives_;
  std::array<std::string, format::kStreams> streams_;
};

}  // namespace

std::string write_pack(const std::string& name, const Entries& entries, const Folding& folding) {
  return Writer(entries, folding).write(name);
}

}  // namespace shuye::dictionary
