#include "shuye/glossary.h"

#include <algorithm>
#include <map>
#include <utility>

#include "convert/glossary_terms.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {

namespace {

Error wrong(ErrorCode code, std::string message) {
  return Error{code, Stage::input, 0, std::move(message)};
}

Error invalid(std::string message) { return wrong(ErrorCode::invalid_option, std::move(message)); }

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// A line break, an image and a footnote are characters of a text, too, which no term may take away.
Result<void> check(std::string_view text, std::string_view what) {
  const std::string name(what);
  if (text.empty()) return invalid(name + " is empty");
  if (text.size() > kMaxGlossaryTermBytes) {
    return wrong(ErrorCode::too_large,
                 name + " has more than " + std::to_string(kMaxGlossaryTermBytes) + " bytes");
  }
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (c.code_point > 0x10FFFF) return invalid(name + " is no UTF-8");
    if (is_control(c.code_point)) return invalid(name + " has a control character");
    if (c.code_point == 0xFFFC) return invalid(name + " has U+FFFC, which stands for an image");
    at += c.length;
  }
  return {};
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// Takes terms one by one, so that whoever reads them can say which one is wrong.
class Collection {
 public:
  Result<void> add(std::string_view from, std::string_view to) {
    if (auto checked = check(from, "the term"); !checked) return checked;
    if (auto checked = check(to, "what it becomes"); !checked) return checked;
    if (from != to && is_protected(from)) return contradiction(from, from, to);
    const auto [known, added] = terms_.emplace(from, Term{std::string(to), false});
    if (!added && known->second.to != to) return contradiction(from, known->second.to, to);
    return check_count();
  }

  Result<void> protect(std::string_view term) {
    if (auto checked = check(term, "the term"); !checked) return checked;
    const auto [known, added] = terms_.emplace(term, Term{std::string(term), true});
    if (!added && known->second.to != term) return contradiction(term, known->second.to, term);
    known->second.is_protected = true;
    return check_count();
  }

  std::shared_ptr<const Glossary::Terms> terms() const;

 private:
  struct Term {
    std::string to;
    bool is_protected = false;
  };

  bool is_protected(std::string_view term) const {
    const auto found = terms_.find(term);
    return found != terms_.end() && found->second.is_protected;
  }

  static Error contradiction(std::string_view from, std::string_view one, std::string_view other) {
    return invalid(quoted(from) + " is to become " + quoted(one) + " and " + quoted(other));
  }

  Result<void> check_count() const {
    if (terms_.size() <= kMaxGlossaryTerms) return {};
    return wrong(ErrorCode::too_large,
                 "there are more than " + std::to_string(kMaxGlossaryTerms) + " terms");
  }

  std::map<std::string, Term, std::less<>> terms_;
};

std::shared_ptr<const Glossary::Terms> Collection::terms() const {
  if (terms_.empty()) return nullptr;
  auto all = std::make_shared<Glossary::Terms>();
  std::vector<std::string> entries, kept;
  for (const auto& [from, term] : terms_) {
    for (std::size_t at = 0; at < from.size();) {
      const utf8::Character c = utf8::read(from, at);
      at += c.length;
      if (at < from.size()) all->inner.set(c.code_point, 1);
    }
    if (term.is_protected) {
      kept.push_back(from);
    } else {
      entries.push_back(from);
      all->values.push_back(term.to);
    }
  }
  all->entries = TermIndex(std::move(entries));
  all->kept = TermIndex(std::move(kept));
  return all;
}

Error at_place(Error error, const std::string& place, std::size_t offset = 0) {
  error.message = place + ": " + error.message;
  error.offset = offset;
  return error;
}

Result<void> take_line(std::string_view line, Collection& collection) {
  const std::size_t tab = line.find('\t');
  if (tab == line.npos) {
    const std::string_view term = trim(line);
    return term.empty() ? Result<void>() : collection.protect(term);
  }
  return collection.add(trim(line.substr(0, tab)), trim(line.substr(tab + 1)));
}

}  // namespace

Result<Glossary> Glossary::create(const std::vector<GlossaryEntry>& entries,
                                  const std::vector<std::string>& protect) {
  Collection collection;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (auto added = collection.add(entries[i].from, entries[i].to); !added) {
      return at_place(added.error(), "entry " + std::to_string(i + 1) + " of the glossary");
    }
  }
  for (std::size_t i = 0; i < protect.size(); ++i) {
    if (auto added = collection.protect(protect[i]); !added) {
      return at_place(added.error(),
                      "protected term " + std::to_string(i + 1) + " of the glossary");
    }
  }
  return Glossary(collection.terms());
}

Result<Glossary> Glossary::read(std::string_view table) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";  // which some editors write
  Collection collection;
  std::size_t number = 1;
  std::size_t begin = table.substr(0, kMark.size()) == kMark ? kMark.size() : 0;
  for (; begin < table.size(); ++number) {
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    const std::string_view line = table.substr(begin, end - begin);
    if (trim(line).substr(0, 1) != "#") {
      if (auto taken = take_line(line, collection); !taken) {
        return at_place(taken.error(), "line " + std::to_string(number), begin);
      }
    }
    begin = end + 1;
  }
  return Glossary(collection.terms());
}

bool Glossary::operator==(const Glossary& other) const {
  return terms_ == other.terms_ || (terms_ && other.terms_ && *terms_ == *other.terms_);
}

}  // namespace shuye
