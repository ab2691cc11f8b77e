#include "convert/characters.h"

namespace shuye {

Characters::Read Characters::read_any(std::string_view text, std::size_t at) const {
  const utf8::Character c = utf8::read(text, at);
  return {places_.at(c.code_point), c.length};
}

}  // namespace shuye
