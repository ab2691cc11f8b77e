// Stands in for OpenCC's DartsDict.cpp, which needs the darts-clone library that the npm package
// leaves out. Only .ocd files go through it, and text dictionaries on their way to .ocd; the
// configurations here read .ocd2.

#include <stdexcept>

#include "DartsDict.hpp"

namespace opencc {

namespace {

[[noreturn]] DartsDictPtr refuse() {
  throw std::runtime_error("this build of OpenCC reads .ocd2 dictionaries, not .ocd");
}

}  // namespace

DartsDictPtr DartsDict::NewFromDict(const Dict&) { return refuse(); }
DartsDictPtr DartsDict::NewFromFile(FILE*) { return refuse(); }
DartsDictPtr DartsDict::NewFromBuffer(const char*, size_t) { return refuse(); }

}  // namespace opencc
