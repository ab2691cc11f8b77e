#pragma once

/// Looks names up in a list that is known when this is compiled: one comparison for most names,
/// whether they are in the list or not.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace shuye {

template <typename Entry, std::size_t kSize>
class NameIndex {
 public:
  /// Of names, or of what has a `name`, each a different one.
  constexpr explicit NameIndex(const Entry (&entries)[kSize]) : entries_(entries) {
    for (std::size_t i = 0; i < kSize; ++i) {
      std::size_t slot = hash(name_of(entries[i]));
      while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<std::uint8_t>(i + 1);
    }
  }

  /// nullptr where it is not in the list.
  constexpr const Entry* find(std::string_view name) const {
    for (std::size_t slot = hash(name); slots_[slot] != 0; slot = (slot + 1) % kSlots) {
      const Entry& entry = entries_[slots_[slot] - 1];
      if (name_of(entry) == name) return &entry;
    }
    return nullptr;
  }

  constexpr bool has(std::string_view name) const { return find(name) != nullptr; }

 private:
  static constexpr std::size_t kSlots = 512;
  static_assert(kSize <= 0xFF);

  static constexpr std::string_view name_of(const Entry& entry) {
    if constexpr (std::is_same_v<Entry, std::string_view>) {
      return entry;
    } else {
      return entry.name;
    }
  }

  static constexpr std::size_t hash(std::string_view name) {
    std::uint32_t mixed = 2166136261U;
    for (const char c : name) mixed = (mixed ^ static_cast<unsigned char>(c)) * 16777619U;
    return (mixed ^ mixed >> 16) % kSlots;
  }

  const Entry* entries_;
  std::array<std::uint8_t, kSlots> slots_ = {};  // places in the list, from 1 on
};

}  // namespace shuye
