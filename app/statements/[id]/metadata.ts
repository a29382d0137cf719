import type { Metadata } from "next";
import { speakerName } from "@/components/statements/words";
import { DOWNLOADS, toCitationMeta, toCslItem } from "@/lib/citations";
import { absoluteUrl } from "@/lib/http";
import type { StatementDetail } from "@/lib/statements/server";

const LONGEST = 160;

/** The head of a statement's page: for readers, for unfurling elsewhere, and for Zotero. */
export function statementMetadata(statement: StatementDetail): Metadata {
  const path = `/statements/${statement.publicId}`;
  const title = titleOf(statement);
  const description = shortened(`${denial(statement)}${statement.wording}`, LONGEST);
  return {
    title,
    description,
    alternates: {
      canonical: absoluteUrl(path),
      types: {
        "application/json": absoluteUrl(`${path}.json`),
        ...Object.fromEntries(
          DOWNLOADS.map(({ mediaType, extension }) => [mediaType, absoluteUrl(`${path}.${extension}`)]),
        ),
      },
    },
    openGraph: {
      type: "article",
      siteName: "Verbatim",
      url: absoluteUrl(path),
      title,
      description,
      ...(statement.publishedAt ? { publishedTime: statement.publishedAt.toISOString() } : {}),
    },
    twitter: { card: "summary", title, description },
    other: toCitationMeta(toCslItem(statement)),
  };
}

/** "Sami Yousafzai: “the prospects of détente now look…”" */
export function titleOf(statement: StatementDetail): string {
  return `${speakerName(statement)}: ${denial(statement)}${shortened(statement.wording, 60)}`;
}

// a wording that is denied would say the contrary if it were unfurled alone
function denial({ isDenial }: StatementDetail): string {
  return isDenial ? "denies: " : "";
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/\s+\S*$/u, "")}…`;
}
