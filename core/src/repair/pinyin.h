#pragma once

/// Readings in brackets, as the damage left them: `(chuàng)`.

#include <cstddef>
#include <string_view>

namespace shuye {

/// The reading that begins at `at` and that a bracket closes, without the bracket: up to six small
/// letters with at most one tone mark. Empty where there is none.
std::string_view reading_at(std::string_view text, std::size_t at);

/// The same where `at` is the bracket that opens it.
std::string_view bracketed_reading_at(std::string_view text, std::size_t at);

bool has_tone_mark(std::string_view reading);

}  // namespace shuye
