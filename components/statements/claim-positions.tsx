import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { STANCES } from "@/lib/claims";
import { termOf } from "@/lib/text";

interface ClaimPositionsProps {
  positions: readonly {
    readonly stance: string;
    readonly note: string;
    readonly claim: { readonly slug: string; readonly proposition: string };
  }[];
}

/** The claims on which a statement takes a position, and which. */
export function ClaimPositions({ positions }: ClaimPositionsProps) {
  if (positions.length === 0) return null;
  return (
    <section aria-labelledby="claims-title" className="above-6">
      <h3 id="claims-title" className="label">
        What it says on a claim
      </h3>
      <ul className="support">
        {positions.map(({ stance, note, claim }) => (
          <li key={`${claim.slug} ${stance}`}>
            <StanceTag stance={stance} />
            <Link href={`/claims/${claim.slug}` as Route}>{claim.proposition}</Link>
            <p className="meta" dir="auto">
              {note}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a statement does to a claim. */
export function StanceTag({ stance }: { stance: string }) {
  const term = termOf(STANCES, stance);
  return (
    <Tag icon={term?.icon ?? "circle-help"} tone="strong">
      {term?.label ?? stance}
    </Tag>
  );
}
