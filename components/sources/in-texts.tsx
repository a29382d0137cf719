import type { Route } from "next";
import type { ComponentProps } from "react";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import type { Query } from "@/lib/query";
import { FoundTexts } from "./found-texts";

const SHOWN = 5;

interface InTextsProps {
  q: string;
  query: Query;
  texts: ComponentProps<typeof FoundTexts>["texts"];
}

/** What a search finds in whole texts and nobody captured yet. */
export function InTexts({ q, query, texts }: InTextsProps) {
  const waiting = texts
    .map((text) => ({ ...text, places: text.places.filter(({ capturedAs }) => capturedAs.length === 0) }))
    .filter(({ places }) => places.length > 0)
    .slice(0, SHOWN);
  if (waiting.length === 0) return null;
  return (
    <Section
      id="in-texts"
      title="In the texts, not captured yet"
      margin="Words that the texts of sources hold and no statement does. Only the desk is shown them."
      isLast
    >
      <FoundTexts texts={waiting} query={query} />
      <p className="small noprint">
        <Link href={`/sources?${new URLSearchParams({ q })}` as Route}>All places in the texts</Link>
      </p>
    </Section>
  );
}
