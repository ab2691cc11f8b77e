// The libraries are linked whole: each answers once.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <gtest/gtest.h>
#include <gumbo.h>
#include <yaml.h>
TEST(ThirdParty, Answers) {
  EXPECT_STREQ(cmark_version_string(), "0.29.0.gfm.13");
  cmark_gfm_core_extensions_ensure_registered();
  EXPECT_NE(cmark_find_syntax_extension("table"), nullptr);
  GumboOutput* o = gumbo_parse("<p>x</p>");
  EXPECT_NE(o, nullptr);
  gumbo_destroy_output(&kGumboDefaultOptions, o);
  EXPECT_STREQ(yaml_get_version_string(), "0.2.5");
}
