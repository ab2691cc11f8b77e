#pragma once

/// Keeps the HTML parser from reading what means nothing to it.
///
/// gumbo takes hundreds of instructions for a character, and to HTML one character of a text is
/// like another; so is one Chinese character wherever it stands, in a comment, too. So the parser
/// is given a page in which a run of them is one character, of the private planes 15 and 16, whose
/// number says which run it is; the text of the tree gets them back. That is a page with a few
/// characters for each tag, and the same tree.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/html_markup.h"
#include "shuye/document.h"

namespace shuye {

class CondensedHtml {
 public:
  /// `html` is well-formed UTF-8 and lives as long as this. Linear.
  explicit CondensedHtml(std::string_view html);

  /// For the parser. The page itself where nothing in it can be condensed.
  std::string_view text() const { return runs_.empty() ? html_ : std::string_view(text_); }

  /// Where in the page a place of `text` is.
  std::size_t original(std::size_t place);

  /// A part of the page: where a part of `text` is from.
  std::string_view original(std::string_view part);
  std::string_view original(Range place) const { return html_.substr(place.begin, place.size()); }

  /// What the parser made of a part of `text`, with the runs that are in it: itself where there are
  /// none, else in `restored`.
  std::string_view restore(std::string_view made, std::string& restored) const;

 private:
  struct Run {
    std::uint32_t begin = 0;  // in the page
    std::uint32_t end = 0;
    std::uint32_t condensed = 0;  // where its character ends in `text_`
  };
  struct StandIn {
    std::size_t run = 0;
    std::size_t length = 0;  // in bytes; 0: there is none
  };

  void condense();
  std::size_t add_text(Range place);
  std::size_t add_markup(std::size_t at);
  std::size_t add_raw(const markup::Tag& tag);
  void add_other(Range place);
  /// Where elements whose content is text elsewhere have others in them.
  bool may_be_no_raw() const { return drawings_ > 0 || formulas_ > 0 || is_mixed_ || in_select_; }
  void add_run(Range place);
  void make_room(std::size_t done);
  std::string_view run(std::size_t number) const;
  StandIn stand_in_at(std::string_view piece, std::size_t at) const;

  std::string_view html_;
  std::string text_;
  std::vector<Run> runs_;
  std::size_t done_ = 0;   // of the page is in `text_`
  unsigned drawings_ = 0;  // SVG: how many are open
  unsigned formulas_ = 0;  // MathML
  bool in_select_ = false;
  bool is_mixed_ = false;   // HTML was in one of them: their ends are not known any more
  std::size_t behind_ = 0;  // the first run behind the place that was asked for last
};

}  // namespace shuye
