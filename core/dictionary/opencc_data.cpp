#include "dictionary/opencc_data.h"

#include <cstdio>
#include <fstream>
#include <list>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "Config.hpp"
#include "ConfigBasedConverter.hpp"
#include "Conversion.hpp"
#include "ConversionChain.hpp"
#include "Converter.hpp"
#include "DictEntry.hpp"
#include "DictGroup.hpp"
#include "Lexicon.hpp"
#include "MarisaDict.hpp"
#include "MaxMatchSegmentation.hpp"

namespace shuye::dictionary {

namespace {

using nlohmann::json;

std::string assets(const std::string& opencc) { return opencc + "/prebuilds/assets"; }

bool has_proper_or_equal_prefix(const Entries& entries, const std::string& key) {
  for (std::size_t length = 1; length <= key.size(); ++length) {
    if (entries.count(key.substr(0, length)) != 0) return true;
  }
  return false;
}

// A union group takes the longest match of all children, the earlier child's where two are equally
// long. That is one list in which the earlier child's entry stays.
void add_union(Entries& all, const Entries& child) { all.insert(child.begin(), child.end()); }

// A short-circuit group takes the first child that matches at all, so a short key of an earlier
// child beats a longer one of a later child. In one list that is: an entry of which an earlier
// child has a prefix can never be reached, and is left out. Of what is left, the longest wins.
void add_short_circuit(Entries& all, const Entries& child) {
  Entries reachable;
  for (const auto& [key, value] : child) {
    if (!has_proper_or_equal_prefix(all, key)) reachable.emplace(key, value);
  }
  all.merge(reachable);
}

// A loaded dictionary does not know its name; `written` is the part of the configuration's file
// that describes it, group by group.
Entries flatten(const opencc::Dict& dict, const json& written) {
  Entries entries;
  const std::list<opencc::DictPtr>* children = dict.GetDictGroupItems();
  if (children == nullptr) {
    const std::string file = written.value("file", "");
    const std::string name = file.substr(0, file.rfind('.'));
    if (name.empty()) throw std::runtime_error("a dictionary without a file");
    for (const auto& entry : *dict.GetLexicon()) {
      entries.emplace(entry->Key(), Entry{entry->GetDefault(), name});
    }
    return entries;
  }
  const bool is_union = dict.GetMatchPolicy() == opencc::DictGroupMatchPolicy::Union;
  const auto dicts = written.find("dicts");
  if (dicts == written.end() || dicts->size() != children->size()) {
    throw std::runtime_error("a group is not the one that is written");
  }
  auto child_written = dicts->begin();
  for (const opencc::DictPtr& child : *children) {
    (is_union ? add_union : add_short_circuit)(entries, flatten(*child, *child_written++));
  }
  return entries;
}

std::vector<Entries> flatten_chain(const opencc::ConversionChainPtr& chain, const json& written) {
  const auto conversions = chain->GetConversions();
  if (conversions.size() != written.size()) {
    throw std::runtime_error("a chain is not the one that is written");
  }
  std::vector<Entries> stages;
  auto stage = written.begin();
  for (const opencc::ConversionPtr& conversion : conversions) {
    stages.push_back(flatten(*conversion->GetDict(), stage++->value("dict", json::object())));
  }
  return stages;
}

json read_json(const std::string& path) {
  std::ifstream file(path);
  json value = json::parse(file, nullptr, false);
  if (!value.is_object()) throw std::runtime_error("cannot read " + path);
  return value;
}

}  // namespace

Candidates read_candidates(const std::string& opencc, const std::string& name) {
  const std::string path = assets(opencc) + "/" + name + ".ocd2";
  FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) throw std::runtime_error("cannot read " + path);
  const opencc::MarisaDictPtr dict = opencc::MarisaDict::NewFromFile(file);
  std::fclose(file);
  Candidates candidates;
  for (const auto& entry : *dict->GetLexicon()) candidates[entry->Key()] = entry->Values();
  return candidates;
}

Configuration read_configuration(const std::string& opencc, const std::string& name) {
  // By its whole path, since OpenCC looks for a bare name in the working directory first.
  const std::string path = assets(opencc) + "/" + name + ".json";
  const opencc::ConverterPtr converter =
      opencc::Config().NewFromFile(path, {assets(opencc)}, nullptr);
  const json written = read_json(path);
  Configuration configuration;
  if (const auto* based = dynamic_cast<opencc::ConfigBasedConverter*>(converter.get())) {
    const auto stages = flatten_chain(based->GetNormalizationConverter()->GetConversionChain(),
                                      written.value("normalization", json::array()));
    if (stages.size() != 1) throw std::runtime_error(name + ": normalization is not one stage");
    configuration.normalization = stages.front();
  }
  if (const opencc::SegmentationPtr segmentation = converter->GetSegmentation()) {
    const auto* mmseg = dynamic_cast<opencc::MaxMatchSegmentation*>(segmentation.get());
    if (mmseg == nullptr) throw std::runtime_error(name + ": segmentation is not mmseg");
    configuration.segmented = true;
    configuration.segmentation = flatten(
        *mmseg->GetDict(), written.value(json::json_pointer("/segmentation/dict"), json::object()));
  }
  configuration.chain = flatten_chain(converter->GetConversionChain(),
                                      written.value("conversion_chain", json::array()));
  return configuration;
}

}  // namespace shuye::dictionary
