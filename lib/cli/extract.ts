import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import type { Proposal } from "@/lib/extraction";
import { guessLanguage } from "@/lib/text";
import { CommandFailed, decodeUtf8, type Terminal } from "./terminal";

/** So much of the words themselves stands in a line; what must be read with them is never cut. */
const MOST_WORDS = 90;

/** `extract`: what the importer would propose for a text, without storing anything. */
export function addExtract(program: Command, terminal: Terminal): void {
  program
    .command("extract")
    .summary("find the attributed statements of a text")
    .description(
      "Finds the attributed statements of a UTF-8 text and stores nothing. Offsets count UTF-16 code units.",
    )
    .argument("[file]", "the text; standard input when it is left out or “-”", "-")
    .option("--json", "print every proposal with its offsets and reasons as JSON")
    .option(
      "--language <code>",
      "the language of the text (BCP 47, such as de); left out it is guessed, for each line of --jsonl by itself",
    )
    .option("--jsonl", 'read one {"id", "text"} a line and print the found quotes of each, for measuring')
    .action(async (file: string, options: { json?: boolean; jsonl?: boolean; language?: string }) => {
      const text =
        file === "-" ? await terminal.readInput() : await readText(path.resolve(terminal.folder, file));
      if (options.jsonl) return printRows(text, terminal, options.language ?? null);
      const { extract } = await import("@/lib/extraction");
      const language = options.language ?? languageOf(text);
      const proposals = extract(text, { language });
      const inFull = await reader(text);
      if (options.json) {
        const told = proposals.map((proposal) => ({ inFull: inFull(proposal), ...proposal }));
        return terminal.print(JSON.stringify({ proposals: told }, null, 2));
      }
      for (const proposal of proposals) {
        const { form, speaker, confidence } = proposal;
        const name = speaker === null ? "nobody named" : (speaker.canonical ?? speaker.mention.text);
        const said = inFull(proposal, { most: MOST_WORDS }).replace(/\s+/gu, " ");
        terminal.print(`${form.padEnd(8)} ${confidence.padEnd(6)} ${name}: ${said}`);
      }
      terminal.tell(`${proposals.length} found`);
    });
}

/** Gives the words of a proposal with what must be read with them, on one line: docs/decisions/014. */
async function reader(text: string) {
  const { wordsAsRead } = await import("@/lib/extraction");
  const { introductionOf } = await import("@/lib/proposals");
  const { wordedInFull } = await import("@/lib/statements");
  return (proposal: Proposal, options: { most?: number } = {}): string => {
    const { pieces, asRead, form, isDenial, chain } = proposal;
    const places = pieces.map(({ startUtf16, endUtf16 }) => [startUtf16, endUtf16] as const);
    const words = asRead?.join(" … ") ?? wordsAsRead(proposal.wording);
    return wordedInFull(
      {
        ...{ wording: words, form, isDenial, language: "en", state: "captured" },
        introduction: introductionOf(text, proposal, places),
        editMarks: JSON.stringify(places.slice(1).map(() => ({ kind: "splice" }))),
        hops: chain.map((voice) => ({ name: wordsAsRead(voice.text) })),
        ...{ originalWording: null, originalLanguage: null, translatedBy: null },
        ...{ verdicts: [], corrections: [], retractions: [] },
      },
      options,
    );
  };
}

const documentSchema = z.object({ id: z.string(), text: z.string() });

async function printRows(lines: string, terminal: Terminal, language: string | null): Promise<void> {
  const { extract, toScorerRow } = await import("@/lib/extraction");
  for (const [index, line] of lines.split("\n").entries()) {
    if (line.trim() === "") continue;
    const document = documentSchema.safeParse(parseJson(line));
    if (!document.success) throw new CommandFailed(`Line ${index + 1} is not {"id": "…", "text": "…"}.`);
    const { id, text } = document.data;
    terminal.print(
      JSON.stringify(toScorerRow(id, text, extract(text, { language: language ?? languageOf(text) }))),
    );
  }
}

const languageOf = (text: string) => guessLanguage(text)?.language ?? "en";

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function readText(file: string): Promise<string> {
  try {
    return decodeUtf8(await readFile(file), file);
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandFailed(code === "ENOENT" ? `There is no file ${file}.` : message);
  }
}
