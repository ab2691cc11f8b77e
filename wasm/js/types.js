/**
 * @file The data that a view consists of: what `JSON.parse` makes of the core's JSON, and nothing else.
 *
 * Positions (`start`, `end`) are UTF-16 code units of the text they are about, so that
 * `block.text.slice(start, end)` is what they name.
 */

/**
 * How Chinese is written, as BCP 47 names it. The usual other names, in any case (`zh-CN`, `zh-tw`, `hant`), are
 * understood, too.
 *
 * @typedef {"original" | "zh-Hans" | "zh-Hant" | "zh-Hant-TW" | "zh-Hant-HK" | "ja"} Script
 */

/** @typedef {"markdown" | "html" | "plain"} Format */

/**
 * What cleaning says of a block.
 *
 * - `title`, `subtitle`, `byline`: what the metadata was taken from
 * - `notice`: copyright and licence
 * - `clutter`: no part of the article
 *
 * @typedef {"body" | "title" | "subtitle" | "byline" | "notice" | "clutter"} Role
 */

/**
 * @typedef {object} OpenOptions
 * @property {Format} [format] found out when it is not given
 * @property {string} [charset] what is known of the charset of bytes, by a label of the Encoding Standard (`"gbk"`);
 *   found out when it is not given, and where the bytes are plainly in another. Has no meaning for a string.
 * @property {string} [name] of the file, or its address: a hint for the format, and what relative addresses of HTML count from
 * @property {"cautious" | "normal" | "bold" | (string & {})} [cut] how boldly what is no part of the article is cut:
 *   `"cautious"` leaves everything that somebody might miss, `"bold"` takes what may well be clutter, too; `"normal"`
 *   when not given. Whatever is cut can be given back with `restore`.
 * @property {Script | (string & {})} [script] the script that will be asked for first: the packs that it probably needs
 *   begin to load at once, beside the module. Nothing else depends on it.
 */

/**
 * @typedef {object} ViewOptions
 * @property {Script | (string & {})} [script] the script to read in; `"original"` leaves the article as it is and is
 *   what you get when you ask for none. Where OpenCC has no conversion (Simplified to `ja`), the article stays as it is;
 *   `view.script` of the view says so.
 * @property {readonly (string | KeywordOptions)[]} [keywords] the words to find, in any script, width and case; at most
 *   100,000
 * @property {boolean} [articleKeywords] find the article's own keywords and tags, too, and where it names none, or none
 *   that its text says, the ten terms or fewer that stand out in it; `false` when not given
 * @property {"leftmost-longest" | "leftmost-first" | "all" | (string & {})} [overlaps] which matches count where they
 *   overlap: of those that begin first the longest (when not given), the one whose keyword comes first, or all of them
 * @property {boolean} [ignorePunctuation] pass over punctuation and spaces between the characters of a keyword, in it and
 *   in the text; `false` when not given
 * @property {boolean} [regionalWords] find what other regions call it, too: 软件 finds 軟體; `false` when not given. Needs
 *   packs, which are loaded.
 * @property {readonly (Role | (string & {}))[]} [show] the roles whose blocks to show; `["body", "notice"]` when not given
 * @property {"keep" | "regional" | (string & {})} [punctuation] `"regional"`: quotation marks as the script has them
 *   (“ ” ‘ ’ in Simplified, 「 」 『 』 in Traditional), and full-width , : ; ? ! ( ) where half-width ones stand between
 *   Chinese characters; `"keep"` when not given
 * @property {Glossary} [glossary] the reader's own words, in every script but `"original"`; code and addresses stay as
 *   they are
 */

/**
 * A keyword with what else there is to say of it.
 *
 * @typedef {object} KeywordOptions
 * @property {string} text
 * @property {"auto" | "word" | "prefix" | "anywhere" | "regex" | (string & {})} [match] where it may stand. `"auto"`, when
 *   not given, and `"word"`: letters and digits at its edges are edges of words, to which Han is a boundary; `"prefix"`:
 *   it begins where a word begins; `"anywhere"`: inside words, too; `"regex"`: `text` is a regular expression.
 * @property {boolean} [exact] find it only as it is written: same script, width, case; `false` when not given
 * @property {number} [colour] 0 to 7: which colour of the palette; its place in the list, in turn, when not given
 * @property {string} [label] what to call it instead of `text`
 */

