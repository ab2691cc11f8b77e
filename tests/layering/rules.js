/**
 * Who may use what: the table of the design, as patterns over the sources. A rule looks at the files of one
 * place, line by line and without their comments.
 *
 * @typedef {object} Rule
 * @property {RegExp} files of which paths, from the project's folder
 * @property {RegExp} [allows] a line that the rule never minds
 * @property {RegExp} forbids
 * @property {string} says
 */

const cpp = String.raw`.+\.(cpp|h)$`;
const js = String.raw`.+\.m?js$`;
const include = String.raw`^\s*#\s*include\s*`;

/** @type {Rule[]} */
export const rules = [
  {
    files: new RegExp(`^core/include/${cpp}`),
    allows: new RegExp(`${include}([<"]shuye/[a-z0-9_]+\\.h[>"]|<[a-z_]+>)`),
    forbids: new RegExp(include),
    says: "a public header includes the standard library and public headers",
  },
  {
    files: new RegExp(`^(core/include|core/src)/${cpp}`),
    forbids: /emscripten|__EMSCRIPTEN__/i,
    says: "the core does not know that it can be WebAssembly",
  },
  {
    files: new RegExp(`^(core/include|core/src)/${cpp}`),
    forbids: new RegExp(`${include}<(fstream|filesystem|iostream|cstdio|stdio\\.h|unistd\\.h|fcntl\\.h)>|\\b(fopen|freopen|getenv)\\s*\\(`),
    says: "the core reads and writes no files: bytes come in, bytes go out",
  },
  {
    files: new RegExp(`^(core/include|core/src)/${cpp}`),
    forbids: /^\s*(thread_local\b|static\s+(?!const\b|constexpr\b|inline\b|_)[^()]*[={;])/,
    says: "the core has no globals that change",
  },
  {
    files: new RegExp(`^(core/include|core/src)/${cpp}`),
    forbids: /\bthrow\b|\btry\s*\{|\bcatch\s*\(/,
    says: "errors of the core are values",
  },
  {
    files: /^(core\/src|wasm|examples)\/(.+\/)?CMakeLists\.txt$/,
    forbids: /opencc_oracle|shuye_dictionary/,
    says: "OpenCC and the dictionary compiler are not linked into what ships",
  },
  {
    files: new RegExp(`^wasm/[^/]+\\.(cpp|h)$`),
    allows: new RegExp(`${include}([<"](shuye|emscripten)/[a-z_0-9]+\\.h[>"]|<[a-z_]+>|<wasm_simd128\\.h>|"(wasm/)?[a-z_0-9]+\\.h")`),
    forbids: new RegExp(include),
    says: "the border uses the core's public headers and Emscripten",
  },
  {
    files: new RegExp(`^wasm/js/${js}`),
    forbids: /(?<![.\w])(document|window|navigator|localStorage)\s*[.[]|\bHTMLElement\b/,
    says: "the API runs in workers and in Node: it has no DOM",
  },
  {
    files: new RegExp(`^(web|wasm/js)/${js}`),
    forbids: /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)\b|\bdocument\.write/,
    says: "nothing is made from markup in strings",
  },
  {
    files: new RegExp(`^(web|wasm/js)/${js}`),
    forbids: /(?<![.\w])eval\s*\(|\bnew\s+Function\b/,
    says: "no code is made from strings",
  },
  {
    files: new RegExp(`^web/${js}`),
    forbids: /\bHEAP[UF]?\d*\b|dist\/wasm|\bwasm\/js\/(?!index\.js|package\b)[\w./]+\.js/,
    says: "the page talks to the package's public entry alone",
  },
  {
    files: /^examples\/.+\.(cpp|h|m?js|html|txt|json)$/,
    forbids: /\.\.\/core\b|core\/(src|include)|["'](\.\.\/)+(wasm|dist|web)\//,
    says: "an example uses the installed package or the CMake target",
  },
];

/** The stages in the order of the pipeline: a stage may include the ones before it. */
export const stages = ["text", "decode", "repair", "parse", "clean", "convert", "search", "render", "article"];

/** The headers that come from elsewhere, by library: each library is included in one file of core/src. */
export const thirdParty = [
  // One header is for the files that make the tree, with an extension of ours, and one file reads it.
  { name: "cmark-gfm", header: /^cmark-gfm/, files: 2 },
  { name: "cmark-gfm's insides", header: /^(chunk|inlines|node|parser|syntax_extension)\.h/ },
  { name: "gumbo", header: /^gumbo/ },
  { name: "libyaml", header: /^yaml\.h/ },
  { name: "toml++", header: /^toml/ },
  { name: "nlohmann/json", header: /^nlohmann\// },
];
