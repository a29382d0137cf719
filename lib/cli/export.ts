import path from "node:path";
import type { Command } from "commander";
import { CommandFailed, type Terminal } from "./terminal";
import { writeWhole } from "./whole-file";

interface ExportOptions {
  readonly format: string;
  readonly style: string;
  readonly out?: string;
  readonly search?: string;
  readonly speaker?: string[];
  readonly story?: string;
  readonly claim?: string;
  readonly source?: string;
  readonly id?: string[];
  readonly form?: string[];
  readonly state?: string[];
  readonly all?: boolean;
  readonly list?: boolean;
}

/** `export`: statements as a file, in every format that the site offers. */
export function addExport(program: Command, terminal: Terminal): void {
  program
    .command("export")
    .summary("write statements as a bibliography, a table, data or a document")
    .description(
      "Writes statements in one of the formats that /exports offers, to standard output or a file. What is published, as a visitor reads it, unless --all asks for everything that the desk holds.",
    )
    .option("--format <format>", "ris, bibtex, biblatex, csl-json … (--list tells all)", "ris")
    .option(
      "--style <style>",
      "how references are set, in the formats that set them: apa, mla … or one that the desk added (--list tells all)",
      "chicago-notes",
    )
    .option("--search <words>", "those with these words in the wording or the speaker’s name")
    .option("--speaker <slug...>", "those of these speakers, by the end of their address")
    .option("--story <slug>", "those of a story")
    .option("--claim <slug>", "those that take a position on a claim")
    .option("--source <id>", "those that stand in a source")
    .option("--id <id...>", "these statements")
    .option("--form <form...>", "direct, mixed, indirect")
    .option("--state <state...>", "those in these states, such as retracted")
    .option("--all", "also what is not published; off the record and embargoed words are in it")
    .option("--out <file>", "where to put it")
    .option("--list", "print the formats with what each cannot carry, and stop")
    .action(async (options: ExportOptions) => {
      const { FORMATS, formatOf, eachEntry, describeSelection } = await import("@/lib/exports/server");
      if (options.list) {
        for (const { id, about, omits } of FORMATS) {
          terminal.print(`${id.padEnd(12)} ${about}`);
          for (const omitted of omits) terminal.print(`${" ".repeat(12)} not: ${omitted}`);
        }
        terminal.print("");
        const { listStyles } = await import("@/lib/styles/server");
        for (const { key, name } of await listStyles()) terminal.print(`--style ${key.padEnd(20)} ${name}`);
        return;
      }
      const format = formatOf(options.format);
      if (!format) {
        const known = FORMATS.map(({ id }) => id).join(", ");
        throw new CommandFailed(`There is no format ${options.format}. It is one of ${known}.`);
      }
      const { findStyle, listStyles } = await import("@/lib/styles/server");
      const style = await findStyle(options.style);
      if (!style) {
        const known = (await listStyles()).map(({ key }) => key).join(", ");
        throw new CommandFailed(`There is no style ${options.style}. It is one of ${known}.`);
      }
      const filter = await readFilter(options);
      const { SYSTEM, VISITOR } = await import("@/lib/auth");
      const actor = options.all ? SYSTEM : VISITOR;
      const { isPublicSiteOn } = (await import("@/lib/env/server")).env();
      if (!options.all && !isPublicSiteOn)
        throw new CommandFailed(
          "The public site is off (PUBLIC_SITE), so visitors read nothing. --all writes what the desk holds.",
        );
      const { title } = await describeSelection(actor, filter);
      const { absoluteUrl } = await import("@/lib/http");
      const { now } = await import("@/lib/env");
      let count = 0;
      async function* counted() {
        for await (const entry of eachEntry(actor, filter, format ?? {})) {
          count += 1;
          yield entry;
        }
      }
      const pieces = format.write(counted(), {
        title,
        address: absoluteUrl("/statements"),
        madeAt: now(),
        style,
      });
      if (options.out === undefined) await terminal.write(pieces);
      else await writeWhole(path.resolve(terminal.folder, options.out), pieces);
      terminal.tell(`${count} ${count === 1 ? "statement" : "statements"}: ${title}`);
    });
}

async function readFilter(options: ExportOptions) {
  const { KNOWN_FILTERS, statementFilterSchema } = await import("@/lib/statements");
  const { unknownIn } = await import("@/lib/http");
  const { search: q, speaker, story, claim, source, id, form, state } = options;
  const asked = { q, speaker, story, claim, source, id, form, state };
  const unknown = unknownIn(asked, KNOWN_FILTERS);
  if (unknown.length > 0) throw new CommandFailed(unknown.join("\n"));
  return statementFilterSchema.parse(asked);
}
