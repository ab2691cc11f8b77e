/// shuye: the library as a command line program. `shuye --help` says what it does; this file is the
/// way through: arguments, input, answer, output, exit code.

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "answer.h"
#include "arguments.h"
#include "convert.h"
#include "explain.h"
#include "files.h"
#include "glossary.h"
#include "help.h"
#include "messages.h"
#include "ndjson.h"
#include "packs.h"

namespace cli {
namespace {

enum Exit { kOk = 0, kFailed = 1, kUsage = 2 };

std::string name_of_input(const std::string& path) { return path == "-" ? "stdin" : path; }

/// A reader that has seen enough, as `head` has, is no error.
int end_of_output(const std::string& path, std::error_code error) {
  if (!error || error == std::errc::broken_pipe) return kOk;
  complain((path.empty() || path == "-" ? "stdout" : path) + ": output: " + error.message());
  return kFailed;
}

int print(std::string_view text) {
  Sink sink;
  return end_of_output("-", sink.write(text));
}

int render_one(const Arguments& arguments, Input& input, Sink& sink) {
  const std::string name = name_of_input(arguments.input);
  auto bytes = input.read_all(shuye::kMaxInputBytes);
  if (!bytes) return complain(name, bytes.error()), kFailed;
  Request request = arguments.request;
  if (request.open.name.empty() && arguments.input != "-") request.open.name = arguments.input;
  PackFolder folder(arguments.packs);
  std::error_code error;
  char last = '\0';
  const auto warnings =
      answer(std::move(bytes).value(), request, folder, [&](std::string_view part) {
        if (!error) error = sink.write(part);
        last = part.back();
      });
  if (!warnings) return complain(name, warnings.error()), kFailed;
  if (!arguments.quiet) warn(name, *warnings);
  if (!error && last != '\n') error = sink.write("\n");
  if (!error) error = sink.commit();
  return end_of_output(arguments.output, error);
}

int render_batch(const Arguments& arguments, Input& input, Sink& sink) {
  const bool to_terminal = arguments.output.empty() && ::isatty(STDOUT_FILENO) == 1;
  const BatchOptions options = {arguments.request, name_of_input(arguments.input), !arguments.quiet,
                                !arguments.quiet && !to_terminal && ::isatty(STDERR_FILENO) == 1};
  PackFolder folder(arguments.packs);
  const BatchEnd end = run_batch(input, sink, options, folder);
  if (!end.read) return complain(options.name, end.read.error()), kFailed;
  return end_of_output(arguments.output, end.written ? end.written : sink.commit());
}

int convert(const Arguments& arguments, Input& input, Sink& sink) {
  PackFolder folder(arguments.packs);
  const std::string_view configuration = arguments.configuration;
  const auto converter = converter_for(configuration, arguments.request.view.glossary, folder);
  if (!converter) return complain(name_of_input(arguments.input), converter.error()), kFailed;
  const ConvertEnd end = arguments.explain ? explain_stream(input, sink, *converter, configuration)
                                           : convert_stream(input, sink, *converter);
  if (!end.read) return complain(name_of_input(arguments.input), end.read.error()), kFailed;
  return end_of_output(arguments.output, end.written ? end.written : sink.commit());
}

int wrong_usage(const std::string& message) {
  complain(message + " (see shuye --help)");
  return kUsage;
}

int run(const std::vector<std::string>& words) {
  auto read = read_arguments(words);
  if (!read) return wrong_usage(read.error().message);
  Arguments& arguments = *read;
  if (arguments.action == Action::help) return print(kHelp);
  if (arguments.action == Action::version) return print("shuye " SHUYE_VERSION "\n");
  if (arguments.input.empty()) {
    // Nobody types an article into a terminal by mistake and knows how to end it.
    if (::isatty(STDIN_FILENO) == 1) return wrong_usage("no FILE; - reads standard input");
    arguments.input = "-";
  }
  if (!arguments.glossary.empty()) {
    auto glossary = read_glossary(arguments.glossary);
    if (!glossary) return complain(arguments.glossary, glossary.error()), kFailed;
    arguments.request.view.glossary = std::move(glossary).value();
  }
  auto input = Input::open(arguments.input);
  if (!input) return complain(name_of_input(arguments.input), input.error()), kFailed;
  Sink sink;
  if (const auto error = sink.open(arguments.output)) return end_of_output(arguments.output, error);
  if (arguments.action == Action::convert) return convert(arguments, *input, sink);
  return arguments.action == Action::batch ? render_batch(arguments, *input, sink)
                                           : render_one(arguments, *input, sink);
}

}  // namespace
}  // namespace cli

int main(int count, char** words) {
  // A closed pipe is an error of write() then, on which the temporary file is removed as well.
  std::signal(SIGPIPE, SIG_IGN);
  return cli::run(std::vector<std::string>(words + (count > 0), words + count));
}
