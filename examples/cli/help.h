#pragma once

#include <string_view>

namespace cli {

inline constexpr std::string_view kHelp =
    R"help(Shuye 書頁 opens a Chinese article as it is found in the wild (Markdown, saved
HTML, plain text) and writes it clean, in the script you read, with the words
you care about marked.

  shuye [OPTIONS] [FILE | -]          one article; - is standard input
  shuye --ndjson [OPTIONS] [FILE | -] many, one JSON object a line
  shuye convert --config NAME [-o FILE] [FILE | -]
                                      a text of any length, as it is

Examples
  shuye a.html --script zh-Hant-TW --keywords 腾讯,Kimi --to page -o b.html
  curl -s https://example.com/a.html | shuye - --to text --script zh-Hans
  shuye notes.md --to json | jq .metadata
  shuye --ndjson requests.ndjson --script zh-Hans --to text > answers.ndjson

The view
  --script NAME         original (the default), zh-Hans, zh-Hant, zh-Hant-TW,
                        zh-Hant-HK or ja; zh-CN, zh-TW and zh-HK are understood
  --keywords LIST       words to mark, parted by , ; or 、 and found in either
                        script; may stand several times
  --keyword WORD        one word, commas included; may stand several times
  --match NAME          how the words behind it are found: auto (the default;
                        Latin letters as whole words), word, prefix, anywhere,
                        or regex
  --exact               find the words behind it only as they are written
  --overlaps NAME       leftmost-longest (the default), leftmost-first or all
  --ignore-punctuation  pass over punctuation and spaces inside of words
  --regional-words      find what other regions call it, too: 软件, 軟體
  --article-keywords    mark the article's own keywords and tags, too; where it
                        names none, up to ten terms that stand out in it
  --show LIST           which parts to show: body, title, subtitle, byline,
                        notice, clutter (default: body,notice)
  --punctuation NAME    keep (the default), or regional: quotation marks as the
                        script has them, and full-width , : ; ? ! ( ) between
                        Chinese characters
  --glossary FILE       your own words on top of the dictionaries, and names
                        that stay: lines of a word, a tab and what it
                        becomes (a word alone is protected, # begins a comment),
                        or {"entries": [{"from": "软件", "to": "程式"}],
                        "protect": ["张三"]}

The output
  --to NAME             html: an <article> element (the default)
                        page: a whole HTML page that reads offline
                        json: everything, with metadata, blocks, matches, trace
                        matches: the JSON of the keywords and matches alone
                        markdown, text, or tree (the HTML's elements as JsonML)
  --context NUMBER      of each of the matches: so much text on each side, in
                        UTF-16 units
  -o, --output FILE     write to FILE instead of standard output; FILE is
                        replaced only when everything was written

The input
  --format NAME         markdown, html or plain, when Shuye should not find out
  --charset NAME        utf-8, utf-16le, utf-16be, gb18030 (gbk, gb2312) or
                        big5, when you know it
  --cut NAME            how boldly what is no part of the article is cut:
                        cautious, normal (the default) or bold
  --name NAME           the file's name or address, a hint for standard input

Other
  --packs DIR           the folder of the packs; without it the one
                        that the environment's SHUYE_PACKS names, else ../packs
                        beside this program
  -q, --quiet           no warnings and no progress
  -h, --help            this page
  --version             the version

Batches (--ndjson)
  Each line asks for one article and may say how; the command line's options
  are the defaults:
    {"id": 1, "text": "# 标题\n\n正文", "to": "json"}
    {"id": 2, "path": "a.html", "script": "zh-Hant-TW", "keywords": ["腾讯"]}
  Fields: id (anything, handed back), text or path, name, format, charset,
  cut, script, keywords, match, overlaps, ignorePunctuation, regionalWords,
  articleKeywords, show, punctuation, glossary, to, context. A keyword is a
  string, or {"text": …} with match, exact, colour (0 to 7) and label.
  Others are passed over.
  Each line gets one line back, in the same order and at once:
    {"id": 1, "ok": true, "result": …}
    {"id": 2, "ok": false, "error": {"code": …, "stage": …, "offset": …,
     "message": …}, "line": 2}
  The result is an object for json, an array for tree, else a string. A line
  that is wrong gets an error and does not stop the rest. Empty lines are
  passed over. A line may have 128 MiB.

Conversion alone (convert)
  Takes text and no article: nothing is parsed or cleaned, and every character
  is converted as OpenCC does it, in constant memory.
    shuye convert --config s2twp < in.txt > out.txt
  --config NAME         OpenCC's configuration: s2t, s2tw, s2twp, s2hk, s2hkp,
                        t2s, tw2s, tw2sp, hk2s, hk2sp, t2tw, tw2t, t2hk, hk2t,
                        t2jp or jp2t; two may be joined by +: t2s+s2twp
  --glossary FILE       as above; without --config nothing else changes
  --explain             write a table of what changes, and by which dictionary

Exit codes
  0  the article was written; of a batch: every line was answered, be it with
     an error
  1  the input could not be read or opened, or the output not be written
  2  wrong usage
)help";

}  // namespace cli
