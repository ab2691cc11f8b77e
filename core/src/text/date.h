#pragma once

/// Dates as articles write them, as ISO 8601.
///
/// Understood are ISO's own form with `-`, `/` or `.` between the parts, 2025年3月5日 下午3时05分,
/// 二〇二五年三月五日, 民國114年3月5日, 20250305, `Wed, 05 Mar 2025 01:42:55 +0800`, `March 5,
/// 2025`; a weekday beside them is passed over. The result is as precise as the text: `2025`,
/// `2025-03`, `2025-03-05`, `2025-03-05T01:42`, `2025-03-05T01:42:55`, each of the last two with
/// `Z` or `+08:00` where the text names a zone. Dates that no calendar has are none.

#include <cstddef>
#include <string>
#include <string_view>

namespace shuye {

struct DateText {
  std::string iso;         ///< empty: the text begins with no date
  std::size_t length = 0;  ///< in bytes of the text, from its beginning
};

/// The date that `text` begins with.
DateText read_date(std::string_view text);

/// `text` as ISO 8601 when it is a date and nothing else but white space around it; else empty.
std::string normalize_date(std::string_view text);

}  // namespace shuye
