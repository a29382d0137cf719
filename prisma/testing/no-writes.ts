import { db, engine } from "@/lib/db/server";

/** What a form says then. */
export const NO_WRITES =
  engine === "sqlite" ? "The database can only be read just now." : "The disk is full.";

/**
 * Runs `work` while nothing can be written, as when a disk is full or may only be read: the engine itself refuses every
 * write, and answers every read. SQLite can be made to lack space only where a table must grow.
 */
export async function withoutWrites<T>(work: () => Promise<T>): Promise<T> {
  if (engine === "sqlite") {
    await db.$queryRawUnsafe("PRAGMA query_only = ON");
    return work().finally(() => db.$queryRawUnsafe("PRAGMA query_only = OFF"));
  }
  const rows = await db.$queryRawUnsafe<{ name: string }[]>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  );
  await db.$executeRawUnsafe(`CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  for (const { name } of rows)
    await db.$executeRawUnsafe(
      `CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE OR DELETE ON "${name}" EXECUTE FUNCTION disk_is_full()`,
    );
  return work().finally(() => db.$executeRawUnsafe("DROP FUNCTION disk_is_full CASCADE"));
}
