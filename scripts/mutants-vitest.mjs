// Which tests `npm run mutants` runs for the files at hand: the domain's own, as the two lists in the environment say.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../", import.meta.url));
const listed = (name) => (process.env[name] ?? "").split(",").filter((file) => file !== "");
const [unit, data] = [listed("MUTANTS_UNIT_TESTS"), listed("MUTANTS_DATA_TESTS")];
// a changed program may loop for ever; Stryker ends it by counting steps, long before this
const timeouts = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  root,
  resolve: { alias: { "@/": root } },
  test: {
    env: { BASE_URL: "" },
    projects: [
      ...(unit.length === 0 ? [] : [{ extends: true, test: { name: "unit", include: unit, ...timeouts } }]),
      ...(data.length === 0
        ? []
        : [
            {
              extends: true,
              test: {
                name: "sqlite",
                include: data,
                globalSetup: ["prisma/testing/templates.ts"],
                setupFiles: ["prisma/testing/setup.ts"],
                env: { BASE_URL: "", DATABASE_URL: "" },
                ...timeouts,
              },
            },
          ]),
    ],
  },
});
