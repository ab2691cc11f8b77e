#pragma once

/// Who speaks: in conversations, interviews and plays, lines begin with the speaker (`问：`,
/// `小明：`), and the same few speakers come back in turns.

#include <map>

#include "clean/lines.h"

namespace shuye {

/// The blocks that are turns, each with the number of different things that its speaker says.
///
/// `天时：开源浪潮` above prose is a heading however often 天时 comes back: a turn has another
/// speaker's turn beside it.
std::map<BlockIndex, std::size_t> turns_in(const std::vector<Line>& lines);

}  // namespace shuye
