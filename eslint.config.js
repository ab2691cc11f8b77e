import js from "@eslint/js";
import globals from "globals";

/** @type {import("eslint").Linter.Config[]} */
export default [
  { ignores: ["build/", "dist/", "**/node_modules/", "examples/*/dist/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module" },
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      // A parameter that an interface asks for and this one does not need begins with _.
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  { files: ["scripts/**", "tests/**", "examples/node/**", "web/build.js", "*.js"], languageOptions: { globals: globals.node } },
  // Runs in pages, in workers and in Node.
  { files: ["wasm/js/**"], languageOptions: { globals: globals["shared-node-browser"] } },
  { files: ["wasm/js/**"], languageOptions: { globals: globals.worker } },
  { files: ["web/**", "tests/browser/**", "tests/bench/pages/**", "examples/**"], languageOptions: { globals: globals.browser } },
];
