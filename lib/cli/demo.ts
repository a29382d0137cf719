import type { Command } from "commander";
import { CommandFailed, type Terminal } from "./terminal";

/** `demo`: the story that a new newsroom can look at. */
export function addDemo(program: Command, terminal: Terminal): void {
  program
    .command("demo")
    .summary("the story that Verbatim ships with")
    .description("The story that Verbatim ships with, “Istanbul talks, October 2025”.")
    .command("load")
    .summary("load it into an empty database")
    .description("Loads the demo story into an empty database. `npm start` does this by itself.")
    .action(async () => {
      if (!(await isEmpty()))
        throw new CommandFailed("The database is not empty. The demo is only loaded into an empty one.");
      await loadDemo();
      terminal.print("loaded");
    });
}

/** Whether nobody has an account and nothing was captured. */
export async function isEmpty(): Promise<boolean> {
  const { db } = await import("@/lib/db/server");
  const [user, statement] = [
    await db.user.findFirst({ select: { id: true } }),
    await db.statement.findFirst({ select: { id: true } }),
  ];
  return user === null && statement === null;
}

export async function loadDemo(): Promise<void> {
  const { seedDemo } = await import("@/prisma/seed");
  await seedDemo();
}
