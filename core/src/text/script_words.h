#pragma once

/// Words that tell how a Traditional text was made and where it is from. They are few, and each was
/// looked at, since a word counts wherever its characters stand side by side: 制作 is left out for
/// 機制作為, 下游客 for 下游客戶, 關系 for 相關系統, 方便面 for 方便面對.
/// tests/unit/detect_test.cpp holds them against OpenCC's dictionaries.

#include <string_view>

namespace shuye {

/// A character that is a word of its own in Traditional Chinese and is, in Simplified Chinese, also
/// written for others. Who turns Simplified into Traditional character by character leaves it.
struct MergedCharacter {
  std::string_view character;
  std::string_view proper;  ///< the ones that Traditional Chinese has in these words instead
  std::string_view words;   ///< written with `character`, parted by spaces
};

inline constexpr MergedCharacter kMergedCharacters[] = {
    // 后 is a queen, 里 a mile or a village, 范 a surname, 谷 a valley, 丑 a clown, 斗 a measure.
    {"后", "後",
     "之后 最后 然后 以后 后來 今后 背后 隨后 后果 后續 落后 前后 此后 后期 后悔 幕后 后臺 后端"},
    {"里", "裡裏", "這里 那里 哪里 里面 心里 家里 夜里 眼里 手里 里頭 里邊 屋里 嘴里 城里"},
    {"范", "範", "范圍 規范 示范 模范 典范 防范 范疇 師范 范式 范例 范本 風范"},
    {"谷", "穀", "谷物 稻谷 五谷"},
    {"丑", "醜", "丑陋 丑聞 丑惡"},
    {"斗", "鬥", "斗爭 戰斗 奮斗 決斗 搏斗 格斗 斗志"},
    // 游 is swimming, 郁 fragrant, 吁 a sigh, 松 a pine, 筑 an instrument, 朴 a tree.
    {"游", "遊", "游戲 旅游 導游 游玩 網游 游覽 漫游 游樂 郊游"},
    {"郁", "鬱", "抑郁 憂郁 郁悶"},
    {"吁", "籲", "呼吁"},
    {"松", "鬆", "放松 輕松 松散 寬松 松懈"},
    {"筑", "築", "建筑 構筑"},
    {"朴", "樸", "質朴 淳朴"},
    // 于 is a surname, 并 a place, 干 a shield, 丰 graceful, 划 rowing, 余 I, 志 the will.
    {"于", "於",
     "于是 由于 對于 關于 至于 終于 屬于 基于 等于 在于 用于 位于 過于 處于 善于 源于 高于 低于 "
     "大于"},
    {"并", "並", "并且 并非 并不 并未 并沒"},
    {"并", "併", "合并 兼并 并購 吞并"},
    {"干", "幹", "干部 骨干 干勁"},
    {"干", "乾", "干凈 餅干 干燥 干脆 干旱"},
    {"丰", "豐", "丰富 丰收"},
    {"划", "劃", "計划 規划 策划 划分 企划"},
    {"余", "餘", "其余 多余 業余 剩余 余額"},
    {"志", "誌", "雜志"},
    // 准 is to allow, 沖 to rinse, 征 a campaign, 采 a bearing, 卷 a scroll, 舍 a hut, 致 to send.
    {"准", "準", "標准 水准 准備 准確 基准 准則"},
    {"沖", "衝", "沖突 沖擊 沖動 沖刺"},
    {"征", "徵", "特征 象征 征兆"},
    {"采", "採", "采用 采取 采訪 采購 采集 開采"},
    {"卷", "捲", "席卷 卷土重來"},
    {"舍", "捨", "舍棄 取舍"},
    {"致", "緻", "精致 細致 別致"},
    {"仆", "僕", "仆人 公仆"},
    {"杰", "傑", "杰出 杰作 豪杰"},
    {"咸", "鹹", "咸菜"},
    {"御", "禦", "防御 抵御"},
    // Here the Simplified character is gone, and its first Traditional one stands for all.
    {"系", "繫", "聯系方式 聯系人 聯系我們"},
    {"復", "複", "復雜 重復"},
    {"歷", "曆", "農歷 陽歷"},
    {"匯", "彙", "詞匯"},
};

/// Words, and some characters, that one region has and the others do not. What is there in one
/// region only (捷運, 港鐵) tells less than a region's word for what is there everywhere: a text
/// may be about a place and from another. Left out: 品質, 專案 and 使用者, which the mainland says,
/// too; 立委 for 成立委員會, 記憶體 for 記憶體現, 的士 for 勇敢的士兵, 短訊 for 簡短訊息.
inline constexpr std::string_view kTaiwanWords =
    "軟體 韌體 硬體 網路 位址 資料庫 伺服器 程式碼 預設值 演算法 函式 迴圈 解析度 人工智慧 智慧型 "
    "數位化 數位相機 隨身碟 印表機 雷射 奈米 部落格 行動電話 行動裝置 簡訊 計程車 腳踏車 搭公車 "
    "坐公車 公車站 捷運 健保 立法院 行政院 新台幣 新臺幣";
inline constexpr std::string_view kHongKongWords =
    "質素 手提電話 升降機 雪櫃 電單車 食肆 屋邨 屋苑 公屋 劏房 乘的士 坐的士 搭的士 的士司機 港鐵 "
    "特首 強積金 綜援 立法會 警務處 港府 嘅 咗 喺 冇 佢哋 唔係 嚟 衞";

/// Words of the mainland, some of them Hong Kong's as well, for what Taiwan has others for. Left
/// out: 視頻 for 電視頻道, 鼠標 for 滑鼠標示, 內存 for 國內存在, 博客 for the bookseller 博客來.
inline constexpr std::string_view kMainlandWords =
    "軟件 硬件 硬盤 網絡 互聯網 數據庫 服務器 信息 短信 屏幕 打印 芯片 激光 人工智能 攝像頭 出租車 "
    "公交車";

}  // namespace shuye
