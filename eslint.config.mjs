// Biome formats and lints. These three rules need types, which it does not have: a forgotten await on a lazy Prisma
// promise writes nothing at all.
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "**/*.{js,mjs,cjs}",
      "**/*.d.mts",
      ".next/**",
      ".cache/**",
      "prisma/generated/**",
      "next-env.d.ts",
    ],
  },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
);
