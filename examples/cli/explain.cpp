#include "explain.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "lines.h"

namespace cli {
namespace {

using shuye::Explanation;
using shuye::ExplanationStep;
using shuye::Rule;

constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20;

struct Words {
  std::string_view count, place, pair, reason;
  std::string_view phrase, character, compatibility, glossary;
};
constexpr Words kSimplified = {"次数", "首见", "原文 → 结果", "依据", "词", "字", "兼容字", "词表"};
constexpr Words kTraditional = {"次數", "首見", "原文 → 結果", "依據",
                                "詞",   "字",   "相容字",      "詞表"};

/// The table is in the script that the text becomes.
const Words& words_for(std::string_view configuration) {
  const bool simplified =
      configuration.empty() || configuration.ends_with("2s") || configuration.ends_with("2sp");
  return simplified ? kSimplified : kTraditional;
}

std::string_view word_for(Rule rule, const Words& words) {
  switch (rule) {
    case Rule::phrase:
      return words.phrase;
    case Rule::character:
      return words.character;
    case Rule::compatibility:
      return words.compatibility;
    default:
      return words.glossary;
  }
}

/// 字 标→標 STCharacters；词 鼠標→滑鼠 TWPhrases
std::string reason_of(const Explanation& piece, const Words& words) {
  std::string reason;
  for (const ExplanationStep& step : piece.steps) {
    if (step.from == step.to) continue;
    if (!reason.empty()) reason += "；";
    reason.append(word_for(step.rule, words)).append(" ");
    reason.append(step.from).append("→").append(step.to);
    if (!step.dictionary.empty()) reason.append(" ").append(step.dictionary);
  }
  return reason;
}

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// In columns of a terminal, roughly: what takes three bytes and more takes two.
std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) width += byte >= 0xE3 ? 2 : 1;
  }
  return width;
}

struct Row {
  std::size_t count = 0;
  std::string place, pair, reason;
};

class Table {
 public:
  explicit Table(const Words& words) : words_(words) {}

  void add(std::string_view line, std::size_t number, const Explanation& piece) {
    Row row{1, {}, piece.source + " → " + piece.result, reason_of(piece, words_)};
    const auto [known, added] = numbers_.emplace(row.pair + '\n' + row.reason, rows_.size());
    if (!added) {
      ++rows_[known->second].count;
      return;
    }
    row.place = std::to_string(number) + ":" +
                std::to_string(characters_of(line.substr(0, piece.begin)) + 1);
    rows_.push_back(std::move(row));
  }

  std::string text() const {
    std::vector<std::vector<std::string>> cells = {
        {std::string(words_.count), std::string(words_.place), std::string(words_.pair),
         std::string(words_.reason)}};
    for (const Row& row : rows_) {
      cells.push_back({std::to_string(row.count), row.place, row.pair, row.reason});
    }
    std::vector<std::size_t> widths(cells.front().size(), 0);
    for (const auto& row : cells) {
      for (std::size_t i = 0; i < row.size(); ++i)
        widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string text;
    for (const auto& row : cells) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        text += row[i];
        const bool last = i + 1 == row.size();
        text += last ? "\n" : std::string(widths[i] - width_of(row[i]) + 2, ' ');
      }
    }
    return text;
  }

 private:
  const Words& words_;
  std::vector<Row> rows_;
  std::map<std::string, std::size_t> numbers_;
};

}  // namespace

ConvertEnd explain_stream(Input& input, Sink& sink, const shuye::Converter& converter,
                          std::string_view configuration) {
  Table table(words_for(configuration));
  LineReader lines(input, kMaxLineBytes);
  std::string line;
  for (std::size_t number = 1;; ++number) {
    const auto found = lines.next(line);
    if (!found) return {found.error(), {}};
    if (*found == LineReader::Found::end) return {{}, sink.write(table.text())};
    if (*found == LineReader::Found::too_long) {
      return {shuye::Error{shuye::ErrorCode::too_large, shuye::Stage::input, 0,
                           "line " + std::to_string(number) + " is longer than 1 MiB"},
              {}};
    }
    for (const Explanation& piece : converter.explain(line)) {
      if (piece.changed()) table.add(line, number, piece);
    }
  }
}

}  // namespace cli
