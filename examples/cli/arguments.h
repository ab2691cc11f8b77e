#pragma once

#include <string>
#include <vector>

#include <shuye/result.h>

#include "request.h"

namespace cli {

enum class Action { render, batch, convert, help, version };

/// The command line, read.
struct Arguments {
  Action action = Action::render;
  std::string input;          ///< a path, or `-` for standard input; empty when none was given
  std::string output;         ///< a path; empty or `-` for standard output
  std::string packs;          ///< the folder of the packs; empty: where they are by default
  std::string glossary;       ///< a path; empty when none was given
  std::string configuration;  ///< of `convert`: OpenCC's name
  bool explain = false;       ///< of `convert`: write why, and not the text
  bool quiet = false;
  Request request;
};

/// Reads the arguments after the program's name. Fails with a message about the first one that has
/// no meaning.
shuye::Result<Arguments> read_arguments(const std::vector<std::string>& arguments);

}  // namespace cli
