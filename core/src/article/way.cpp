#include "article/way.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "article/regional_words.h"
#include "shuye/view.h"

namespace shuye {

namespace {

Way way_from(Script from, bool by_character, Script to) {
  const std::string_view configuration = configuration_for(from, to, by_character);
  return {configuration, configuration.empty() ? from : to};
}

}  // namespace

Result<void> add_packs(std::string_view configuration, std::vector<std::string_view>& all) {
  if (configuration.empty()) return {};
  const auto packs = packs_for(configuration);
  if (!packs) return packs.error();
  for (const std::string_view pack : *packs) {
    if (std::find(all.begin(), all.end(), pack) == all.end()) all.push_back(pack);
  }
  return {};
}

Way way_of(const Document& document, Script to) {
  Script from = document.script;
  if (from == Script::hant && to != Script::hant && to != Script::original) {
    if (document.detection.region == Region::taiwan) from = Script::hant_tw;
    if (document.detection.region == Region::hong_kong) from = Script::hant_hk;
  }
  const Way way = way_from(from, document.detection.by_character, to);
  if (way.configuration.empty() && from != to) return {"", document.script};
  return way;
}

Way way_of(const Document& document, const Block& block, Script to) {
  if (block.script == Script::none) return way_of(document, to);
  if (block.script == Script::ja) return {"", Script::ja};
  return way_from(block.script, block.by_character, to);
}

Result<std::vector<std::string_view>> packs_for(const Document& document, Script script) {
  std::vector<std::string_view> all;
  auto added = add_packs(way_of(document, script).configuration, all);
  for (const Block& block : document.blocks) {
    if (!added) return std::move(added).error();
    if (block.script == Script::none) continue;
    added = add_packs(way_of(document, block, script).configuration, all);
  }
  if (!added) return std::move(added).error();
  return all;
}

Result<std::vector<std::string_view>> packs_for(const Document& document,
                                                const ViewOptions& options) {
  auto all = packs_for(document, options.script);
  if (!all || !options.search.regional_words) return all;
  const auto names = RegionalWords::packs();
  if (!names) return names.error();
  for (const std::string_view name : *names) {
    if (std::find(all->begin(), all->end(), name) == all->end()) all->push_back(name);
  }
  return all;
}

}  // namespace shuye
