import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** What each part of the house must not import: docs/architecture.md has the same table in words. */
const features = ["endpoints", "endpoint-editor", "secrets"];
const featureEdges = { "endpoint-editor": ["secrets"], endpoints: ["secrets"], secrets: [] };

const zones = [
  { target: "./src", from: ["./emulator", "./e2e", "./scripts", "./bench"] },
  { target: "./emulator", from: ["./src", "./e2e", "./scripts", "./bench"] },
  { target: "./e2e", from: ["./src", "./bench"] },
  { target: "./scripts", from: "./src", except: ["./app/config.ts"] },
  {
    target: "./src/lib",
    from: ["./src/app", "./src/features", "./src/queries", "./src/azure", "./src/ui"],
  },
  { target: "./src/ui", from: ["./src/app", "./src/features", "./src/queries", "./src/azure"] },
  { target: "./src/azure", from: ["./src/app", "./src/features", "./src/queries", "./src/ui"] },
  { target: "./src/queries", from: ["./src/app", "./src/features", "./src/ui"] },
  { target: "./src/features", from: "./src/app" },
  ...features.flatMap((feature) =>
    features
      .filter((other) => other !== feature)
      .map((other) => ({
        target: `./src/features/${feature}`,
        from: `./src/features/${other}`,
        ...(featureEdges[feature].includes(other) ? { except: ["./index.ts"] } : {}),
      })),
  ),
];

export default tseslint.config(
  { ignores: ["dist", "coverage", "test-results", "playwright-report", "bench/.output"] },
  // Their types are packages that only `npm run bench` installs, which checks them.
  { ignores: ["bench/table/peers"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylistic],
    plugins: { "import-x": importX },
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./tsconfig.node.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: {
      "import-x/resolver-next": [
        createTypeScriptImportResolver({
          noWarnOnMultipleProjects: true,
          project: ["tsconfig.json", "tsconfig.node.json"],
        }),
      ],
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "max-lines": ["error", { max: 300 }],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs["recommended-latest"].rules,
      "react-hooks/incompatible-library": "off",
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "CallExpression[callee.name=/^use(Layout)?Effect$/] > ArrowFunctionExpression.arguments[body.type!='BlockStatement']",
          message:
            "Give the effect a block: what a short arrow returns (scrollIntoView: a promise) is taken for its clean-up.",
        },
      ],
    },
  },
  {
    // The client must work in any JavaScript host: transport and tokens are injected.
    files: ["src/azure/**/*.ts", "src/lib/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: ["react", "react-dom", "@fluentui/*", "@tanstack/*"] },
      ],
      "no-restricted-globals": ["error", "window", "document", "localStorage", "sessionStorage"],
    },
  },
  {
    // Contract tests run the real client against the local Azure, in process.
    files: ["src/**/*.contract.test.ts"],
    rules: { "import-x/no-restricted-paths": "off" },
  },
  {
    files: ["src/ui/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: ["@tanstack/react-router", "@tanstack/react-query", "@azure/*"] },
      ],
    },
  },
  {
    files: ["emulator/scenarios/**/*.ts"],
    rules: { "max-lines": ["error", { max: 500 }] },
  },
  {
    files: ["scripts/**/*.ts", "bench/**/*.ts", "emulator/main.ts"],
    rules: { "no-console": "off" },
  },
);