/**
 * Words on top of OpenCC's dictionaries, and terms that never change. At most 100,000 terms of at most 1,024 bytes of
 * UTF-8.
 *
 * An entry is a word on top of the dictionaries: where a word can begin, the longest one is taken, the glossary's where
 * two are equally long. What it becomes goes through no dictionary. Protected terms stay as they are wherever they
 * stand, also inside or across another word. Terms are compared exactly, with the article's text as it was written:
 * 软件 is not found in 軟件. A term that begins or ends with a Latin letter or a digit is found as a whole word only.
 *
 * @typedef {object} Glossary
 * @property {readonly GlossaryEntry[]} [entries]
 * @property {readonly string[]} [protect]
 */

/**
 * @typedef {object} GlossaryEntry
 * @property {string} from as it stands in the article
 * @property {string} to as it is to be read
 */

/**
 * The article in one script, with the keywords found in it. Plain data of yours: change it as you like.
 *
 * @typedef {object} View
 * @property {1} schema the version of this format
 * @property {Metadata} metadata
 * @property {OutlineEntry[]} outline the headings, inferred ones too; the title is not among them
 * @property {Block[]} blocks every block of the document, a tree in the order of the text (pre-order)
 * @property {string} text the article in the view's script, blocks parted by empty lines
 * @property {Keyword[]} keywords those asked for, in their order, and then the article's own; the latter have matches only
 *   when `articleKeywords` asks for them
 * @property {Match[]} matches in the order of the text
 * @property {TraceEntry[]} trace every removal, repair and warning
 * @property {Stats} stats
 * @property {{ script: Script, configuration: string | null }} view the script that the text is in, and OpenCC's name
 *   of the conversion (`"s2twp"`), two of them joined by a plus sign when one followed the other (`"t2s+s2twp"`, see
 *   `Detection`; `"tw2t+t2hk"`), `null` when the article's own script stays. A block with a `script` of its own was
 *   converted from that.
 */

/**
 * @typedef {object} Metadata
 * @property {string | null} title
 * @property {string | null} subtitle
 * @property {string[]} authors
 * @property {string[]} editors
 * @property {string | null} publisher
 * @property {string | null} date ISO 8601, as precise as known
 * @property {string | null} url
 * @property {string | null} description
 * @property {string[]} keywords
 * @property {string[]} tags
 * @property {string[]} categories
 * @property {string | null} image
 * @property {Format} format
 * @property {"utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5"} charset by whose decoder it was read; GBK and GB2312
 *   are read by gb18030's
 * @property {string} script of the article as it was written, with the region that its source names (`lang="zh-TW"`)
 *   where the words do not deny it; `"und"` when that cannot be told
 * @property {Detection} detection how sure that is, and what else the characters and words tell
 * @property {Record<string, unknown>} extra fields of the front matter that are none of the above
 */

/**
 * What the text itself tells of how it is written.
 *
 * @typedef {object} Detection
 * @property {number} confidence 0 to 1; less for short texts
 * @property {boolean} mixed whether a quarter or more of what tells is of the other script
 * @property {"TW" | "HK" | null} region where a Traditional text seems to be from, by its words. Its Simplified view has
 *   Simplified's words then (軟體 becomes 软件), and its own region's view leaves it as it is.
 * @property {boolean} byCharacter whether it is Simplified that was turned Traditional character by character (最后,
 *   游戲). Views in Traditional then go by way of Simplified: 最後, 遊戲.
 */

/**
 * What became of a piece of a text, and why: a word or a term, a character between words, or characters that one
 * dictionary made a word of for the next.
 *
 * @typedef {object} Explanation
 * @property {number} block index into `blocks`
 * @property {number} start in UTF-16 units of the view's text of the block
 * @property {number} end in UTF-16 units of the view's text of the block
 * @property {string} result the view's text from `start` to `end`
 * @property {boolean} changed whether that is another text than the article has
 * @property {{ start: number, end: number, text: string }} source what the article has, with its place in the block's
 *   text in the script `"original"`
 * @property {ExplanationStep[]} steps one after the other; none where no dictionary has any of it
 */

/**
 * One thing that happened to a piece, or that said it should stay (`from` is `to`).
 *
 * - `compatibility`: a compatibility ideograph became its ideograph, before all else
 * - `phrase`, `character`: an entry of the dictionary, of several characters or of one
 * - `glossary`, `protected`: an entry or a protected term of the reader's
 * - `code`: code and addresses stay
 * - `punctuation`: a mark as the script has it
 *
 * @typedef {object} ExplanationStep
 * @property {"compatibility" | "phrase" | "character" | "glossary" | "protected" | "code" | "punctuation"} rule
 * @property {string | null} configuration OpenCC's configuration whose dictionary it is
 * @property {string | null} dictionary OpenCC's name of it (`"STPhrases"`)
 * @property {string} from of a later step: what the earlier one made
 * @property {string} to
 */

