#include "parse/html_density.h"

#include "parse/html_measure.h"

namespace shuye {
namespace {

constexpr std::int64_t kButton = 30 * kLetter;

}  // namespace

DenseRun find_dense_run(const PageSketch& sketch) {
  DenseRun best;
  DenseRun run;
  std::int64_t best_sum = 0;
  std::int64_t sum = 0;
  for (std::uint32_t i = 0; i < sketch.size(); ++i) {
    const Tally& own = sketch[i].own;
    if (own.length == 0) continue;
    const std::uint32_t text = own.length - own.link_length;
    if (sum <= 0) {
      sum = 0;
      run = {sketch[i].first, 0, 0};
    }
    sum += text - kButton;
    run.length += text;
    run.last = sketch[i].last;
    if (sum <= best_sum) continue;
    best_sum = sum;
    best = run;
  }
  return best;
}

}  // namespace shuye
