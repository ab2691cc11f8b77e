#include "shuye/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace shuye {
namespace {

TEST(Result, HoldsAValueOrAnError) {
  const Result<int> value = 7;
  ASSERT_TRUE(value);
  EXPECT_EQ(*value, 7);
  const Result<int> error = Error{ErrorCode::pack_damaged, Stage::convert, 12, "cut short"};
  ASSERT_FALSE(error);
  EXPECT_EQ(error.error().offset, 12U);
}

TEST(Result, MovesWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 7);
}

TEST(Result, OfNothing) {
  EXPECT_TRUE(Result<void>());
  const Result<void> error = Error{ErrorCode::closed, Stage::input, 0, "closed"};
  ASSERT_FALSE(error);
  EXPECT_EQ(error.error().code, ErrorCode::closed);
}

TEST(Result, CodesAndStagesHaveNames) {
  EXPECT_EQ(name_of(ErrorCode::pack_damaged), "pack_damaged");
  EXPECT_EQ(name_of(Stage::decode), "decode");
  for (int code = 0; code <= static_cast<int>(ErrorCode::internal); ++code) {
    EXPECT_FALSE(name_of(static_cast<ErrorCode>(code)).empty()) << code;
  }
}

}  // namespace
}  // namespace shuye
