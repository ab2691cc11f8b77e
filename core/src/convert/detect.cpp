#include "shuye/script.h"
#include "text/script_evidence.h"

namespace shuye {

std::string_view name_of(Region region) {
  if (region == Region::none) return "";
  return region == Region::taiwan ? "TW" : "HK";
}

Detection detect(std::string_view utf8) {
  ScriptEvidence evidence(utf8);
  if (evidence.needs_words()) evidence.add_words(utf8);
  return evidence.detection();
}

Script detect_script(std::string_view utf8) { return ScriptEvidence(utf8).script(); }

Script settle_script(const Detection& detection, Script named) {
  if (named == Script::ja) {
    constexpr float kSurelyChinese = 0.9F;  // nine characters that tell, and no kana among them
    return detection.kana > 0 || detection.confidence < kSurelyChinese ? named : detection.script;
  }
  if (detection.script != Script::hant) return detection.script;
  const std::uint32_t taiwan = detection.taiwan_words, hong_kong = detection.hong_kong_words;
  if (named == Script::hant_tw && !outweighs(hong_kong + detection.mainland_words, taiwan)) {
    return named;
  }
  if (named == Script::hant_hk && !outweighs(taiwan, hong_kong)) return named;
  return detection.script;
}

}  // namespace shuye
