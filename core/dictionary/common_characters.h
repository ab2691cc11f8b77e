#pragma once

#include <string_view>

namespace shuye::dictionary {

/// Some hundred of the commonest characters of modern Chinese and of its web pages, in both
/// scripts, and its punctuation: more than half of any text. What they are encoded as tells the
/// charset of a text (core/src/decode/charset_statistics.h). Which of the less common ones are here
/// matters little.
inline constexpr std::string_view kCommonCharacters =
    "，。、：；？！“”‘’「」『』《》（）【】—…·　"
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本"
    "前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很"
    "最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度"
    "门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电"
    "数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马"
    "科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万"
    "取拉格望觉术领共确传师观清今切院让识候带导争运這個們來為國說時會對過發後種經麼學現當沒動還進"
    "樣開從實軍無與長機關點業將兩間問並戰體見產話給門兒東聲員處義幾認條氣題爾別變總電數報結務場計"
    "資許統區隊決馬書則聽達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運著裡於頭應論步找块跑"
    "谁草越字脚紧爱习阵怕青半火赶唱七准团屋离脸片倒睛刚送星晚够整响雪流未底深刻伟忙近亮轻讲农古黑"
    "呀土阳照办史改历转画造嘴服雨穿验菜爬睡兴咱苦众冲破友饭旁房极枪沙岁线野坚收算城劳落钱围弟胜热"
    "歌渐乡呼音答哥际旧座章帮啦令跳牛岸敢掉忽装顶急林停息句衣般叶压慢叔背细网站联版页搜索登录评阅"
    "读号码首闻编辑源图责塊誰緊愛習陣趕團離臉剛夠響偉輕講農陽辦歷轉畫驗興眾衝飯極槍歲線堅勞錢圍勝"
    "熱漸鄉際舊幫裝頂葉壓細網聯繫頁錄評閱號碼編輯圖聞訊";

}  // namespace shuye::dictionary
