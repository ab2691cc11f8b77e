#include "ndjson.h"

#include "batch_line.h"
#include "lines.h"
#include "messages.h"
#include "progress.h"

namespace cli {
namespace {

constexpr std::size_t kMaxLineBytes = std::size_t{128} << 20;

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace

BatchEnd run_batch(Input& input, Sink& sink, const BatchOptions& options, PackFolder& folder) {
  LineReader lines(input, kMaxLineBytes);
  Progress progress(options.progress);
  std::string line;
  for (std::size_t number = 1;; ++number) {
    auto found = lines.next(line);
    if (!found) return {std::move(found).error(), {}};
    if (*found == LineReader::Found::end) break;
    const bool too_long = *found == LineReader::Found::too_long;
    if (!too_long && is_blank(line)) continue;
    LineAnswer answer = too_long ? refuse_line("the line is longer than 128 MiB", number)
                                 : answer_line(line, number, options.defaults, folder);
    if (options.warnings && !answer.warnings.empty()) {
      progress.clear();
      warn(options.name + ":" + std::to_string(number), answer.warnings);
    }
    answer.json.push_back('\n');
    // Written at once, so that the program works as a filter between others.
    if (const auto error = sink.write(answer.json)) return {{}, error};
    progress.count(answer.ok);
  }
  progress.finish();
  return {};
}

}  // namespace cli
