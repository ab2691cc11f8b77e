# shuye_yaml: libyaml's reading half; nothing here writes YAML.
shuye_source(libyaml yaml_source)
set(yaml_sources api.c loader.c parser.c reader.c scanner.c)
list(TRANSFORM yaml_sources PREPEND "${yaml_source}/src/")

shuye_third_party_entry(libyaml yaml_entry)
string(JSON yaml_version GET "${yaml_entry}" version)
string(REPLACE "." ";" yaml_version_parts "${yaml_version}")
list(GET yaml_version_parts 0 yaml_major)
list(GET yaml_version_parts 1 yaml_minor)
list(GET yaml_version_parts 2 yaml_patch)

shuye_third_party_library(shuye_yaml ${yaml_sources})
target_compile_definitions(
  shuye_yaml
  PUBLIC YAML_DECLARE_STATIC
  PRIVATE YAML_VERSION_STRING="${yaml_version}" YAML_VERSION_MAJOR=${yaml_major}
          YAML_VERSION_MINOR=${yaml_minor} YAML_VERSION_PATCH=${yaml_patch})
target_include_directories(shuye_yaml SYSTEM PUBLIC "${yaml_source}/include")
