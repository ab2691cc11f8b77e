#pragma once

// OpenCC's dictionaries, read by OpenCC's own classes. Everything here throws on a missing or
// broken file: a build tool has nothing better to do.

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace opencc {
class Dict;
}

namespace shuye::dictionary {

/// A dictionary as it is written: each key with its candidates, the first of which is the default.
using Candidates = std::map<std::string, std::vector<std::string>>;

/// `<name>.ocd2` of OpenCC's package.
Candidates read_candidates(const std::string& opencc, const std::string& name);

/// What a key becomes, and the dictionary that says so (`STPhrases`).
struct Entry {
  std::string value;
  std::string dictionary;

  bool operator==(const Entry&) const = default;
};

/// A dictionary or a tree of groups as one list in which *the longest key that matches* is what
/// OpenCC would take.
using Entries = std::map<std::string, Entry>;

/// One configuration, as OpenCC loads it.
struct Configuration {
  Entries normalization;  ///< empty when the configuration has none
  bool segmented = false;
  Entries segmentation;
  std::vector<Entries> chain;
};

Configuration read_configuration(const std::string& opencc, const std::string& name);

}  // namespace shuye::dictionary
