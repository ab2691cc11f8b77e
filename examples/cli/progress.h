#pragma once

#include <chrono>
#include <cstddef>

namespace cli {

/// One line on the terminal that says how far a batch is. Writes nothing unless it is enabled.
class Progress {
 public:
  explicit Progress(bool enabled) : enabled_(enabled) {}

  void count(bool ok);
  void clear();   ///< takes the line away, so that something else can be written
  void finish();  ///< leaves the last numbers

 private:
  void show();

  using Clock = std::chrono::steady_clock;
  bool enabled_;
  std::size_t lines_ = 0;
  std::size_t errors_ = 0;
  Clock::time_point started_ = Clock::now();
  Clock::time_point shown_ = started_;
};

}  // namespace cli
