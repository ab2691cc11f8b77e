#pragma once

/// Everything: `#include <shuye/shuye.h>`.

#include "shuye/article.h"
#include "shuye/clean.h"
#include "shuye/convert.h"
#include "shuye/decode.h"
#include "shuye/document.h"
#include "shuye/explanation.h"
#include "shuye/glossary.h"
#include "shuye/keywords.h"
#include "shuye/offset_map.h"
#include "shuye/parse.h"
#include "shuye/render.h"
#include "shuye/repair.h"
#include "shuye/result.h"
#include "shuye/script.h"
#include "shuye/search.h"
#include "shuye/sink.h"
#include "shuye/stream_converter.h"
#include "shuye/utf16.h"
#include "shuye/view.h"
