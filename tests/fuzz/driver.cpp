// Runs a fuzz target without LibFuzzer: over the files that it is given, and then over mutations of
// them for some seconds.
//
//   PROGRAM [--seconds N] [--seed N] [--keep FILE] [FILE or FOLDER…]
//
// FILE holds the input at work, so that it is there when the target ends the program; given as an
// argument it is run again.

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "fuzz/target.h"
#include "support/files.h"

namespace {

namespace fs = std::filesystem;

struct Arguments {
  double seconds = 0;
  unsigned seed = std::random_device()();
  std::string keep;
  std::vector<std::string> inputs = {""};
};

void read_inputs(const fs::path& path, std::vector<std::string>& inputs) {
  if (fs::is_directory(path)) {
    for (const auto& entry : fs::directory_iterator(path)) read_inputs(entry.path(), inputs);
    return;
  }
  auto bytes = shuye::testing::read_file(path);
  if (!bytes) {
    std::cerr << "cannot read " << path << '\n';
    std::exit(2);
  }
  inputs.push_back(*std::move(bytes));
}

Arguments read_arguments(int count, char** values) {
  Arguments read;
  for (int i = 1; i < count; ++i) {
    const std::string_view name = values[i];
    const bool has_value = i + 1 < count;
    if (name == "--seconds" && has_value) {
      read.seconds = std::atof(values[++i]);
    } else if (name == "--seed" && has_value) {
      read.seed = static_cast<unsigned>(std::strtoul(values[++i], nullptr, 10));
    } else if (name == "--keep" && has_value) {
      read.keep = values[++i];
    } else {
      read_inputs(values[i], read.inputs);
    }
  }
  return read;
}

class Runner {
 public:
  explicit Runner(const std::string& keep) : keep_(keep) {}
  ~Runner() {
    if (!keep_.empty()) fs::remove(keep_);
  }

  void run(const std::string& input) {
    if (!keep_.empty()) std::ofstream(keep_, std::ios::binary) << input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    ++count_;
  }

  std::size_t count() const { return count_; }

 private:
  std::string keep_;
  std::size_t count_ = 0;
};

}  // namespace

int main(int count, char** values) {
  const Arguments arguments = read_arguments(count, values);
  std::cout << "--seed " << arguments.seed << std::endl;
  Runner runner(arguments.keep);
  for (const std::string& input : arguments.inputs) runner.run(input);

  const auto begin = std::chrono::steady_clock::now();
  const std::chrono::duration<double> limit(arguments.seconds);
  std::mt19937 random(arguments.seed);
  while (std::chrono::steady_clock::now() - begin < limit) {
    // Long inputs take long, and what is wrong with one is mostly wrong with a part of it.
    constexpr std::size_t kLongest = 4096;
    std::string input = arguments.inputs[random() % arguments.inputs.size()];
    if (input.size() > kLongest)
      input = input.substr(random() % (input.size() - kLongest), kLongest);
    for (unsigned rounds = 1 + random() % 3; rounds > 0; --rounds) {
      input = shuye::fuzz::mutate(std::move(input), random);
    }
    runner.run(input);
  }
  std::cout << runner.count() << " inputs\n";
}
