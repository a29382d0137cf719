import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { EVIDENCE_STANCES } from "@/lib/claims";
import { termOf } from "@/lib/text";
import { AXES } from "@/lib/verdicts";

interface Evidence {
  readonly id: string;
  readonly stance: string;
  readonly title: string;
  readonly address: string;
  readonly excerpt: string;
  readonly note: string;
  readonly source: { readonly publicId: string; readonly title: string } | null;
}

interface VerdictEvidenceProps {
  verdicts: readonly {
    readonly axis: string;
    readonly asOf: Date;
    readonly givenBy: string | null;
    readonly speakerAskedOn: Date | null;
    readonly speakerAnswered: string;
    readonly evidence: readonly Evidence[];
  }[];
}

/** On what each verdict rests: its day, who gave it, whether the speaker was asked, and the evidence with its stance. */
export function VerdictEvidence({ verdicts }: VerdictEvidenceProps) {
  if (verdicts.length === 0) return null;
  return (
    <details className="behind" open={verdicts.some(({ evidence }) => evidence.length > 0)}>
      <summary>What they rest on</summary>
      <ul className="support">
        {AXES.flatMap(({ key, label }) => {
          const verdict = verdicts.find(({ axis }) => axis === key);
          return verdict ? [<Ground key={key} label={label} verdict={verdict} />] : [];
        })}
      </ul>
    </details>
  );
}

function Ground({ label, verdict }: { label: string; verdict: VerdictEvidenceProps["verdicts"][number] }) {
  const { asOf, givenBy, speakerAskedOn, speakerAnswered, evidence } = verdict;
  return (
    <li>
      <b>{label}</b>
      <div className="stack--tight">
        {evidence.length === 0 ? <p className="small">No evidence is recorded beside the reasons.</p> : null}
        {evidence.map((piece) => (
          <div key={piece.id}>
            <Tag icon={termOf(EVIDENCE_STANCES, piece.stance)?.icon ?? "text-select"}>
              {termOf(EVIDENCE_STANCES, piece.stance)?.label ?? piece.stance}
            </Tag>{" "}
            <Named piece={piece} />
            {piece.excerpt ? (
              <blockquote className="q q--1" dir="auto">
                <p>{piece.excerpt}</p>
              </blockquote>
            ) : null}
            {piece.note ? <p dir="auto">{piece.note}</p> : null}
          </div>
        ))}
      </div>
      <p className="meta">
        As of <Time value={asOf} precision="day" isShort />
        {givenBy ? `, ${givenBy}` : null}
        {speakerAskedOn ? (
          <>
            <br />
            Speaker asked <Time value={speakerAskedOn} precision="day" isShort />:{" "}
            <span dir="auto">{speakerAnswered || "no answer recorded"}</span>
          </>
        ) : speakerAnswered ? (
          <>
            <br />
            Of the speaker: <span dir="auto">{speakerAnswered}</span>
          </>
        ) : null}
      </p>
    </li>
  );
}

function Named({ piece }: { piece: Evidence }) {
  if (piece.source)
    return (
      <Link href={`/sources/${piece.source.publicId}` as Route}>
        <bdi>{piece.source.title}</bdi>
      </Link>
    );
  if (piece.address) {
    return (
      <a href={piece.address} rel="external">
        {piece.title || piece.address}
      </a>
    );
  }
  return <>{piece.title}</>;
}
