#pragma once

#include "text/data_pack.h"
