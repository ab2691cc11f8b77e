#pragma once

/// A pack that is no dictionary: the tables of another stage (charsets, readings). Conversion keeps
/// it by its name and knows nothing of what is in it, so that whoever only converts links nothing
/// else.
///
/// Numbers are little-endian:
///
///     0   7 bytes  "SHUYEDT"
///     7   u8       version
///     8   u64      the checksum of all that follows it (checksum.h)
///     16  u32      the pack's size in bytes, this header included
///     20  u8       what is in it (`DataPack::Kind`)
///     21  u8       the size of the name, and the name
///     …            the payload, which its stage reads

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "shuye/result.h"

namespace shuye {

namespace data_pack_format {

inline constexpr std::string_view kMagic = "SHUYEDT";
inline constexpr std::uint8_t kVersion = 1;
inline constexpr std::size_t kChecksumAt = 8;
inline constexpr std::size_t kSizeAt = 16;
inline constexpr std::size_t kKindAt = 20;
inline constexpr std::size_t kNameAt = 21;

}  // namespace data_pack_format

class DataPack {
 public:
  enum class Kind : std::uint8_t { charset = 1, readings = 2 };

  /// Whether `bytes` mean to be a pack of this form.
  static bool is_one(std::string_view bytes);

  /// Checks the header and the checksum; the payload is its stage's to check. Fails with
  /// `pack_damaged`.
  static Result<std::shared_ptr<const DataPack>> read(std::string_view name,
                                                      std::string_view bytes);

  /// The bytes of a pack. `name` has at most 255 bytes.
  static std::string write(std::string_view name, Kind kind, std::string_view payload);

  /// The table that `Table::read(payload)` makes, a `std::shared_ptr<const Table>`: made once, when
  /// it is first asked for. Null where the pack is of another kind than `Table::kPack`, or where
  /// the payload is no such table.
  template <typename Table>
  std::shared_ptr<const Table> table() const {
    if (kind_ != Table::kPack) return nullptr;
    const std::lock_guard<std::mutex> lock(mutex_);
    if (table_ == nullptr) table_ = Table::read(payload_);
    return std::static_pointer_cast<const Table>(table_);
  }

  DataPack(Kind kind, std::string_view payload) : kind_(kind), payload_(payload) {}

 private:
  Kind kind_;
  std::string payload_;
  mutable std::mutex mutex_;
  mutable std::shared_ptr<const void> table_;  // of the one type that packs of this name have
};

}  // namespace shuye
