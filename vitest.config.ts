import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { filesBelow } from "./scripts/stamps.mjs";

const root = fileURLToPath(new URL("./", import.meta.url));

const tests = ["lib", "components", "scripts", "app", "prisma"]
  .flatMap((folder) => filesBelow(root, folder))
  .filter((file) => /\.test\.tsx?$/.test(file));

/** Whether a test reads or writes the database: those run once on each engine. */
const isData = (file: string) =>
  /^(lib\/db|prisma)\//.test(file) || /^(lib|app)\/.*\/?(queries|mutations|server)\.test\.ts$/.test(file);

/**
 * Whether a test changes what all modules of a process share (a mocked module, a stubbed global, the environment), or
 * measures what the process uses. Two variables are read whenever they are needed, and set back by who sets them.
 */
const isApart = (file: string) =>
  /\bvi\.(mock|doMock|resetModules|stub\w+|hoisted)\(|\bprocess\.env\.(?!PUBLIC_SITE|WEBHOOK_NETWORKS)\w+ = |\(process\.env,|\/bench\/growth"/.test(
    readFileSync(path.join(root, file), "utf8"),
  );

/**
 * Two projects of the same kind: tests that share their modules with those that their process ran before, as loading
 * all of them anew for each file takes a third of the run, and `… apart` of those that have them to themselves.
 */
function kind(name: string, files: readonly string[], options: object) {
  const part = (isolate: boolean) => ({
    extends: true as const,
    test: {
      ...options,
      name: isolate ? `${name} apart` : name,
      isolate,
      include: files
        .filter((file) => isApart(file) === isolate)
        .map((file) => file.replace(/[[\]]/g, "\\$&")),
    },
  });
  return [part(false), part(true)];
}

const onEngine = (engine: "sqlite" | "postgresql") =>
  kind(
    engine,
    tests.filter(
      (file) =>
        isData(file) && !(engine === "postgresql" && /^lib\/db\/(sqlite|long-reads)\.test\.ts$/.test(file)),
    ),
    {
      globalSetup: ["prisma/testing/templates.ts"],
      setupFiles: ["prisma/testing/setup.ts"],
      alias: { "better-auth/crypto": path.join(root, "prisma/testing/hashing.ts") },
      // read when a module is loaded, before the set-up file has made the database
      env: { BASE_URL: "", DATABASE_URL: engine === "postgresql" ? "postgresql://not-yet-made" : "" },
      // generous: a busy machine is no failure
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  );

export default defineConfig({
  resolve: { alias: { "@/": root } },
  test: {
    // Vite claims this name for itself, and this program means its public address by it
    env: { BASE_URL: "" },
    // by itself Vitest leaves one of two cores idle; each file has a database of its own
    maxWorkers: 2,
    // six projects read the same modules: each is compiled once, by what it contains
    experimental: { fsModuleCache: true },
    projects: [
      ...kind(
        "unit",
        tests.filter((file) => !isData(file)),
        { testTimeout: 30_000 },
      ),
      ...onEngine("sqlite"),
      ...onEngine("postgresql"),
    ],
  },
});
