#pragma once

/// Character references of HTML outside of what an HTML parser reads: `&nbsp;`, `&#8203;`,
/// `&#x27;`.

#include <cstddef>
#include <string_view>

namespace shuye {

struct CharacterReference {
  std::size_t length = 0;  ///< in bytes, with `&` and `;`; 0: none
  char32_t code_point = 0;
};

/// The one at `at`. Of names those are known that articles have; all of them end with `;` here.
CharacterReference character_reference(std::string_view text, std::size_t at);

}  // namespace shuye
