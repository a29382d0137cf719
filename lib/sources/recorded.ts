import { among, freeIds, type Tx } from "@/lib/db/server";
import type { Refusal } from "@/lib/errors";
import { namesInByline, storeNames } from "@/lib/names";
import { sourceKeyOf } from "@/lib/query";
import type { DatePrecision } from "@/lib/text";
import type { SourceKind } from "./model";

/** What is recorded of a source with its first text. */
export interface SourceInput {
  readonly title: string;
  readonly kind?: SourceKind;
  readonly outletId?: string | null;
  readonly address?: string | null;
  readonly author?: string | null;
  readonly publishedOn?: Date | null;
  readonly publishedOnPrecision?: DatePrecision | null;
  /** BCP 47. Default "en". */
  readonly language?: string;
  /** The text of the first edition. */
  readonly text: string;
  /** Where pages and seconds stand in it, as lib/articles stores them. */
  readonly marks?: string | null;
  /** When it was taken from its publisher; left out, now. */
  readonly retrievedAt?: Date | null;
}

/** What keeps a source from being recorded. */
export function sourceRefusals({ title, text }: Pick<SourceInput, "title" | "text">): Refusal[] {
  const untitled = { rule: "source.titled", message: "Give the source a title.", field: "title" };
  return [...(title.trim() === "" ? [untitled] : []), ...textRefusals(text)];
}

/** What is recorded of a source besides its text, as its columns hold it. */
export function sourceFields(input: SourceInput) {
  return {
    title: input.title.trim(),
    searchKey: sourceKeyOf({ title: input.title, author: input.author ?? null }),
    kind: input.kind ?? "article",
    outletId: input.outletId ?? null,
    address: input.address?.trim() || null,
    author: input.author?.trim() || null,
    authorNames: storeNames(namesInByline(input.author ?? null)),
    publishedOn: input.publishedOn ?? null,
    publishedOnPrecision: input.publishedOn ? (input.publishedOnPrecision ?? "day") : null,
    language: input.language ?? "en",
  };
}

export function textRefusals(text: string) {
  if (text.trim() === "")
    return [{ rule: "edition.text", message: "There is no text in it.", field: "text" }];
  return text.includes("\u0000")
    ? [{ rule: "edition.no_nul", message: "The text holds NUL characters.", field: "text" }]
    : [];
}

export const freeSourceIds = (tx: Tx, count: number) =>
  freeIds(tx, "src", {
    count,
    findTaken: (at, tried) =>
      at.source.findMany({
        where: { publicId: among(tried) },
        select: { publicId: true },
        orderBy: { id: "asc" },
      }),
  });
