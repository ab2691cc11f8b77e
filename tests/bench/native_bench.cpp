// Conversion by Shuye and by OpenCC's library, natively. tests/bench/run.js runs this and reads its
// JSON.
//
//   shuye_bench [Google Benchmark's flags] <configuration> <file>...
//
// Benchmarks are called <subject>/<configuration>/<stem of the file>, and those of the first use of
// a configuration <subject>/<configuration>/first. All work is single-threaded.

#include <malloc.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <shuye/convert.h>

#include "Config.hpp"
#include "Converter.hpp"
#include "support/files.h"

namespace {

constexpr const char* kSentence = "几个软件的内存不够，鼠标和打印机都停了。幾個軟體的記憶體不夠。";

using PackFiles = std::vector<std::pair<std::string, std::string>>;

[[noreturn]] void fail(const std::string& message) {
  std::cerr << message << '\n';
  std::exit(1);
}

std::string read(const std::string& path) {
  auto text = shuye::testing::read_file(path);
  if (!text) fail(path + " cannot be read");
  return *std::move(text);
}

PackFiles read_packs(const std::string& configuration) {
  const auto names = shuye::packs_for(configuration);
  if (!names) fail(names.error().message);
  PackFiles files;
  for (const std::string_view name : *names) {
    files.emplace_back(name, read(SHUYE_PACKS_DIR "/" + std::string(name) + ".pack"));
  }
  return files;
}

shuye::Converter make_ours(const std::string& configuration, const PackFiles& files) {
  shuye::Packs packs;
  for (const auto& [name, bytes] : files) {
    const auto added = packs.add(name, bytes);
    if (!added) fail(added.error().message);
  }
  auto converter = shuye::Converter::create(configuration, packs);
  if (!converter) fail(converter.error().message);
  return std::move(converter).value();
}

opencc::ConverterPtr make_theirs(const std::string& configuration) {
  return opencc::Config().NewFromFile(OPENCC_DATA_DIR "/" + configuration + ".json",
                                      std::vector<std::string>{OPENCC_DATA_DIR}, nullptr);
}

std::size_t allocated() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

void add_throughput(const std::string& name, const std::string& text,
                    const std::function<void()>& work) {
  benchmark::RegisterBenchmark(name.c_str(), [&text, work](benchmark::State& state) {
    for (auto _ : state) work();
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  })->Unit(benchmark::kMillisecond);
}

// The memory that the converter keeps is counted once, beside the time.
template <typename Make, typename Convert>
void add_first_use(const std::string& name, const Make& make, const Convert& convert) {
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(convert(make()));
    const std::size_t before = allocated();
    const auto kept = make();
    state.counters["memory"] = static_cast<double>(allocated() - before);
    benchmark::DoNotOptimize(convert(kept));
  })->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc < 3) fail("usage: shuye_bench [flags] <configuration> <file>...");
  const std::string configuration = argv[1];
  const PackFiles files = read_packs(configuration);
  const shuye::Converter ours = make_ours(configuration, files);
  const opencc::ConverterPtr theirs = make_theirs(configuration);

  std::vector<std::pair<std::string, std::string>> inputs;  // stays where it is: it is referred to
  for (int i = 2; i < argc; ++i) {
    inputs.emplace_back(std::filesystem::path(argv[i]).stem(), read(argv[i]));
  }
  for (const auto& [input, text] : inputs) {
    if (ours.convert(text) != theirs->Convert(text)) {
      fail(configuration + " of " + input + " is not what OpenCC makes of it");
    }
    const std::string suffix = '/' + configuration + '/' + input;
    add_throughput("shuye" + suffix, text,
                   [&ours, &text = text] { benchmark::DoNotOptimize(ours.convert(text)); });
    add_throughput("shuye with map" + suffix, text, [&ours, &text = text] {
      shuye::OffsetMap map;
      benchmark::DoNotOptimize(ours.convert(text, map));
    });
    add_throughput("opencc" + suffix, text,
                   [&theirs, &text = text] { benchmark::DoNotOptimize(theirs->Convert(text)); });
  }
  const std::string suffix = '/' + configuration + "/first";
  add_first_use(
      "shuye" + suffix, [&] { return make_ours(configuration, files); },
      [](const shuye::Converter& made) { return made.convert(kSentence); });
  add_first_use(
      "opencc" + suffix, [&] { return make_theirs(configuration); },
      [](const opencc::ConverterPtr& made) { return made->Convert(kSentence); });
  benchmark::RunSpecifiedBenchmarks();
}
