// The oracle itself: OpenCC as it is built here reads its own configurations.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "Config.hpp"
#include "Converter.hpp"

namespace {

std::string convert(const std::string& configuration, const std::string& text) {
  opencc::Config config;
  return config.NewFromFile(configuration, {OPENCC_DATA_DIR}, nullptr)->Convert(text);
}

TEST(OpenccOracle, Converts) {
  EXPECT_EQ(convert("s2t.json", "汉字"), "漢字");
  EXPECT_EQ(convert("s2twp.json", "鼠标里面的硅二极管坏了"), "滑鼠裡面的矽二極體壞了");
  EXPECT_EQ(convert("tw2sp.json", "滑鼠"), "鼠标");
}

}  // namespace
