import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { db } from "@/lib/db/server";

/** Trouble of the machine that a test makes on purpose; only where the matrix has the site for itself. */

const asked = () => path.join(process.env.DATA_DIR ?? "", "kill-the-site");

/** Kills the site, runs `work` while nothing answers, and waits until it is served again. */
export async function whileKilled(work: () => Promise<void>): Promise<void> {
  writeFileSync(asked(), "kill");
  await expect.poll(isAnswering, { timeout: 60_000 }).toBe(false);
  try {
    await work();
  } finally {
    rmSync(asked());
    await expect.poll(() => existsSync(`${asked()}-over`), { timeout: 120_000 }).toBe(true);
    rmSync(`${asked()}-over`);
  }
}

async function isAnswering(): Promise<boolean> {
  return fetch(`${process.env.BASE_URL}/sign-in`).then(
    () => true,
    () => false,
  );
}

const WRITES = ["INSERT", "UPDATE", "DELETE"] as const;

/** Refuses every write of the site to its database while `work` runs. */
export async function whileNothingIsWritten<T>(work: () => Promise<T>): Promise<T> {
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_prisma_migrations'",
  );
  const triggers = tables.flatMap(({ name }) => WRITES.map((write) => ({ name, write })));
  for (const { name, write } of triggers)
    await db.$executeRawUnsafe(
      `CREATE TRIGGER IF NOT EXISTS "full_${write}_${name}" BEFORE ${write} ON "${name}" BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    );
  try {
    return await work();
  } finally {
    for (const { name, write } of triggers)
      await db.$executeRawUnsafe(`DROP TRIGGER IF EXISTS "full_${write}_${name}"`);
  }
}
