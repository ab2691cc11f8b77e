#pragma once

#include <string>

#include <shuye/glossary.h>
#include <nlohmann/json_fwd.hpp>

namespace cli {

/// Reads a glossary from a file: JSON, `{"entries": [{"from": "软件", "to": "軟體"}], "protect":
/// ["张三"]}`, or else a table (`shuye::Glossary::read`). Fails with a message that names the
/// place.
shuye::Result<shuye::Glossary> read_glossary(const std::string& path);

/// The same from JSON that was read already.
shuye::Result<shuye::Glossary> glossary_of(const nlohmann::json& value);

}  // namespace cli
