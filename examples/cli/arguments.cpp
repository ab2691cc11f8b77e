#include "arguments.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cli {
namespace {

using shuye::Error;
using shuye::ErrorCode;
using shuye::Result;
using shuye::Stage;

constexpr std::array<std::string_view, 17> kWithValue = {
    "--cut",    "--script",      "--to",       "--keywords", "--keyword", "--match",
    "--show",   "--format",      "--charset",  "--name",     "--packs",   "--output",
    "--config", "--punctuation", "--glossary", "--overlaps", "--context"};
// What a text that is no article can be asked with.
constexpr std::array<std::string_view, 8> kOfConvert = {
    "--config", "--glossary", "--explain", "--packs", "--output", "--quiet", "--help", "--version"};
// And no article.
constexpr std::array<std::string_view, 2> kOfConvertAlone = {"--config", "--explain"};
constexpr std::array<std::string_view, 9> kWithoutValue = {"--article-keywords",
                                                           "--exact",
                                                           "--ignore-punctuation",
                                                           "--regional-words",
                                                           "--ndjson",
                                                           "--explain",
                                                           "--quiet",
                                                           "--help",
                                                           "--version"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

Error wrong(std::string message) {
  return Error{ErrorCode::invalid_option, Stage::input, 0, std::move(message)};
}

std::string_view long_form(std::string_view option) {
  if (option == "-o") return "--output";
  if (option == "-q") return "--quiet";
  if (option == "-h") return "--help";
  return option;
}

class Reader {
 public:
  explicit Reader(const std::vector<std::string>& arguments) : arguments_(arguments) {}

  Result<Arguments> read() {
    if (!arguments_.empty() && arguments_.front() == "convert") {
      read_.action = Action::convert;
      ++at_;
    }
    for (; at_ < arguments_.size(); ++at_) {
      const std::string& argument = arguments_[at_];
      const bool is_option = argument.size() > 1 && argument[0] == '-' && !only_files_;
      auto taken = is_option ? option(argument) : file(argument);
      if (!taken) return std::move(taken).error();
      // Help is for those who do not know the rest yet.
      if (read_.action == Action::help || read_.action == Action::version) break;
    }
    if (read_.action == Action::convert && read_.configuration.empty() && read_.glossary.empty()) {
      return wrong("convert needs --config, such as s2twp, or --glossary");
    }
    return std::move(read_);
  }

 private:
  Result<void> file(const std::string& path) {
    if (!read_.input.empty()) {
      return wrong("one FILE at a time: \"" + read_.input + "\" and \"" + path + "\"");
    }
    if (path.empty()) return wrong("the name of FILE is empty");
    read_.input = path;
    return {};
  }

  Result<void> option(std::string_view argument) {
    if (argument == "--") {
      only_files_ = true;
      return {};
    }
    const std::size_t equals =
        argument.substr(0, 2) == "--" ? argument.find('=') : std::string_view::npos;
    const std::string_view name = long_form(argument.substr(0, equals));
    if (is_known(name)) {
      const bool converts = read_.action == Action::convert;
      if (converts && !is_one_of(name, kOfConvert)) {
        return wrong(std::string(name) + " says nothing to `shuye convert`");
      }
      if (!converts && is_one_of(name, kOfConvertAlone)) {
        return wrong(std::string(name) + " belongs to `shuye convert`");
      }
    }
    if (is_one_of(name, kWithoutValue)) {
      if (equals != std::string_view::npos) return wrong(std::string(name) + " takes no value");
      flag(name);
      return {};
    }
    if (!is_one_of(name, kWithValue)) return wrong("unknown option " + std::string(argument));
    if (equals != std::string_view::npos) return set(name, argument.substr(equals + 1));
    if (at_ + 1 == arguments_.size() || is_known(arguments_[at_ + 1])) {
      return wrong(std::string(name) + " needs a value");
    }
    return set(name, arguments_[++at_]);
  }

  static bool is_known(std::string_view argument) {
    const std::string_view name = long_form(argument.substr(0, argument.find('=')));
    return is_one_of(name, kWithValue) || is_one_of(name, kWithoutValue);
  }

  void flag(std::string_view name) {
    if (name == "--article-keywords") read_.request.view.article_keywords = true;
    if (name == "--exact") read_.request.as_keyword.exact = true;
    if (name == "--ignore-punctuation") read_.request.view.search.ignore_punctuation = true;
    if (name == "--regional-words") read_.request.view.search.regional_words = true;
    if (name == "--ndjson") read_.action = Action::batch;
    if (name == "--explain") read_.explain = true;
    if (name == "--quiet") read_.quiet = true;
    if (name == "--help") read_.action = Action::help;
    if (name == "--version") read_.action = Action::version;
  }

  Result<void> set(std::string_view name, std::string_view value) {
    if (value.empty()) return wrong(std::string(name) + " needs a value");
    if (name == "--packs") {
      read_.packs = value;
    } else if (name == "--output") {
      read_.output = value;
    } else if (name == "--config") {
      read_.configuration = value;
    } else if (name == "--glossary") {
      read_.glossary = value;
    } else {
      auto done = set_option(read_.request, name.substr(2), value);
      if (!done) return wrong(std::string(name) + ": " + done.error().message);
    }
    return {};
  }

  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  bool only_files_ = false;
  Arguments read_;
};

}  // namespace

Result<Arguments> read_arguments(const std::vector<std::string>& arguments) {
  return Reader(arguments).read();
}

}  // namespace cli
