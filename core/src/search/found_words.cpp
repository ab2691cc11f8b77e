#include "search/found_words.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "text/fold.h"
#include "text/utf8.h"

namespace shuye::found {
namespace {

// Written in Simplified characters; folding makes one of both scripts.

constexpr std::string_view kFunctionWords =
    "一下 一个 一些 一位 一体 一切 一天 一定 一年 一样 一次 一步 一点 一直 一种 "
    "一篇 一致 一般 一起 一边 三个 三种 上图 上次 上述 上面 下一 下图 下来 下面 "
    "不仅 不会 不再 不到 不可 不同 不够 不好 不少 不得 不断 不是 不用 不管 不能 "
    "不要 不过 不错 与其 专门 东西 两个 两年 两种 两者 个月 为了 为何 为此 主意 "
    "主要 乃至 之一 之上 之下 之中 之前 之后 之外 之类 之间 也会 也是 也有 也许 "
    "了一 了解 事情 于是 五个 人们 什么 仅仅 今年 仍旧 仍然 从而 仔细 他们 代表 "
    "以上 以下 以便 以免 以内 以前 以及 以后 以外 以来 以致 任何 会有 但是 作为 "
    "你的 使得 使用 例如 例子 依旧 依然 保持 倘若 值得 假如 做到 做过 允许 关于 "
    "关键 其中 其他 其余 其它 其实 其次 具体 具有 决定 准备 准确 几个 几乎 几年 "
    "几种 出来 出现 分别 刚刚 刚才 别人 到底 前言 前面 加上 加之 加入 包括 区别 "
    "十个 十分 即使 原文 去年 及其 发现 变成 另外 只是 只有 只能 只要 可以 可是 "
    "可用 可能 可见 可谓 右侧 各位 各种 合理 同一 同时 同样 后来 后续 后记 后面 "
    "否则 听说 告诉 哪个 哪些 哪怕 哪里 喜欢 四个 回到 因为 因此 因而 图源 在于 "
    "增加 处于 多个 多么 多少 多年 多数 多次 多种 大家 大概 大约 大量 太多 如下 "
    "如何 如图 如果 如此 它们 完全 完成 容易 对于 对应 对此 对比 导致 小结 少数 "
    "尝试 尤其 就会 就像 就是 就算 就能 尽管 左侧 已经 希望 带来 帮助 并不 并且 "
    "并非 应该 开始 当前 当年 当时 当然 形成 往往 很多 很好 得出 得到 必须 怎么 "
    "怎样 总是 悉知 想想 想要 意思 感觉 愿意 成为 成了 成功 我们 我的 或是 或者 "
    "或许 所以 所有 才会 才能 扫码 找出 找到 拿到 指定 按照 据悉 据此 据说 接受 "
    "接近 提供 提出 提到 提前 提高 整个 文中 新的 无法 无论 既然 日前 明年 明显 "
    "明白 是一 是否 是在 是指 是由 更加 更多 更好 曾经 最后 最好 最终 最近 有两 "
    "有个 有了 有些 有人 有关 有时 有点 有的 本文 本次 本篇 本身 来的 来看 来说 "
    "极其 某个 某些 查看 根据 根本 概述 正在 正确 此外 每一 每个 每天 每年 每次 "
    "比如 比较 毫无 没有 注意 清楚 点击 点赞 然后 特别 特定 现在 甚至 用于 用来 "
    "由于 由此 略微 的话 目前 相关 相对 相当 看到 看来 看看 看过 真是 真正 真的 "
    "知道 确保 确定 确实 示例 称为 程度 稍微 立即 符合 第一 第三 第二 等等 类似 "
    "约为 终于 经常 经过 结论 结语 给出 继续 考虑 而且 而是 而言 能够 自己 至少 "
    "致使 获得 藉由 虽然 补充 表示 要是 觉得 譬如 认为 认真 许多 详细 说明 说的 "
    "说过 谢谢 起来 超过 足够 转载 达到 过去 过来 过程 近日 返回 还会 还是 还有 "
    "还没 还能 还要 这一 这个 这么 这些 这是 这样 这次 这种 这篇 这边 这里 进入 "
    "进行 透过 逐步 逐渐 通过 遇到 避免 那个 那么 那些 那样 那边 那里 部份 都会 "
    "都是 都有 采用 里面 针对 除了 除非 随后 随着 需要 非常 首先 马上 一方面 "
    "一般的 上一篇 下一个 下一篇 不仅仅 不可以 不得不 不断地 为什么 也可以 也就是 "
    "了不得 以至于 公众号 其中的 只不过 可能会 同一个 基本上 大多数 大家好 大部分 "
    "实际上 就可以 就是说 怎么办 怎么样 意味着 才可以 据报道 是不是 有什么 来源于 "
    "每一个 比较好 没什么 的时候 看起来 第一个 第一次 第三个 第二个 越来越 还可以 "
    "进一步 部分人 都可以 需要的 非常好 一般来说 具体来说 另一方面 可不可以 图片来源 "
    "更多内容 有限公司 目前为止 相关文章 阅读全文";

constexpr std::string_view kVagueWords =
    "称 一批 万元 上午 下午 不变 个人 举办 举行 予以 产生 亿元 今天 介绍 作者 "
    "促进 信息 修改 充分 全体 全部 全面 关注 其间 内容 再次 凌晨 分享 切实 切换 "
    "创建 删除 判断 利用 力度 加大 加强 加快 努力 包含 原因 参考 及时 发布 发生 "
    "变化 变得 召开 右边 同学 同期 启动 呈现 周一 周三 周二 周五 周六 周四 周日 "
    "困难 图中 图片 圆满 地方 基于 基本 声明 处理 多次 大小 大批 存在 学会 完善 "
    "完整 定义 实施 实现 实际 密切 展开 属于 左右 左边 常用 常见 建立 建议 开展 "
    "引发 引起 强调 当前 形式 影响 快速 思路 总结 情况 想法 意义 感谢 截至 执行 "
    "报道 指出 推动 推荐 推进 描述 提升 提示 摘要 操作 支持 收藏 改变 改进 效果 "
    "数量 文中 文章 方式 方法 方面 旁边 日至 早上 时候 时间 明天 明确 昨天 显示 "
    "晚上 更新 最多 最大 最小 最新 月日 有序 有效 有用 期间 未来 条件 来源 来看 "
    "来自 核心 欢迎 正常 步骤 消息 深入 添加 满足 版权 特性 生成 留言 目前 目录 "
    "目的 直接 相应 真实 确认 积极 突出 笔者 答案 简介 简单 类型 系列 结合 结果 "
    "给予 维持 编辑 自身 若干 范围 获取 落实 表现 表达 要求 角度 解决 认识 讨论 "
    "记录 记得 记者 设置 评论 请求 达成 运行 进展 选择 通常 造成 部分 重复 重新 "
    "重要 链接 问题 阅读 阶段 附近 面临 顺利 首个 首批 首次 一部分 万美元 亿美元 "
    "使用者 小伙伴 朋友们 部分人 参考资料 注意事项 责任编辑";

constexpr std::string_view kUsualWords =
    "一台 上海 上线 下载 专业 专家 世界 业务 严格 中医 中国 中心 中文 中间 丰富 "
    "主动 主席 义务 习惯 书籍 书记 事件 事务 交易 交通 产品 人员 人工 人民 人类 "
    "仓库 代理 代码 价值 价格 任务 企业 优势 优化 会议 会话 传统 传输 位置 低碳 "
    "体系 体验 供需 依赖 保存 保险 修复 债券 健康 健身 儿童 元素 光伏 党员 入门 "
    "全国 全球 公司 公民 公路 公钥 关税 关系 兴趣 养老 兼容 内存 内核 内部 写入 "
    "军事 农业 农村 决策 减少 减肥 出口 出版 函数 分区 分支 分析 分类 切换 列表 "
    "创业 创新 初始 利润 利率 利益 制度 制造 前台 前端 功能 加密 加息 加载 动作 "
    "动物 动画 化学 北京 匹配 区分 医保 医学 医生 医院 升级 协议 单位 博客 占用 "
    "卫星 历史 压缩 原理 原生 参与 参数 发展 发达 取得 变更 变量 古代 台湾 合作 "
    "合并 同事 同意 同步 同胞 名字 名称 后台 后端 启用 周期 命令 品牌 响应 哲学 "
    "商业 商品 回复 团队 国内 国外 国家 国际 图书 图像 图形 土地 地区 地址 地球 "
    "场景 坚持 城市 基础 基金 增长 声音 复习 复杂 外交 外国 外部 大众 大学 大桥 "
    "天气 太阳 失败 女友 女性 好友 婚姻 媒体 字符 存储 学习 学校 学生 孩子 宇宙 "
    "安全 安装 官方 定位 定制 实验 客户 家庭 家长 容器 密码 密钥 对象 小时 小说 "
    "就业 层面 居民 屏幕 属性 工业 工作 工具 工程 工资 差异 市场 布尔 布局 帐号 "
    "平台 平均 年轻 广告 应用 底部 建筑 建设 开发 开启 开源 异常 引用 强大 当地 "
    "循环 德国 心情 心理 必需 思维 思考 性能 总统 恢复 患者 情绪 感情 戏剧 成本 "
    "战争 房价 房子 房间 手动 手术 手机 扩展 技术 投入 投资 护士 报告 抽象 招生 "
    "拥有 持续 指令 指向 指标 按钮 掌握 排序 接口 控制 推理 推送 提交 提醒 提问 "
    "插件 搜索 摄像 摄影 支出 收入 收集 改革 放在 政府 政治 政策 故事 效率 教师 "
    "教育 数值 数字 数学 数据 数组 整体 整数 整理 文件 文化 文字 文学 文本 文档 "
    "新闻 方便 方向 方案 旅游 旅行 无序 日志 日期 日本 时期 显卡 普通 景区 智能 "
    "月球 有序 朋友 服务 期货 期间 本地 机会 机制 机器 机构 权利 权力 权限 材料 "
    "构建 架构 查询 标准 标签 标记 标题 样式 核电 格式 框架 案例 检查 检测 森林 "
    "植物 楼市 概念 模块 模型 模式 模拟 次序 欧元 欧洲 段落 比例 比赛 民主 民间 "
    "气候 水平 汽车 河流 治疗 法国 法律 法院 注册 活动 流程 流量 测试 浏览 浮点 "
    "海外 海洋 消费 消防 清晰 温度 渲染 游客 游戏 湖泊 火箭 火车 灵活 热情 照片 "
    "爱情 父母 版本 物理 犯罪 状态 独立 环保 环境 现代 现实 球队 理解 理论 生产 "
    "生命 生态 生活 生物 用户 电力 电影 电池 电网 电脑 电视 电话 男友 男性 界面 "
    "疫情 疫苗 疾病 病毒 癌症 登录 目标 相机 眼睛 睡眠 知识 短期 石油 研究 硬件 "
    "硬盘 磁盘 社会 社保 社区 私钥 科学 科技 秩序 移动 程序 程式 稳定 空中 空气 "
    "空间 竞争 符合 签名 算法 管理 精神 系统 线程 组件 组合 组成 组织 细菌 经历 "
    "经济 经验 结构 绘画 继承 维护 绿色 缓存 编码 编程 编译 网友 网站 网络 网页 "
    "美元 美国 美术 群众 群体 翻译 老人 老师 考试 耳机 联合 股市 股票 能力 能源 "
    "自动 自由 舞台 舞蹈 航天 航空 艺术 节点 芯片 英国 英文 药品 药物 营销 行业 "
    "行为 表情 观点 规划 规则 规范 视频 角色 解密 解析 解释 触发 警察 计划 计算 "
    "训练 设备 设施 设计 访问 证书 证明 识别 诊断 诗歌 语法 语言 语音 读取 课程 "
    "调整 调查 调用 负责 责任 账号 账户 质量 购买 贸易 资料 资源 资金 距离 路径 "
    "路段 身份 身体 转换 软件 输入 输出 运动 进口 进程 连接 适合 选项 递归 通用 "
    "通胀 速度 造成 逻辑 遍历 道路 邮件 邮箱 部署 部门 配合 配置 酒店 重启 重量 "
    "金钱 钥匙 铁路 银行 销售 错误 键盘 镜像 长度 长期 队列 降低 降息 集合 集成 "
    "集群 需求 青年 静态 面向 面对 面积 面试 音乐 页面 项目 顺序 预测 领域 领导 "
    "颜色 风格 风电 风险 飞机 食品 食物 餐厅 饮食 香港 驱动 验证 高度 高考 高速 "
    "黄金 默认 鼠标 人民币 俄罗斯 天然气 字符串 客户端 工程师 开发者 数据库 数据集 "
    "服务器 机器人 浏览器 程序员 联合国 自动化 青少年 操作系统";

constexpr std::string_view kBroadWords =
    "专案 世界 业务 东西 中心 事件 事情 产品 人员 代码 价值 任务 企业 位置 保存 "
    "元素 全国 全球 公司 关系 内部 列表 功能 单位 参数 发展 变量 同步 名字 名称 "
    "命令 团队 国内 国外 国家 国际 地区 地方 场景 城市 复杂 大学 失败 字符 学习 "
    "孩子 安装 官方 客户 对象 属性 工作 工具 市场 平台 应用 成本 手机 技术 指令 "
    "接口 控制 支援 数字 数据 文件 方便 方向 方案 时期 时间 朋友 服务 机会 机制 "
    "机构 构建 标准 标签 格式 档案 检查 概念 模块 模式 水平 流程 版本 状态 环境 "
    "理解 用户 电脑 界面 目录 目标 知识 社会 程序 程式 系统 组织 结构 网站 能力 "
    "自动 行业 规则 计划 设备 设定 访问 语言 调整 调用 资料 资源 资讯 软件 输入 "
    "输出 连接 逻辑 部门 错误 长度 需求 页面 项目 领域 默认 客户端 工程师 开发者 "
    "消费者 程序员 负责人 工作人员 开发人员 相关部门";

constexpr std::string_view kEnglishWords =
    "a i am an as at be by do eg he id ie if in "
    "is it me my no of ok on or pm so to up us vs "
    "we all amp and any are but can com day did "
    "etc few for get gif got had has her him his "
    "how htm img its jpg let lot may net new nor "
    "not now off one org our out own pdf per php "
    "png see she src svg the too two use utm via "
    "was way who why www yes yet you also back "
    "been best both come days does done down each "
    "else even from gets goes good have here hers "
    "href html http into just know last like look "
    "lots made make many more most much must nbsp "
    "need next once only over said same says some "
    "such take than that them then they this time "
    "upon used uses very want ways well were what "
    "when whom will with work year your about "
    "above after again being below could doing "
    "every first going great https makes maybe "
    "might needs never often other right since "
    "still their there these thing think those "
    "times under until using where which while "
    "works would years always around before "
    "better cannot either having itself people "
    "really should things though within another "
    "because between example further however "
    "nothing through without working actually "
    "although anything examples included "
    "different including something everything";

constexpr std::string_view kNeverFirstCharacters =
    "且么也了他们你则吗吧呀呢哦啊嘛她它就很得您我把是的着而被这那都与及或于让给至";
constexpr std::string_view kNeverLastCharacters =
    "与且之也了于他们你则吗吧呀呢和啊嘛她它就并很您我或所把是的着而被这那都在将及";
constexpr std::string_view kSeldomFirstCharacters =
    "一上不与且两个中为之于些人从以会但何作使做其再几到前即去又及只叫可号各同后向和哪"
    "因在地多够大太好如对将小已年并应当往怎想或所才无日时更最月有来某次此每比没用由看"
    "种第等经给能若要让该说请谁跟过还里需非";
constexpr std::string_view kSeldomLastCharacters =
    "一上下不两个中为么些人什从以会使做其再几出到前即去又只可各同后向因在地多大好如对"
    "将小已年往得才把日时更最月有来次每比用由种等经给能若要让说起跟过还这里";
constexpr std::string_view kSeldomInsideCharacters = "和与在一有对不";
constexpr std::string_view kJoinsNextCharacters =
    "在和为将用对从向到由以按如若等来再可能会应需要已曾正仍本该此每各另所令使自当因比同跟即只才又还"
    "更最很太";
constexpr std::string_view kJoinsLastCharacters = "上下中里内外后前时来到为对等从向至";
constexpr std::string_view kNumeralCharacters = "一二三四五六七八九十百千两几数多每各第这那某";
constexpr std::string_view kMeasureCharacters = "个本次亿万名位条件张年月日号元天周岁倍台家款项";

template <typename Add>
void each_word(std::string_view words, const Add& add) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    std::string word;
    append_folded(word, words.substr(0, end));
    add(word);
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
}

using Classes = std::unordered_map<std::string, std::uint8_t>;

Classes make_classes() {
  Classes classes;
  const auto put = [&](std::string_view words, WordClass one) {
    each_word(words, [&](const std::string& word) { classes[word] |= one; });
  };
  put(kFunctionWords, kFunction);
  put(kVagueWords, kVague);
  put(kUsualWords, kUsual);
  put(kBroadWords, kBroad);
  return classes;
}

std::unordered_set<std::string> make_english() {
  std::unordered_set<std::string> words;
  each_word(kEnglishWords, [&](const std::string& word) { words.insert(word); });
  return words;
}

using Edges = std::unordered_map<char32_t, std::uint16_t>;

Edges make_edges() {
  Edges edges;
  const auto put = [&](std::string_view characters, unsigned classes) {
    std::string folded;
    append_folded(folded, characters);
    for (const char32_t c : utf8::code_points(folded)) edges[c] |= classes;
  };
  put(kNeverFirstCharacters, kNeverFirst | kSeldomInside);
  put(kNeverLastCharacters, kNeverLast);
  put(kSeldomFirstCharacters, kSeldomFirst);
  put(kSeldomLastCharacters, kSeldomLast);
  put(kSeldomInsideCharacters, kSeldomInside);
  put(kJoinsNextCharacters, kJoinsNext);
  put(kJoinsLastCharacters, kJoinsLast);
  put(kNumeralCharacters, kNumeral);
  put(kMeasureCharacters, kMeasure);
  return edges;
}

}  // namespace

std::uint8_t classes_of(const std::string& word) {
  static const Classes kClasses = make_classes();
  const auto found = kClasses.find(word);
  return found == kClasses.end() ? 0 : found->second;
}

bool is_english_stop_word(const std::string& word) {
  static const std::unordered_set<std::string> kWords = make_english();
  return kWords.count(word) != 0;
}

std::uint16_t edges_of(char32_t character) {
  static const Edges kEdges = make_edges();
  const auto found = kEdges.find(character);
  return found == kEdges.end() ? 0 : found->second;
}

}  // namespace shuye::found
