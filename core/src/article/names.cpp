#include "shuye/clean.h"
#include "shuye/document.h"
#include "shuye/view.h"

// The names of enumerators as they stand in JSON and in JavaScript. Without a default, so that the
// compiler tells of an enumerator that has no name.

namespace shuye {

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::code:
      return "code";
    case BlockKind::cell:
      return "cell";
    case BlockKind::caption:
      return "caption";
    case BlockKind::term:
      return "term";
    case BlockKind::rule:
      return "rule";
    case BlockKind::quote:
      return "quote";
    case BlockKind::list:
      return "list";
    case BlockKind::item:
      return "item";
    case BlockKind::definition_list:
      return "definition_list";
    case BlockKind::definition:
      return "definition";
    case BlockKind::table:
      return "table";
    case BlockKind::row:
      return "row";
    case BlockKind::figure:
      return "figure";
    case BlockKind::footnote:
      return "footnote";
  }
  return "";
}

std::string_view name_of(Cutting cutting) {
  switch (cutting) {
    case Cutting::cautious:
      return "cautious";
    case Cutting::normal:
      return "normal";
    case Cutting::bold:
      return "bold";
  }
  return "";
}

bool is_leaf(BlockKind kind) { return kind <= BlockKind::rule; }

std::string_view name_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::strong:
      return "strong";
    case SpanKind::emphasis:
      return "emphasis";
    case SpanKind::strikethrough:
      return "strikethrough";
    case SpanKind::underline:
      return "underline";
    case SpanKind::mark:
      return "mark";
    case SpanKind::subscript:
      return "subscript";
    case SpanKind::superscript:
      return "superscript";
    case SpanKind::small:
      return "small";
    case SpanKind::keyboard:
      return "keyboard";
    case SpanKind::math:
      return "math";
    case SpanKind::code:
      return "code";
    case SpanKind::link:
      return "link";
    case SpanKind::image:
      return "image";
    case SpanKind::ruby:
      return "ruby";
    case SpanKind::line_break:
      return "line_break";
    case SpanKind::footnote_reference:
      return "footnote_reference";
  }
  return "";
}

std::string_view name_of(Role role) {
  switch (role) {
    case Role::body:
      return "body";
    case Role::title:
      return "title";
    case Role::subtitle:
      return "subtitle";
    case Role::byline:
      return "byline";
    case Role::notice:
      return "notice";
    case Role::clutter:
      return "clutter";
  }
  return "";
}

std::string_view name_of(Format format) {
  switch (format) {
    case Format::markdown:
      return "markdown";
    case Format::html:
      return "html";
    case Format::plain:
      return "plain";
  }
  return "";
}

std::string_view name_of(Align align) {
  switch (align) {
    case Align::none:
      return "none";
    case Align::left:
      return "left";
    case Align::center:
      return "center";
    case Align::right:
      return "right";
  }
  return "";
}

std::string_view name_of(Task task) {
  switch (task) {
    case Task::none:
      return "none";
    case Task::open:
      return "open";
    case Task::done:
      return "done";
  }
  return "";
}

std::string_view name_of(TraceKind kind) {
  switch (kind) {
    case TraceKind::removal:
      return "removal";
    case TraceKind::repair:
      return "repair";
    case TraceKind::warning:
      return "warning";
  }
  return "";
}

std::string_view name_of(KeywordSource source) {
  switch (source) {
    case KeywordSource::front_matter:
      return "front-matter";
    case KeywordSource::tags:
      return "tags";
    case KeywordSource::found:
      return "found";
    case KeywordSource::reader:
      return "reader";
  }
  return "";
}

}  // namespace shuye
