#include "shuye/result.h"

// Without a default, so that the compiler tells of an enumerator that has no name.

namespace shuye {

std::string_view name_of(Stage stage) {
  switch (stage) {
    case Stage::input:
      return "input";
    case Stage::decode:
      return "decode";
    case Stage::parse:
      return "parse";
    case Stage::clean:
      return "clean";
    case Stage::convert:
      return "convert";
    case Stage::search:
      return "search";
    case Stage::render:
      return "render";
  }
  return "";
}

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::empty_input:
      return "empty_input";
    case ErrorCode::binary_input:
      return "binary_input";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::invalid_option:
      return "invalid_option";
    case ErrorCode::unknown_script:
      return "unknown_script";
    case ErrorCode::unknown_charset:
      return "unknown_charset";
    case ErrorCode::unknown_configuration:
      return "unknown_configuration";
    case ErrorCode::pack_missing:
      return "pack_missing";
    case ErrorCode::pack_damaged:
      return "pack_damaged";
    case ErrorCode::unknown_trace_entry:
      return "unknown_trace_entry";
    case ErrorCode::closed:
      return "closed";
    case ErrorCode::internal:
      return "internal";
  }
  return "";
}

}  // namespace shuye
