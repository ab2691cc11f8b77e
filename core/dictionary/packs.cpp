#include "dictionary/packs.h"

#include <set>
#include <stdexcept>

#include "convert/configurations.h"
#include "dictionary/opencc_data.h"
#include "dictionary/pack_writer.h"

namespace shuye::dictionary {

namespace {

void require(bool condition, const std::string& configuration, const std::string& what) {
  if (!condition) throw std::runtime_error("OpenCC's " + configuration + ": " + what);
}

// Several configurations share a dictionary; it has to be the same in all of them.
class Dictionaries {
 public:
  void add(const shuye::Configuration& ours, const Configuration& theirs) {
    name_ = ours.name;
    add_entries(kNormalizationPack, theirs.normalization);
    std::size_t stage = 0;
    for (const std::string_view pack : ours.chain) {
      if (pack.empty()) continue;
      require(stage < theirs.chain.size(), name_, "fewer stages than expected");
      add_entries(pack, theirs.chain[stage++]);
    }
    require(stage == theirs.chain.size(), name_, "more stages than expected");
    require(theirs.segmented == !ours.segmentation.empty(), name_,
            "other segmentation than expected");
    if (theirs.segmented) add_segments(ours.segmentation, theirs.segmentation);
  }

  std::map<std::string, std::string> write(const Folding& folding) const {
    std::map<std::string, std::string> packs;
    for (const auto& [name, entries] : entries_) {
      const auto segments = segments_.find(name);
      packs[name] = write_pack(name, entries,
                               segments == segments_.end() ? Keys{} : segments->second, folding);
    }
    return packs;
  }

 private:
  using Keys = std::set<std::string>;

  void add_entries(std::string_view pack, const Entries& entries) {
    const auto [there, added] = entries_.emplace(pack, entries);
    require(added || there->second == entries, name_, "another dictionary " + there->first);
  }

  // The words of the segmentation are marked in the dictionary that converts them.
  void add_segments(std::string_view pack, const Entries& entries) {
    Keys keys;
    for (const auto& [key, value] : entries) {
      require(entries_.at(std::string(pack)).count(key) != 0, name_,
              "no entry for the word " + key);
      keys.insert(key);
    }
    const auto [there, added] = segments_.emplace(pack, keys);
    require(added || there->second == keys, name_, "other words of the segmentation");
  }

  std::string name_;
  std::map<std::string, Entries> entries_;
  std::map<std::string, Keys> segments_;
};

}  // namespace

std::map<std::string, std::string> packs(const std::string& opencc, const Folding& folding) {
  Dictionaries dictionaries;
  for (const shuye::Configuration& configuration : kConfigurations) {
    dictionaries.add(configuration, read_configuration(opencc, std::string(configuration.name)));
  }
  return dictionaries.write(folding);
}

}  // namespace shuye::dictionary
