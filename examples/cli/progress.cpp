#include "progress.h"

#include <cstdio>

namespace cli {

void Progress::count(bool ok) {
  ++lines_;
  if (!ok) ++errors_;
  constexpr auto kInterval = std::chrono::milliseconds(200);
  if (enabled_ && Clock::now() - shown_ >= kInterval) show();
}

void Progress::clear() {
  if (enabled_) std::fputs("\r\x1b[K", stderr);
}

void Progress::finish() {
  if (!enabled_) return;
  show();
  std::fputc('\n', stderr);
}

void Progress::show() {
  shown_ = Clock::now();
  const double seconds = std::chrono::duration<double>(shown_ - started_).count();
  const double rate = seconds > 0 ? static_cast<double>(lines_) / seconds : 0;
  std::fprintf(stderr, "\r\x1b[K%zu lines, %zu errors, %.1f lines/s", lines_, errors_, rate);
  std::fflush(stderr);
}

}  // namespace cli
