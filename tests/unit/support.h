#pragma once

/// The packs that this build made, for tests.

#include <shuye/convert.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "support/files.h"

namespace shuye {

/// The bytes of a file that has to be there.
inline std::string read_file(const std::string& path) {
  auto bytes = testing::read_file(path);
  if (!bytes) {
    std::cerr << "cannot read " << path << '\n';
    std::abort();
  }
  return *std::move(bytes);
}

inline std::string pack_bytes(std::string_view name) {
  return read_file(SHUYE_PACKS_DIR "/" + std::string(name) + ".pack");
}

/// Every pack of every configuration.
inline const Packs& all_packs() {
  static const Packs packs = [] {
    Packs all;
    for (const std::string_view configuration : configurations()) {
      const auto names = packs_for(configuration);
      for (const std::string_view name : *names) {
        if (all.has(name)) continue;
        if (const auto added = all.add(name, pack_bytes(name)); !added) {
          std::cerr << added.error().message << '\n';
          std::abort();
        }
      }
    }
    return all;
  }();
  return packs;
}

/// The tables of the charsets that have some.
inline const Packs& charset_packs() {
  static const Packs packs = [] {
    Packs all;
    for (const auto* name : {"gb18030", "big5"}) {
      if (!all.add(name, pack_bytes(name))) std::abort();
    }
    return all;
  }();
  return packs;
}

/// What mending damaged text needs.
inline const Packs& repair_packs() {
  static const Packs packs = [] {
    Packs all;
    for (const auto* name : {"gb18030", "readings"}) {
      if (!all.add(name, pack_bytes(name))) std::abort();
    }
    return all;
  }();
  return packs;
}

/// A text converted in one call; `configuration` has to be one of OpenCC's.
inline std::string converted(std::string_view configuration, std::string_view text) {
  return Converter::create(configuration, all_packs())->convert(text);
}

}  // namespace shuye
