import type { Metadata } from "next";
import { pictureAt } from "@/app/picture";
import { speakerName } from "@/components/statements/words";
import { toCitationMeta } from "@/lib/citations";
import { FORMATS } from "@/lib/exports/server";
import { absoluteUrl, deskName } from "@/lib/http";
import { companyOf, shortWording, type Worded, wordedInFull } from "@/lib/statements";
import type { StatementDetail } from "@/lib/statements/server";

const LONGEST = 160;

/** The head of a statement's page: for readers, for unfurling elsewhere, and for Zotero. */
export function statementMetadata(statement: StatementDetail): Metadata {
  const path = `/statements/${statement.publicId}`;
  const title = titleOf(statement);
  const description = wordedInFull(statement, { most: LONGEST });
  const images = statement.publishedAt ? [pictureAt(path, `${title}. ${description}`)] : [];
  return {
    title,
    description,
    alternates: {
      canonical: absoluteUrl(path),
      types: {
        "application/json+oembed": `${absoluteUrl("/oembed")}?url=${encodeURIComponent(absoluteUrl(path))}&format=json`,
        ...Object.fromEntries(
          FORMATS.filter(({ scopes }) => scopes.includes("statement")).map(({ mediaType, extension }) => [
            mediaType,
            absoluteUrl(`${path}.${extension}`),
          ]),
        ),
      },
    },
    openGraph: {
      type: "article",
      siteName: deskName(),
      url: absoluteUrl(path),
      title,
      description,
      images,
      ...(statement.publishedAt ? { publishedTime: statement.publishedAt.toISOString() } : {}),
    },
    twitter: { card: "summary_large_image", title, description, images },
    other: toCitationMeta(statement),
  };
}

/** What each printed page begins with: "Retracted on 3 November 2025. Statement st-7k2m9q, version 1". */
export function printTitleOf(
  statement: Pick<StatementDetail, "publicId" | "publishedVersion"> & Worded,
): string {
  const { notice } = companyOf(statement);
  const version = statement.publishedVersion ? `, version ${statement.publishedVersion}` : "";
  return `${notice ? `${notice} ` : ""}Statement ${statement.publicId}${version}`;
}

/** "Retracted on 3 November 2025. Sami Yousafzai: “the prospects of détente now look…”"; `of` is which page of it, said behind the notice. */
export function titleOf(statement: StatementDetail, of = ""): string {
  const { notice, lead, introduction, tail } = companyOf(statement);
  const before = [lead?.toLowerCase(), introduction ? `[${introduction}]` : ""];
  const words = [...before, shortWording(statement.wording, 60)].filter(Boolean).join(" ");
  const behind = tail.length > 0 ? ` [${tail.join("; ")}]` : "";
  return [notice, of, `${speakerName(statement)}: ${words}${behind}`].filter(Boolean).join(" ");
}
