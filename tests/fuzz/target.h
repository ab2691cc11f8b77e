#pragma once

/// A fuzz target: a function that takes any bytes and ends the program when a promise is broken.
/// LibFuzzer calls it in a build with `SHUYE_FUZZ`, `driver.cpp` in every other one.

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace shuye::fuzz {

/// What the target's inputs are made of, for the mutations: words, tags, marks.
const std::vector<std::string>& tokens();

/// Changes an input here or there. The same random numbers give the same input.
std::string mutate(std::string input, std::mt19937& random);

/// Says what is broken, and ends the program as a failed assertion would.
[[noreturn]] void fail(std::string_view promise, std::string_view detail);

}  // namespace shuye::fuzz
