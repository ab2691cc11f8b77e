#include "text/data_pack.h"

#include "text/checksum.h"

namespace shuye {

namespace format = data_pack_format;

namespace {

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = size; i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

void put_number(std::string& bytes, std::uint64_t number, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
}

}  // namespace

bool DataPack::is_one(std::string_view bytes) {
  return bytes.substr(0, format::kMagic.size()) == format::kMagic;
}

Result<std::shared_ptr<const DataPack>> DataPack::read(std::string_view name,
                                                       std::string_view bytes) {
  const auto damaged = [&](std::size_t at) {
    return Error{ErrorCode::pack_damaged, Stage::convert, at,
                 "the pack \"" + std::string(name) + "\" is not whole"};
  };
  const std::size_t version_at = format::kMagic.size();
  if (!is_one(bytes)) return damaged(0);
  if (bytes.size() <= format::kNameAt || number_at(bytes, version_at, 1) != format::kVersion) {
    return damaged(version_at);
  }
  if (number_at(bytes, format::kSizeAt, 4) != bytes.size()) return damaged(format::kSizeAt);
  const std::uint64_t sum = checksum(bytes.substr(format::kSizeAt));
  if (number_at(bytes, format::kChecksumAt, 8) != sum) return damaged(format::kChecksumAt);
  const std::size_t name_size = number_at(bytes, format::kNameAt, 1);
  const std::size_t payload_at = format::kNameAt + 1 + name_size;
  if (payload_at > bytes.size() || bytes.substr(format::kNameAt + 1, name_size) != name) {
    return damaged(format::kNameAt);
  }
  const auto kind = static_cast<Kind>(number_at(bytes, format::kKindAt, 1));
  return std::shared_ptr<const DataPack>(
      std::make_shared<DataPack>(kind, bytes.substr(payload_at)));
}

std::string DataPack::write(std::string_view name, Kind kind, std::string_view payload) {
  std::string rest;
  put_number(rest, format::kNameAt + 1 + name.size() + payload.size(), 4);
  put_number(rest, static_cast<std::uint8_t>(kind), 1);
  put_number(rest, name.size(), 1);
  rest.append(name).append(payload);
  std::string bytes(format::kMagic);
  put_number(bytes, format::kVersion, 1);
  put_number(bytes, checksum(rest), 8);
  return bytes + rest;
}

}  // namespace shuye
