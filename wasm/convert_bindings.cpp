// The module of `shuye/convert`: conversion alone. Plain functions over linear memory, since Embind
// and its glue would be larger than the converter and slower than a short text. They are called by
// js/convert_module.js and by nothing else.
//
// JavaScript writes what a call takes into `input`, calls, and reads `output`: the call's text, or
// where it failed "<code>\n<stage>\n<message>". Both are good until the next call. `convert_string`
// leaves its text in `units` as UTF-16, too.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shuye/convert.h>
#include <shuye/utf16.h>

#define SHUYE_EXPORT(name) extern "C" __attribute__((export_name(#name)))

namespace {

using shuye::Converter;

struct Module {
  std::unique_ptr<char[]> input;
  std::string output;
  std::u16string units;            // for the output as UTF-16, and perhaps more
  std::size_t units_size = 0;      // of what belongs to the output
  std::uint32_t error_offset = 0;  // in bytes of the stage's input
  shuye::Packs packs;

  std::string_view taken(std::uint32_t from, std::uint32_t size) const {
    return {input.get() + from, size};
  }

  bool fail(const shuye::Error& error) {
    output = std::string(name_of(error.code)) + '\n';
    output.append(name_of(error.stage)).append("\n").append(error.message);
    error_offset = static_cast<std::uint32_t>(error.offset);
    return false;
  }
};

Module& module() {
  static Module only;
  return only;
}

std::vector<std::string> list_of(std::string_view list) {
  std::vector<std::string> elements;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\0'), list.size() - 1);
    elements.emplace_back(list.substr(0, end));
    list.remove_prefix(end + 1);
  }
  return elements;
}

}  // namespace

/// Room for what a call takes, which is not initialised.
SHUYE_EXPORT(input) char* input(std::uint32_t size) {
  module().input.reset(new char[size]);
  return module().input.get();
}

SHUYE_EXPORT(output) const char* output() { return module().output.data(); }
SHUYE_EXPORT(output_size) std::uint32_t output_size() {
  return static_cast<std::uint32_t>(module().output.size());
}
SHUYE_EXPORT(units) const char16_t* units() { return module().units.data(); }
/// In units.
SHUYE_EXPORT(units_size) std::uint32_t units_size() {
  return static_cast<std::uint32_t>(module().units_size);
}
SHUYE_EXPORT(error_offset) std::uint32_t error_offset() { return module().error_offset; }

/// Gives back what the last call needed.
SHUYE_EXPORT(clear) void clear() {
  module().input.reset();
  std::string().swap(module().output);
  std::u16string().swap(module().units);
}

/// The names of the packs that the configuration named by the input needs, each ended by "\n".
SHUYE_EXPORT(packs_for) bool packs_for(std::uint32_t size) {
  const auto names = shuye::packs_for(module().taken(0, size));
  if (!names) return module().fail(names.error());
  module().output.clear();
  for (const std::string_view name : *names) module().output.append(name) += '\n';
  return true;
}

/// The input is a pack's name and, behind it, its bytes.
SHUYE_EXPORT(add_pack) bool add_pack(std::uint32_t name_size, std::uint32_t size) {
  Module& here = module();
  const auto added = here.packs.add(here.taken(0, name_size), here.taken(name_size, size));
  return added ? true : here.fail(added.error());
}

/// Null where it fails. To be given back with `release`.
SHUYE_EXPORT(create) Converter* create(std::uint32_t size) {
  auto created = Converter::create(module().taken(0, size), module().packs);
  if (created) return new Converter(std::move(created).value());
  module().fail(created.error());
  return nullptr;
}

/// Another converter: the same configuration with a glossary. The input is two lists, in which each
/// text is ended by a NUL: the entries, each of two texts, and the protected terms. Null where it
/// fails.
SHUYE_EXPORT(with_glossary)
Converter* with_glossary(const Converter* converter, std::uint32_t entries_size,
                         std::uint32_t protect_size) {
  std::vector<std::string> texts = list_of(module().taken(0, entries_size));
  std::vector<shuye::GlossaryEntry> entries;
  for (std::size_t i = 0; i + 1 < texts.size(); i += 2) {
    entries.push_back({std::move(texts[i]), std::move(texts[i + 1])});
  }
  auto glossary =
      shuye::Glossary::create(entries, list_of(module().taken(entries_size, protect_size)));
  if (glossary) return new Converter(converter->with(std::move(glossary).value()));
  module().fail(glossary.error());
  return nullptr;
}

SHUYE_EXPORT(convert) void convert(const Converter* converter, std::uint32_t size) {
  converter->convert(module().taken(0, size), module().output);
}

SHUYE_EXPORT(convert_string) void convert_string(const Converter* converter, std::uint32_t size) {
  Module& here = module();
  converter->convert(here.taken(0, size), here.output);
  if (here.units.size() < here.output.size()) here.units.resize(here.output.size());
  char16_t* begin = here.units.data();
  here.units_size = static_cast<std::size_t>(shuye::utf16::write(here.output, begin) - begin);
}

SHUYE_EXPORT(release) void release(const Converter* converter) { delete converter; }