/**
 * @typedef {object} OutlineEntry
 * @property {number} depth relative to the title, from 1, without gaps
 * @property {string} text
 * @property {string} id of the heading in the HTML
 */

/**
 * A word to be found, and how often it was.
 *
 * @typedef {object} Keyword
 * @property {string} text as it was typed or as the article has it
 * @property {"front-matter" | "tags" | "found" | "reader"} source
 * @property {number} count
 * @property {number} colour 0 to 7
 * @property {string} [label]
 */

/**
 * @typedef {object} Match
 * @property {number} keyword index into `keywords`
 * @property {number} block index into `blocks`
 * @property {number} start in UTF-16 units of the block's text
 * @property {number} end in UTF-16 units of the block's text
 * @property {number} originalStart in UTF-16 units of the block's text in the script `"original"`
 * @property {number} originalEnd
 * @property {string} [before] of `find` with a `context`: the view's text before it
 * @property {string} [after]
 */

/**
 * What `find` gives.
 *
 * @typedef {object} Found
 * @property {Keyword[]} keywords those that were looked for
 * @property {Match[]} matches in the order in which they begin, the longer one first
 */

/**
 * One thing that cleaning did, or a warning. A removal is undone by `article.restore(id)`.
 *
 * @typedef {object} TraceEntry
 * @property {number} id
 * @property {"removal" | "repair" | "warning"} kind
 * @property {string} rule
 * @property {number} confidence 0 to 1
 * @property {string} original
 * @property {string | null} replacement of repairs only
 * @property {{start: number, end: number} | null} [place] of repairs only: where it stands in the block's own text; null: in none
 * @property {number | null} block index into `blocks`
 * @property {boolean} restored whether `restore` undid it
 */

/**
 * @typedef {object} Stats
 * @property {number} characters
 * @property {number} images
 * @property {number} minutes that reading takes
 */

/**
 * A block of text, or a container of other blocks. Blocks that are not shown are here, too, so that a match's and a
 * trace entry's `block` is the same in every view.
 *
 * @typedef {object} Block
 * @property {"heading" | "paragraph" | "code" | "cell" | "caption" | "term" | "rule" | "quote" | "list" | "item" |
 *   "definition_list" | "definition" | "table" | "row" | "figure" | "footnote"} kind
 * @property {number | null} parent index of the container
 * @property {Role} role
 * @property {boolean} shown whether the view was asked for its role
 * @property {[begin: number, end: number]} sourceBytes its place in the decoded source, in bytes of UTF-8
 * @property {string} [text] of leaves: flat; an image or a footnote reference is one U+FFFC
 * @property {Span[]} [spans] what lies over the text, sorted by `start`; may overlap
 * @property {"zh-Hans" | "zh-Hant" | "ja"} [script] it was written in, where that is surely another than the document's,
 *   as of a quotation; it is converted from there, and left as it is when it is Japanese
 * @property {number} [level] of a heading: 1 to 6
 * @property {string} [id] of a heading
 * @property {boolean} [ordered] of a list
 * @property {number} [start] of an ordered list: its first number
 * @property {boolean} [tight] of a list: its items' paragraphs are not set apart
 * @property {"open" | "done"} [task] of an item
 * @property {boolean} [header] of a row or a cell; of a callout's paragraph: it is the title
 * @property {"left" | "center" | "right"} [align] of a cell
 * @property {string} [language] of code
 * @property {string} [label] of a footnote
 * @property {"note" | "tip" | "important" | "warning" | "caution"} [callout] of a quote that is one
 */

/**
 * Something that lies over a block's text: emphasis, a link, an image.
 *
 * @typedef {object} Span
 * @property {"strong" | "emphasis" | "strikethrough" | "underline" | "mark" | "subscript" | "superscript" | "small" |
 *   "keyboard" | "code" | "math" | "link" | "image" | "ruby" | "line_break" | "footnote_reference"} kind
 * @property {number} start in UTF-16 units of the block's text
 * @property {number} end in UTF-16 units of the block's text
 * @property {string} [target] the address of a link or an image, as the article has it (unchecked: outputs check it);
 *   the label of a footnote
 * @property {string} [title] of a link or an image; the annotation of ruby
 * @property {string} [alternative] of an image
 */

/**
 * An element of the article as JsonML: its name, its attributes when it has any, its children. Names are from a
 * closed set and addresses are checked, so nodes can be built from it without parsing markup.
 *
 * @typedef {[name: string, ...rest: (Tree | string | Record<string, string>)[]]} Tree
 */

export {};
