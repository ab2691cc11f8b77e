#include "repair/readings.h"

#include <algorithm>
#include <utility>

#include "repair/readings_pack.h"

namespace shuye {
namespace {

namespace format = readings_pack;

std::uint16_t u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                    static_cast<unsigned char>(bytes[at + 1]) << 8);
}

}  // namespace

std::shared_ptr<const Readings> Readings::read(std::string_view payload) {
  if (payload.size() < format::kHeaderSize) return nullptr;
  auto made = std::make_shared<Readings>();
  const std::size_t syllables = u16(payload, 0);
  const std::size_t characters = u16(payload, 2);
  std::size_t at = format::kHeaderSize;
  for (std::size_t i = 0; i < syllables; ++i) {
    const std::size_t end = payload.find('\n', at);
    if (end == std::string_view::npos) return nullptr;
    made->by_name_.emplace(payload.substr(at, end - at), static_cast<std::uint16_t>(i));
    at = end + 1;
  }
  char32_t c = 0;
  for (std::size_t i = 0; i < characters; ++i) {
    if (at + format::kEntrySize > payload.size()) return nullptr;
    c += u16(payload, at);
    Entry entry;
    entry.rareness = static_cast<std::uint8_t>(payload[at + 2]);
    const auto flags = static_cast<std::uint8_t>(payload[at + 3]);
    entry.traditional = (flags & format::kTraditional) != 0;
    entry.readings = flags & static_cast<std::uint8_t>(~format::kTraditional);
    entry.first = static_cast<std::uint32_t>(made->syllables_.size());
    at += format::kEntrySize;
    if (c > 0xFFFF || at + 2 * std::size_t{entry.readings} > payload.size()) return nullptr;
    for (std::size_t k = 0; k < entry.readings; ++k, at += 2) {
      made->syllables_.push_back(u16(payload, at));
    }
    made->entries_.push_back(entry);
    made->numbers_.set(c, static_cast<std::uint16_t>(made->entries_.size()));
  }
  return at == payload.size() ? made : nullptr;
}

const Readings::Entry* Readings::find(char32_t c) const {
  const std::uint16_t number = numbers_.at(c);
  return number == 0 ? nullptr : &entries_[number - 1U];
}

bool Readings::reads(char32_t c, std::string_view reading) const {
  const Entry* entry = find(c);
  const auto syllable = by_name_.find(reading);
  if (entry == nullptr || syllable == by_name_.end()) return false;
  const auto first = syllables_.begin() + entry->first;
  return std::find(first, first + entry->readings, syllable->second) != first + entry->readings;
}

bool Readings::is_traditional(char32_t c) const {
  const Entry* entry = find(c);
  return entry != nullptr && entry->traditional;
}

double Readings::commonness(char32_t c) const {
  const Entry* entry = find(c);
  return entry == nullptr ? 0 : -entry->rareness / 10.0;
}

}  // namespace shuye
