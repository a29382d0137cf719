import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { EVIDENCE_STANCES } from "@/lib/claims";
import { termOf } from "@/lib/text";

export interface EvidenceShown {
  id: string;
  stance: string;
  title: string;
  address: string;
  excerpt: string;
  note: string;
  source: { publicId: string; title: string } | null;
}

/** The evidence under a decision, each with what it does. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceShown[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className="list meta">
      {evidence.map((one) => {
        const stance = termOf(EVIDENCE_STANCES, one.stance);
        return (
          <li key={one.id}>
            <Tag icon={stance?.icon ?? "circle-help"} tone="strong">
              {stance?.label ?? one.stance}
            </Tag>{" "}
            <Named evidence={one} />
            {one.excerpt ? <p dir="auto">“{one.excerpt}”</p> : null}
            {one.note ? <p dir="auto">{one.note}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Named({ evidence }: { evidence: EvidenceShown }) {
  if (evidence.source) {
    return (
      <Link href={`/sources/${evidence.source.publicId}` as Route}>
        <bdi>{evidence.source.title}</bdi>
      </Link>
    );
  }
  if (!evidence.address) return evidence.title;
  return (
    <a href={evidence.address} rel="noopener nofollow">
      {evidence.title || evidence.address}
    </a>
  );
}
