import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { CommandFailed, decodeUtf8, type Terminal } from "./terminal";

const MOST_BYTES = 64 * 1024 * 1024;

/** `claimreview check`: what is wrong with the ClaimReviews of a file, our own or anybody's. */
export function addClaimReview(program: Command, terminal: Terminal): void {
  const group = program.command("claimreview").description("ClaimReviews, as schema.org has them.");
  addFeed(group, terminal);
  addText(group, terminal);
  group
    .command("check")
    .summary("tell what is wrong with the ClaimReviews of a page or a JSON file")
    .description(
      "Reads the ClaimReviews of a page (HTML) or of JSON-LD, also in graphs, lists and feeds, and tells what is wrong with each: errors (E01 to E20) make it worthless, warnings (W01 to W14) do not. It asks nobody: nothing is fetched. Fails when there is an error.",
    )
    .argument("<file...>", "HTML or JSON; “-” reads standard input")
    .option("--page <address>", "the address of the page that it stands on; by itself its canonical one")
    .option("--json", "print JSON")
    .action(async (files: string[], options: { page?: string; json?: boolean }) => {
      const { checkClaimReviews, readClaimReviews } = await import("@/lib/claimreview");
      const placed: (NonNullable<ReturnType<typeof readClaimReviews>>[number] & { readonly file: string })[] =
        [];
      for (const file of files) {
        const found = readClaimReviews(await textOf(file, terminal), options.page ?? null);
        if (found === null) throw new CommandFailed(`${file} is neither HTML nor JSON.`);
        placed.push(...found.map((one) => ({ ...one, file })));
      }
      if (placed.length === 0) throw new CommandFailed("There is no ClaimReview in it.");
      const checked = checkClaimReviews(placed).map(({ findings }, index) => ({
        file: placed[index]?.file ?? "",
        claim: String(placed[index]?.review.claimReviewed ?? ""),
        findings,
      }));
      if (options.json) terminal.print(JSON.stringify(checked, null, 2));
      else
        for (const { file, claim, findings } of checked) {
          terminal.print(`${file}: ${claim || "(no claimReviewed)"}`);
          for (const { code, level, message } of findings) terminal.print(`  ${code} ${level}: ${message}`);
          if (findings.length === 0) terminal.print("  nothing is wrong with it");
        }
      const errors = checked.flatMap(({ findings }) => findings).filter(({ level }) => level === "error");
      if (errors.length > 0)
        throw new CommandFailed(`${errors.length} ${errors.length === 1 ? "error" : "errors"}.`);
    });
}

/** Prints the ClaimReviews of this desk as a feed of data: those that the public reads. */
function addFeed(group: Command, terminal: Terminal): void {
  group
    .command("feed")
    .summary("print the ClaimReviews of this desk as one feed of data")
    .description(
      "Prints all ClaimReviews that the public reads as a DataFeed of schema.org, the newest claim first: /feeds/claimreviews.json in one piece.",
    )
    .action(async () => {
      const { toDataFeed } = await import("@/lib/claimreview");
      const { listClaimReviews } = await import("@/lib/feeds/server");
      const reviews: Awaited<ReturnType<typeof listClaimReviews>>["reviews"] = [];
      let after: string | null | undefined;
      do {
        const page = await listClaimReviews(after ? { after } : {});
        reviews.push(...page.reviews);
        after = page.next;
      } while (after);
      terminal.print(JSON.stringify(toDataFeed(reviews), null, 2));
    });
}

/** Prints fact checks by others as the text that an import of the same file keeps. */
function addText(group: Command, terminal: Terminal): void {
  group
    .command("text")
    .summary("print ClaimReviews by others as the text that is imported of them")
    .description(
      "Prints the ClaimReviews of a page or of JSON-LD as the text that /import keeps of the same file: the claims as what somebody said, the verdicts as those of the other desk. Stores nothing; `extract` tells what would be proposed.",
    )
    .argument("<file>", "HTML or JSON; “-” reads standard input")
    .action(async (file: string) => {
      const { toReadable } = await import("@/lib/claimreview");
      const read = toReadable(await textOf(file, terminal));
      if (read === null) throw new CommandFailed("There is no ClaimReview in it.");
      terminal.print(read.text.trimEnd());
    });
}

async function textOf(file: string, terminal: Terminal): Promise<string> {
  if (file === "-") return terminal.readInput();
  const bytes = await readFile(path.resolve(terminal.folder, file)).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailed(error.code === "ENOENT" ? `There is no file ${file}.` : error.message);
  });
  if (bytes.length > MOST_BYTES) throw new CommandFailed(`${file} is larger than 64 MB.`);
  return decodeUtf8(bytes, file);
}
