// `node scripts/migration.mjs NAME` writes the migration that leads to the present schema.prisma, for both engines.
import { startPostgres } from "./postgres.mjs";
import { prepareTools } from "./prepare.mjs";
import { finish } from "./processes.mjs";
import { PlainFailure, run } from "./project.mjs";

await run(async () => {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new PlainFailure("Say what the migration does: node scripts/migration.mjs add_embargo_index");
  }
  await prepareTools();
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  try {
    return await finish(process.execPath, ["scripts/verbatim.mjs", "db", "author", name], {
      env: { ...process.env, TEST_DATABASE_URL: server.url },
    });
  } finally {
    await server.stop();
  }
});
