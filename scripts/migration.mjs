// `node scripts/migration.mjs NAME` writes the migration that leads to the present schema.prisma, for both engines.
import { spawn } from "node:child_process";
import { ensureGenerated } from "./generate.mjs";
import { startPostgres } from "./postgres.mjs";
import { loadEnvironment, PlainFailure, root, run } from "./project.mjs";

await run(async () => {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new PlainFailure("Say what the migration does: node scripts/migration.mjs add_embargo_index");
  }
  loadEnvironment();
  await ensureGenerated();
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  try {
    return await author(name, server.url);
  } finally {
    await server.stop();
  }
});

function author(name, url) {
  const args = ["--import", "tsx", "lib/cli/main.ts", "db", "author", name];
  const env = { ...process.env, TEST_DATABASE_URL: url };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
