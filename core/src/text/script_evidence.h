#pragma once

/// What a text says about the script that it is in: counts of the characters that only one script
/// has, and of words. Texts can be looked at one by one and their evidence put together.

#include <cstdint>
#include <string_view>

#include "shuye/script.h"

namespace shuye {

class ScriptEvidence {
 public:
  ScriptEvidence() = default;
  /// Of the text's characters alone.
  explicit ScriptEvidence(std::string_view text);

  ScriptEvidence& operator+=(const ScriptEvidence& other);

  /// Words tell nothing but of a text that may be Traditional.
  bool needs_words() const {
    constexpr std::uint32_t kSurely = 4;
    return counts_.simplified < counts_.traditional + kSurely;
  }
  /// Of the same text.
  void add_words(std::string_view text);

  /// Words say nothing about it.
  Script script() const;

  Detection detection() const;

  /// Whether there are characters that nobody sees (`kUnseen` in character.h). They tell nothing of
  /// a script, but this is what reads every character first.
  bool has_unseen() const { return has_unseen_; }

 private:
  /// Whether more than one word was met. One alone may be what the text is about.
  class Variety {
   public:
    void add(const void* word) {
      if (word == nullptr) return;
      several_ = several_ || (first_ != nullptr && first_ != word);
      first_ = word;
    }
    void add(const Variety& other) {
      add(other.first_);
      several_ = several_ || other.several_;
    }
    bool several() const { return several_; }

   private:
    const void* first_ = nullptr;
    bool several_ = false;
  };

  /// Names of games and songs are katakana in Chinese texts, too; sentences need hiragana.
  bool is_japanese() const { return hiragana_ >= 2 && counts_.kana >= han_ / 3; }
  /// Of a Traditional text.
  Region region() const;

  Detection counts_;
  std::uint32_t han_ = 0, hiragana_ = 0;
  bool has_unseen_ = false;
  Variety taiwan_, hong_kong_;
};

/// Of two counts, true where the first is what the text is and not what slipped in.
constexpr bool outweighs(std::uint32_t count, std::uint32_t other) {
  constexpr std::uint32_t kFewest = 2, kTimes = 3;
  return count >= kFewest && count >= kTimes * other;
}

}  // namespace shuye
