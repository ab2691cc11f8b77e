#include "parse/html_tables.h"

#include <cstdint>

namespace shuye {
namespace {

struct Table {
  std::uint32_t node = 0;
  unsigned cells = 0;
  unsigned widest_row = 0;
  unsigned row = 0;         // cells of the current one
  unsigned paragraphs = 0;  // of the current cell
  bool header = false;
  bool layout = false;
};

constexpr unsigned kMaxParagraphsOfACell = 3;

bool holds_data(const Table& table) {
  if (table.layout || table.cells < 2) return false;
  return table.header || table.widest_row > 1;
}

/// Takes note of an element of the table that is no table itself.
void count(const HtmlNode& node, Table& table) {
  const std::string_view name = node.name();
  if (name == "tr") table.row = 0;
  if (name == "td" || name == "th") {
    ++table.cells;
    if (++table.row > table.widest_row) table.widest_row = table.row;
    table.paragraphs = 0;
    table.header = table.header || name == "th";
  }
  if (node.element == nullptr) return;
  const Element& element = *node.element;
  if (name == "p" && ++table.paragraphs > kMaxParagraphsOfACell) table.layout = true;
  if (element.block == BlockKind::heading || element.block == BlockKind::code ||
      element.block == BlockKind::figure || element.block == BlockKind::quote ||
      element.kind == ElementKind::rule) {
    table.layout = true;
  }
  if (element.block == BlockKind::list && !table.header) table.layout = true;
}

}  // namespace

std::vector<bool> find_data_tables(const HtmlTree& tree) {
  std::vector<bool> data(tree.size());
  std::vector<Table> open;
  const auto close_until = [&](std::uint32_t at) {
    while (!open.empty() && tree[open.back().node].end <= at) {
      data[open.back().node] = holds_data(open.back());
      open.pop_back();
    }
  };
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    close_until(i);
    const HtmlNode& node = tree[i];
    if (node.name() == "table") {
      if (!open.empty()) open.back().layout = true;
      Table table;
      table.node = i;
      const std::string_view role = node.attribute("role");
      table.layout = role == "presentation" || role == "none";
      open.push_back(table);
    } else if (!open.empty() && !node.is_text()) {
      count(node, open.back());
    }
  }
  close_until(tree.size());
  return data;
}

}  // namespace shuye
