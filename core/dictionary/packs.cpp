#include "dictionary/packs.h"

#include <stdexcept>

#include "convert/configurations.h"
#include "dictionary/opencc_data.h"
#include "dictionary/pack_writer.h"
#include "text/utf8.h"

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
    if (theirs.segmented) check_words(ours.segmentation, theirs.segmentation);
  }

  std::map<std::string, std::string> write(const Folding& folding) const {
    std::map<std::string, std::string> packs;
    for (const auto& [name, entries] : entries_) packs[name] = write_pack(name, entries, folding);
    return packs;
  }

 private:
  void add_entries(std::string_view pack, const Entries& entries) {
    const auto [there, added] = entries_.emplace(pack, entries);
    require(added || there->second == entries, name_, "another dictionary " + there->first);
  }

  // The words of the segmentation are the keys of several characters of a dictionary.
  void check_words(std::string_view pack, const Entries& words) const {
    std::size_t count = 0;
    for (const auto& [key, value] : entries_.at(std::string(pack))) {
      if (utf8::length(key) == 1) continue;
      require(words.count(key) != 0, name_, key + " is no word of the segmentation");
      ++count;
    }
    require(words.size() == count, name_, "other words of the segmentation than expected");
  }

  std::string name_;
  std::map<std::string, Entries> entries_;
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
