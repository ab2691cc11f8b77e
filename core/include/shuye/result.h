#pragma once

/// Errors are values. Every function of the core that can fail returns a `Result<T>`; no exception
/// crosses a public function and the core is compiled with `-fno-exceptions`.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace shuye {

/// The stage of the pipeline in which something went wrong. `input` is what comes before it: files,
/// options, arguments.
enum class Stage : std::uint8_t { input, decode, parse, clean, convert, search, render };

enum class ErrorCode : std::uint8_t {
  empty_input,            ///< nothing but white space
  binary_input,           ///< bytes that are no text: an image, an archive, a program
  too_large,              ///< above a limit named in the message
  unreadable,             ///< a file or address that cannot be read
  invalid_option,         ///< an option whose value has no meaning
  unknown_script,         ///< not one of the scripts of `script.h`
  unknown_charset,        ///< text in a charset that is not supported
  unknown_configuration,  ///< not one of OpenCC's configurations
  pack_missing,           ///< a configuration or a charset whose pack was not added
  pack_damaged,           ///< a pack that is cut short or otherwise not whole
  unknown_trace_entry,    ///< an id that the trace does not have
  closed,                 ///< an article that was used after `close`
  internal,               ///< a bug in Shuye
};

/// The codes' and stages' names as they stand in JSON and in JavaScript: `"pack_damaged"`.
std::string_view name_of(Stage stage);
std::string_view name_of(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::internal;
  Stage stage = Stage::input;
  std::size_t offset = 0;  ///< in bytes, of the stage's input; 0 where no place can be named
  std::string message;     ///< one English sentence for people, without a full stop
};

/// Either a value or an error. Ask before you take: `value()` of an error is undefined.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit, so
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: `return x;`

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  T& operator*() & { return value(); }
  /// Not of a temporary: the reference would outlive it (`for (auto& x : *f())`). Name it first.
  T& operator*() && = delete;
  const T& operator*() const& { return value(); }

  Error& error() & { return *std::get_if<1>(&state_); }
  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

/// For functions that only succeed or fail.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: implicit on purpose, as above

  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  Error& error() & { return *error_; }
  const Error& error() const& { return *error_; }
  Error&& error() && { return *std::move(error_); }

 private:
  std::optional<Error> error_;
};

}  // namespace shuye
