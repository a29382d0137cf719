import type { CitedStatement, Style } from "@/lib/citations";
import type { Judged } from "./judgements-json";
import type { ExportedStatement } from "./statement-json";

/** What can be taken away: one statement, a list that a search found, or all that stands on a page. */
export type ExportScope = "statement" | "list" | "speaker" | "claim" | "story" | "contradictions" | "source";

/** Every way in which statements are asked for. */
export const STATEMENT_SCOPES = [
  "statement",
  "list",
  "speaker",
  "claim",
  "story",
  "contradictions",
  "source",
] as const satisfies readonly ExportScope[];

/** A statement as every format gets it; what was judged of it stands beside it where the format asks for it. */
export type ExportEntry = ExportedStatement &
  CitedStatement & {
    readonly judged?: Judged;
    /** Where the words stand in their edition, counted in code points, where the format asks for it. */
    readonly codePoints?: readonly [start: number, end: number];
    readonly anchor: { readonly edition: { readonly retrievedAt: Date } } | null;
  };

/** What a file is of, for those formats that have a head. */
export interface Exported {
  /** "Statements with “détente”", "Story: Peace talks". */
  readonly title: string;
  /** The address of the page that shows the same. */
  readonly address: string;
  readonly madeAt: Date;
  readonly style: Style;
  /** One statement at its own address, and no list of one. */
  readonly isOne?: boolean;
}

/** A format in which statements leave the desk: one file of lib/exports each, all of them in the registry. */
export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  /** What follows the name in an address and in a file's name. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether the file is bytes that are no text, such as a zip. */
  readonly isBinary: boolean;
  /** Whether it is for programs that keep references, which is what a statement's page offers first. */
  readonly isReference?: boolean;
  /** The programs that it is for, as a sentence. */
  readonly about: string;
  readonly scopes: readonly ExportScope[];
  /** What it cannot carry, each as a phrase. */
  readonly omits: readonly string[];
  /** Whether the references in it are set in a style. */
  readonly hasStyle?: boolean;
  /** Whether it has room for what was judged. */
  readonly isFull?: boolean;
  /** Whether it counts places in code points, and not as JavaScript does. */
  readonly hasCodePoints?: boolean;
  /** The file, in pieces, made while it is read: nothing is kept but what the format itself asks for. */
  write(
    entries: AsyncIterable<ExportEntry> | Iterable<ExportEntry>,
    of: Exported,
  ): AsyncIterable<string | Uint8Array>;
}

/** A month or a day in two digits; empty where it is not known. */
export function twoDigits(part: number | undefined): string {
  if (part === undefined) return "";
  return part < 10 ? `0${part}` : `${part}`;
}
