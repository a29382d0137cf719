import type { Command } from "commander";
import type { WordsCheck } from "@/lib/migrations/server";
import { CommandFailed, type Terminal } from "./terminal";

/** `search`: whether what a search looks in agrees with what is held. */
export function addSearch(program: Command, terminal: Terminal): void {
  const search = program
    .command("search")
    .summary("look after the index of words")
    .description("Looks after the index of words that a search looks in.");

  search
    .command("check")
    .summary("compare the index of words to what is held")
    .description(
      "Compares the index of words to what is held and changes nothing, while the site runs or not. Fails when a search could miss something.",
    )
    .option("--json", "print JSON")
    .action(async (options: { json?: boolean }) => {
      const { checkWords } = await import("@/lib/migrations/server");
      const checks = await checkWords();
      if (options.json) terminal.print(JSON.stringify(checks, null, 2));
      else for (const check of checks) terminal.print(wordsFor(check));
      if (checks.some(({ index, stale }) => index !== "whole" || stale > 0))
        throw new CommandFailed("A search may miss something. `search rebuild` mends it.");
    });

  search
    .command("rebuild")
    .summary("make the index of words anew")
    .description(
      "Reads the words of everything that is held anew and makes the index of them anew. The site may run; what it saves waits meanwhile, minutes for a million statements.",
    )
    .action(async () => {
      const { checkWords, rebuildWords } = await import("@/lib/migrations/server");
      await rebuildWords();
      for (const check of await checkWords()) terminal.print(wordsFor(check));
    });
}

function wordsFor({ table, index, stale }: WordsCheck): string {
  const kept =
    stale === 0
      ? ""
      : `, ${stale} ${stale === 1 ? "row" : "rows"} whose words are kept otherwise than they stand`;
  return `${table.padEnd(12)} ${index}${kept}`;
}
