import type { ReactNode } from "react";
import type { Fact } from "@/components/ui/facts";
import { Facts } from "@/components/ui/facts";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { CORROBORATIONS, CREDIBILITIES, FACETS, RELIABILITIES } from "@/lib/sourcing";
import { labelOf, type Term, termOf } from "@/lib/text";
import { Grade } from "./grade";

export interface SourcingShown {
  attributionTerms: string;
  sourceIdentity: string;
  channel: string;
  proximity: string;
  origin: string;
  wordingBasis: readonly string[];
  interest: readonly string[];
  sensitivity: readonly string[];
  reliability: string;
  credibility: number;
  embargoedUntil?: Date | string | null | undefined;
  note?: string | undefined;
}

interface SourcingGlanceProps {
  /** Null while nobody has assessed it. */
  sourcing: SourcingShown | null;
  /** Computed, never typed in. */
  corroboration: string;
}

/** The grade with its words, and every facet on ruled lines. */
export function SourcingGlance({ sourcing, corroboration }: SourcingGlanceProps) {
  if (!sourcing) {
    return (
      <p>
        <Tag icon="circle-dashed">Nobody has assessed the sourcing yet</Tag>
      </p>
    );
  }
  return (
    <div className="srcg-room">
      <div className="srcg">
        <div className="srcg__g">
          <Grade reliability={sourcing.reliability} credibility={sourcing.credibility} isLarge />
          <dl>
            <dt>Source</dt>
            <dd>
              {sourcing.reliability}, {labelOf(RELIABILITIES, sourcing.reliability)}
            </dd>
            <dt>Information</dt>
            <dd>
              {sourcing.credibility}, {labelOf(CREDIBILITIES, String(sourcing.credibility))}
            </dd>
          </dl>
        </div>
        <Facts columns={2} facts={[...facetFacts(sourcing), ...closingFacts(sourcing, corroboration)]} />
      </div>
    </div>
  );
}

function facetFacts(sourcing: SourcingShown): Fact[] {
  return FACETS.map((facet) => ({
    name: facet.label,
    value: facetValue(facet.terms, sourcing[facet.key]),
  }));
}

function facetValue(terms: readonly Term[], value: string | readonly string[]): ReactNode {
  if (typeof value === "string") return labelOf(terms, value);
  return value.length === 0 ? "None recorded" : value.map((key) => labelOf(terms, key)).join(", ");
}

function closingFacts(sourcing: SourcingShown, corroboration: string): Fact[] {
  const facts: Fact[] = [
    {
      name: "Corroboration",
      value: (
        <>
          <Tag icon={termOf(CORROBORATIONS, corroboration)?.icon ?? "circle-dashed"}>
            {labelOf(CORROBORATIONS, corroboration)}
          </Tag>{" "}
          <span className="small">computed from relations and origins</span>
        </>
      ),
    },
  ];
  if (sourcing.embargoedUntil) {
    facts.push({ name: "Embargoed until", value: <Time value={sourcing.embargoedUntil} precision="time" /> });
  }
  if (sourcing.note) facts.push({ name: "Note", value: <span dir="auto">{sourcing.note}</span> });
  return facts;
}
