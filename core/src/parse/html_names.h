#pragma once

/// What the names in `class` and `id` say of an element.

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "parse/html_tree.h"

namespace shuye {

/// Bits of a judgement.
enum NameSays : std::uint16_t {
  kUnlikely = 1,   ///< not the article: `sidebar`, `comment`
  kPossible = 2,   ///< but maybe it is: `article`, `content`
  kGoodClass = 4,  ///< a class of the article's own parts
  kBadClass = 8,   ///< a class of what stands around articles
  kGoodId = 16,
  kBadId = 32,
  kShare = 64,  ///< buttons to pass the article on
  kByline = 128,
  kClutter = 256,  ///< a whole word that no part of an article is called: `breadcrumb`, `qrcode`
  kCopyright = 512,
  kElsewhere = 2048,  ///< leads to other pages, whatever else it is called: `content__recommend`
  kContainer = 1024,  ///< named for the text of an article: `js_content`, `article-content`
  kMessage = 4096,    ///< named for the text of one message of a thread: `postmessage_12`
};

struct Names {
  std::uint16_t says = 0;       ///< bits of `NameSays`
  std::uint32_t class_key = 0;  ///< the same for the same `class`; 0: none

  bool say(NameSays what) const { return (says & what) != 0; }
};

/// Reads names, each one once: pages repeat a few hundred of them. They have to stay where they
/// are.
class NameReader {
 public:
  Names read(std::string_view class_name, std::string_view id);

 private:
  std::unordered_map<std::string_view, Names> classes_;
  std::unordered_map<std::string_view, Names> ids_;
};

/// How much names speak for an element: 25 for each attribute that is good, less 25 for each bad
/// one.
int weight_of_names(std::uint16_t says);

}  // namespace shuye
