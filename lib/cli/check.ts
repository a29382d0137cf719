import path from "node:path";
import type { Command } from "commander";
import type { CheckedDraft } from "@/lib/reports";
import { Answered, CommandFailed, type Terminal } from "./terminal";
import { wordsFor } from "./words";

interface CheckAsked {
  readonly against?: string[];
  readonly json?: boolean;
  readonly html?: string;
  readonly docx?: string;
  readonly language?: string;
}

/** What the process ends with when it could not check; 1 says that something must be looked at. */
const COULD_NOT = 2;

/** `check`: a draft's quotations against transcripts, notes and articles, without a database and a network. */
export function addCheck(program: Command, terminal: Terminal): void {
  program
    .command("check")
    .summary("compare a draft’s quotations with transcripts, notes and articles")
    .description(
      "Finds every attributed statement and quotation of a draft in the texts behind it and says what differs, without a database and a network. Reads .docx, .odt, .rtf, .html, .md, .txt, .vtt, .srt and .eml. Ends with 0 when every statement is exact, cosmetic or a marked edit, with 1 when something must be looked at, with 2 when it could not check.",
    )
    .argument("<draft>", "the draft; standard input for “-”")
    .option(
      "--against <path...>",
      "the files behind it, and folders, which are read with all that is in them",
    )
    .option("--json", "print the findings as JSON; offsets count UTF-16 code units of the draft’s text")
    .option("--html <file>", "write a report as one page")
    .option("--docx <file>", "write the draft as a Word document with a comment at every finding")
    .option("--language <code>", "the language of the draft (BCP 47, such as de); left out it is guessed")
    .action(async (draft: string, asked: CheckAsked) => {
      const { toLookAt } = await import("@/lib/reports");
      const checked = await failingAs(COULD_NOT, async () => {
        const found = await check(draft, asked, terminal);
        await report(found, asked, terminal);
        return found;
      });
      if (toLookAt(checked.findings) > 0) throw new Answered(1);
    });
}

/** Whatever fails ends the process with `code`: a program that asks must not take it for an answer. */
async function failingAs<T>(code: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const words = wordsFor(error);
    if (words !== null) throw new CommandFailed(words, code);
    console.error(error);
    throw new CommandFailed("It could not check: something failed on our side, as written above.", code);
  }
}

async function check(
  draft: string,
  { against = [], language }: CheckAsked,
  terminal: Terminal,
): Promise<CheckedDraft> {
  if (against.length === 0)
    throw new CommandFailed("Say what the draft is compared with: --against transcripts/ notes.txt");
  const { readGiven, readMaterial } = await import("./material");
  const read = await readGiven(draft, terminal);
  const material = await readMaterial(against, { terminal, without: draft });
  const { checkDraft } = await import("@/lib/checking");
  const texts = material.map(({ id, title, text, day }) => ({ id, title, text, day }));
  const spoken = language ?? read.language;
  const found = checkDraft(read.text, { texts, statements: [] }, spoken ? { language: spoken } : {});
  return {
    name: read.name,
    ...{ title: read.title, text: read.text, paragraphs: read.paragraphs },
    ...{ language: found.language, findings: found.findings, searched: found.searched },
    against: material,
    madeAt: new Date(),
  };
}

async function report(checked: CheckedDraft, { json, html, docx }: CheckAsked, terminal: Terminal) {
  const { linesOf, reportHtml, summaryOf, toCheckedJson } = await import("@/lib/reports");
  const { writeWhole } = await import("./whole-file");
  const at = (file: string) => path.resolve(terminal.folder, file);
  if (html !== undefined) await writeWhole(at(html), [reportHtml(checked)]);
  if (docx !== undefined) {
    const { annotatedDocx } = await import("@/lib/reports/server");
    await writeWhole(at(docx), annotatedDocx(checked));
  }
  if (json) terminal.print(JSON.stringify(toCheckedJson(checked), null, 2));
  else for (const line of linesOf(checked)) terminal.print(line);
  terminal.tell(summaryOf(checked));
}
