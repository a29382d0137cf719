import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import type { BibliographyFinding, BibliographyReport } from "@/lib/bibliographies";
import { Answered, CommandFailed, type Terminal } from "./terminal";
import { writeWhole } from "./whole-file";

interface Asked {
  readonly json?: boolean;
  readonly csv?: string;
  readonly refreshed?: string;
  readonly all?: boolean;
}

// nobody waits behind a command
const MOST_ENTRIES = 200_000;

/** `bibliography`: what was corrected or retracted since of what a bibliography cites. */
export function addBibliography(program: Command, terminal: Terminal): void {
  program
    .command("bibliography")
    .summary("tell what was corrected or retracted since of what a bibliography cites")
    .description(
      "Reads RIS, BibTeX, BibLaTeX, CSL-JSON, EndNote XML, CSV, XLSX, JSON, Word, Markdown or a list of addresses, and compares every statement that it cites with the record: as a visitor reads it, unless --all asks for everything that the desk holds. Ends with 0 when everything is still as cited, with 1 when something must be looked at.",
    )
    .argument("<file>", "the bibliography; standard input for “-”")
    .option("--json", "print the report as JSON")
    .option("--csv <file>", "write the report as a table")
    .option(
      "--refreshed <file>",
      "write the bibliography with its stale references anew, all others as they are",
    )
    .option("--all", "also what is not published")
    .action(async (file: string, asked: Asked) => {
      const { bibliographyText, checkBibliography, refreshBibliography } = await import(
        "@/lib/bibliographies/server"
      );
      const { bibliographyTable, TO_LOOK_AT } = await import("@/lib/bibliographies");
      const { SYSTEM, VISITOR } = await import("@/lib/auth");
      const { isPublicSiteOn } = (await import("@/lib/env/server")).env();
      if (!asked.all && !isPublicSiteOn)
        throw new CommandFailed(
          "The public site is off (PUBLIC_SITE), so visitors read nothing. --all compares with what the desk holds.",
        );
      const actor = asked.all ? SYSTEM : VISITOR;
      const at = (name: string) => path.resolve(terminal.folder, name);
      const bytes = file === "-" ? await terminal.readBytes() : await readFile(at(file));
      const text = await bibliographyText(bytes, file);
      const report = await checkBibliography(actor, text, { most: MOST_ENTRIES });
      if (asked.csv !== undefined) await writeWhole(at(asked.csv), bibliographyTable(report));
      if (asked.refreshed !== undefined) {
        const anew = await refreshBibliography(actor, text, report);
        if (anew === null)
          throw new CommandFailed("Data is not written anew: export it again (`verbatim export`).");
        await writeWhole(at(asked.refreshed), [anew]);
      }
      if (asked.json) terminal.print(JSON.stringify(report, null, 2));
      else await tellInLines(report, terminal);
      if (report.findings.some(({ outcome, isTold }) => TO_LOOK_AT.has(outcome) && !isTold))
        throw new Answered(1);
    });
}

async function tellInLines(report: BibliographyReport, terminal: Terminal) {
  const { OUTCOMES, TO_LOOK_AT } = await import("@/lib/bibliographies");
  const { labelOf } = await import("@/lib/text");
  for (const { line, message } of report.problems) terminal.tell(`Line ${line}: ${message}`);
  for (const finding of report.findings) {
    if (!TO_LOOK_AT.has(finding.outcome)) continue;
    terminal.print(`${finding.line}: ${labelOf(OUTCOMES, finding.outcome)}. ${finding.label}`);
    for (const line of linesOf(finding)) terminal.print(`    ${line}`);
  }
  const counts = OUTCOMES.filter(({ key }) => report.counts[key] > 0).map(
    ({ key, label }) => `${report.counts[key]} ${label.toLowerCase()}`,
  );
  terminal.tell(
    `${report.entries} ${report.entries === 1 ? "entry" : "entries"}: ${counts.join(", ") || "nothing"}`,
  );
  if (report.leftOut > 0) terminal.tell(`${report.leftOut} more were not looked at.`);
}

function linesOf({ record, named, retraction, since, changes }: BibliographyFinding): string[] {
  return [
    record?.url ?? named ?? "",
    ...(retraction
      ? [`Retracted${retraction.at ? ` on ${retraction.at.slice(0, 10)}` : ""}: ${retraction.reason}`]
      : []),
    ...since.map(({ version, note, at }) => `Version ${version}, ${at.slice(0, 10)}: ${note}`),
    ...changes.flatMap(({ label, was, now }) => [`${label} was: ${was}`, `${label} is:  ${now}`]),
  ];
}
