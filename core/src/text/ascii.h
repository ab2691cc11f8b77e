#pragma once

/// Letters and digits of ASCII, by which markup and data formats are told, whatever the language.

namespace shuye {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace shuye
