#include "convert/configurations.h"

#include "shuye/convert.h"

namespace shuye {

// A dictionary is called after the configuration that has nothing else: the second stage of s2tw is
// t2tw.
const std::array<Configuration, 16> kConfigurations = {{
    {"s2t", "", {"s2t"}},
    {"s2tw", "s2t", {"s2t", "t2tw"}},
    {"s2twp", "s2t", {"s2t", "s2twp"}},
    {"s2hk", "s2t", {"s2t", "t2hk"}},
    {"s2hkp", "s2t", {"s2t", "s2hkp"}},
    {"t2s", "", {"t2s"}},
    {"tw2s", "t2s", {"tw2t", "t2s"}},
    {"tw2sp", "t2s", {"tw2sp", "t2s"}},
    {"hk2s", "t2s", {"hk2t", "t2s"}},
    {"hk2sp", "t2s", {"hk2sp", "t2s"}},
    {"t2tw", "", {"t2tw"}},
    {"tw2t", "", {"tw2t"}},
    {"t2hk", "", {"t2hk"}},
    {"hk2t", "", {"hk2t"}},
    {"t2jp", "", {"t2jp"}},
    {"jp2t", "", {"jp2t"}},
}};

const Configuration* find_configuration(std::string_view name) {
  for (const Configuration& configuration : kConfigurations) {
    if (configuration.name == name) return &configuration;
  }
  return nullptr;
}

const std::vector<std::string_view>& configurations() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const Configuration& configuration : kConfigurations) all.push_back(configuration.name);
    return all;
  }();
  return names;
}

}  // namespace shuye
