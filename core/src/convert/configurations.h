#pragma once

/// OpenCC's configurations as pipelines of packs. The dictionary compiler checks this table against
/// OpenCC's own files and refuses to write packs that do not agree with it.

#include <array>
#include <string_view>

namespace shuye {

/// Before anything else every configuration replaces compatibility ideographs.
inline constexpr std::string_view kNormalizationPack = "normalization";

struct Configuration {
  std::string_view name;
  /// The pack whose words of the segmentation (`Pack::is_segment`) cut the text beforehand; empty
  /// where the text is converted in one piece.
  std::string_view segmentation;
  /// The dictionaries that every segment goes through, one after the other; the second may be
  /// empty.
  std::array<std::string_view, 2> chain;
};

/// Null where there is none of that name.
const Configuration* find_configuration(std::string_view name);

/// All, in the order of `configurations()`.
extern const std::array<Configuration, 16> kConfigurations;

}  // namespace shuye
