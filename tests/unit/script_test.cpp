#include <gtest/gtest.h>
#include <shuye/convert.h>
#include <shuye/script.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace shuye {
namespace {

constexpr Script kAll[] = {Script::original, Script::none,    Script::hans, Script::hant,
                           Script::hant_tw,  Script::hant_hk, Script::ja};

TEST(Script, HasANameThatIsReadBack) {
  for (const Script script : kAll) EXPECT_EQ(script_from_name(name_of(script)), script);
  EXPECT_EQ(name_of(Script::original), "original");
  EXPECT_EQ(name_of(Script::none), "und");
  EXPECT_EQ(name_of(Script::hant_tw), "zh-Hant-TW");
}

TEST(Script, IsFoundByTheNamesPeopleType) {
  EXPECT_EQ(script_from_name("zh-CN"), Script::hans);
  EXPECT_EQ(script_from_name("zh_cn"), Script::hans);
  EXPECT_EQ(script_from_name("HANS"), Script::hans);
  EXPECT_EQ(script_from_name("zh-TW"), Script::hant_tw);
  EXPECT_EQ(script_from_name("tw"), Script::hant_tw);
  EXPECT_EQ(script_from_name("zh-HK"), Script::hant_hk);
  EXPECT_EQ(script_from_name("ZH-hant"), Script::hant);
  EXPECT_EQ(script_from_name(""), std::nullopt);
  EXPECT_EQ(script_from_name("zh"), std::nullopt);  // says nothing about the script
  EXPECT_EQ(script_from_name("klingon"), std::nullopt);
}

TEST(Script, IsDetectedByTheCharactersThatOnlyOneHas) {
  EXPECT_EQ(detect_script(""), Script::none);
  EXPECT_EQ(detect_script("Hello, world"), Script::none);
  EXPECT_EQ(detect_script("天地人"), Script::none);
  EXPECT_EQ(detect_script("后台里面"), Script::none);  // written so in both
  EXPECT_EQ(detect_script("我们说汉语"), Script::hans);
  EXPECT_EQ(detect_script("我們說漢語"), Script::hant);
  EXPECT_EQ(detect_script("他写了一本关于「後漢書」的书"), Script::hans);
  EXPECT_EQ(detect_script("\xFF\xFE 們"), Script::hant);
}

TEST(Script, LeadsToAConfigurationThatIsThere) {
  const auto& all = configurations();
  for (const Script from : kAll) {
    for (const Script to : kAll) {
      std::istringstream chain{std::string(configuration_for(from, to))};
      for (std::string name; std::getline(chain, name, '+');) {
        EXPECT_EQ(std::count(all.begin(), all.end(), name), 1) << name;
      }
    }
    EXPECT_EQ(configuration_for(from, from), "");
    EXPECT_EQ(configuration_for(from, Script::original), "");
    EXPECT_EQ(configuration_for(Script::none, from), "");
  }
  EXPECT_EQ(configuration_for(Script::hant, Script::hant, true), "t2s+s2t");
  EXPECT_EQ(configuration_for(Script::hant, Script::hant_tw, true), "t2s+s2twp");
  EXPECT_EQ(configuration_for(Script::hant_tw, Script::hant_tw, true), "t2s+s2twp");
  EXPECT_EQ(configuration_for(Script::hant, Script::hant_hk, true), "t2s+s2hkp");
  EXPECT_EQ(configuration_for(Script::hant, Script::hans, true), "t2s");
  EXPECT_EQ(configuration_for(Script::hant, Script::original, true), "");
  EXPECT_EQ(configuration_for(Script::ja, Script::hant, true), "jp2t");
  EXPECT_EQ(configuration_for(Script::hans, Script::hant), "s2t");
  EXPECT_EQ(configuration_for(Script::hans, Script::hant_tw), "s2twp");
  EXPECT_EQ(configuration_for(Script::hant, Script::hant_tw), "t2tw");
  EXPECT_EQ(configuration_for(Script::hant_tw, Script::hans), "tw2sp");
  EXPECT_EQ(configuration_for(Script::hant_hk, Script::hant), "hk2t");
  EXPECT_EQ(configuration_for(Script::hant_tw, Script::hant_hk), "tw2t+t2hk");
  EXPECT_EQ(configuration_for(Script::hant_hk, Script::hant_tw), "hk2t+t2tw");
  // What was Simplified says 软件, wherever its forms are of.
  EXPECT_EQ(configuration_for(Script::hant_tw, Script::hans, true), "t2s");
}

}  // namespace
}  // namespace shuye
