import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("./", import.meta.url));

/** Tests of what reads or writes the database: they run once on each engine. */
const data = [
  "{lib,app}/**/{queries,mutations,server}.test.ts",
  "lib/db/**/*.test.ts",
  "prisma/**/*.test.ts",
];

const onEngine = (name: "sqlite" | "postgresql") => ({
  extends: true as const,
  test: {
    name,
    include: data,
    exclude: name === "postgresql" ? ["lib/db/sqlite.test.ts"] : [],
    globalSetup: ["prisma/testing/templates.ts"],
    setupFiles: ["prisma/testing/setup.ts"],
    // read when a module is loaded, before the set-up file has made the database
    env: { BASE_URL: "", DATABASE_URL: name === "postgresql" ? "postgresql://not-yet-made" : "" },
    // generous: a busy machine is no failure
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  resolve: { alias: { "@/": root } },
  test: {
    // Vite claims this name for itself, and this program means its public address by it
    env: { BASE_URL: "" },
    // by itself Vitest leaves one of two cores idle; each file has a database of its own
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,scripts,app}/**/*.test.{ts,tsx}"],
          exclude: data,
          testTimeout: 30_000,
        },
      },
      onEngine("sqlite"),
      onEngine("postgresql"),
    ],
  },
});
