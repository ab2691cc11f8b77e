#pragma once

/// Before a function that is compiled by itself. Link-time optimisation makes one function of all
/// that are called from one place only; an engine that compiles WebAssembly function by function,
/// when each is first called, then compiles the parsers of all formats before it opens one article,
/// and takes long to optimise what it cannot take in parts.

#if defined(__GNUC__) || defined(__clang__)
#define SHUYE_APART [[gnu::noinline]]
#else
#define SHUYE_APART
#endif
