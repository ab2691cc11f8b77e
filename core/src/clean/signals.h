#pragma once

/// What a line by itself says against being a part of the article. A signal is no verdict: where
/// the line stands and what stands around it decide (see surroundings.h).

#include <cstdint>
#include <string_view>

#include "clean/lines.h"

namespace shuye {

enum class SignalKind : std::uint8_t {
  none,
  copyright,   // © 2020 …, ICP备…
  related,     // 相关阅读
  hot_list,    // 热门新闻, 排行榜
  navigation,  // 首页 > 新闻; 关于我们 | 联系我们
  button,      // 分享到：
  counter,     // 阅读:129, 123阅读, 评论(3)
  date,        // 04-09, 3小时前
  promotion,   // 扫码关注…
  notice,      // 未经授权不得转载
  address,     // https://…
};

struct Signal {
  SignalKind kind = SignalKind::none;
  /// How much it says: 1 for what articles have as well (a date), above 2 for what they have not.
  float weight = 0;
};

Signal signal_of(const Line& line);

/// What a platform says of what it did not write itself.
enum class Statement {
  none,
  of_the_article,  ///< 本文仅代表作者本人观点，不代表本平台立场: below it, or above
  of_what_is_above,  ///< 特别声明：以上内容为…用户上传并发布，本平台仅提供信息存储服务
};

Statement statement_of(const Line& line);

/// 举报, 分享到: what a button says.
bool is_action(std::string_view folded);

/// The rule that a line is cut by, as in the trace.
std::string_view rule_of(SignalKind kind);

}  // namespace shuye
