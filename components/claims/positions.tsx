import { Byline } from "@/components/statements/byline";
import { StateTag } from "@/components/statements/marks";
import { Quotation } from "@/components/statements/quotation";
import { SaidShort } from "@/components/statements/said";
import { Tag } from "@/components/ui/tag";
import { STANCES } from "@/lib/claims";
import type { Worded } from "@/lib/statements";
import { termOf } from "@/lib/text";

interface PositionShown {
  id: string;
  stance: string;
  note: string;
  statement: Worded & {
    publicId: string;
    attribution: string;
    roleThen: string;
    saidOn: Date | null;
    saidOnPrecision: string | null;
    saidOnNote: string;
    speaker: { slug: string; name: string } | null;
    source: { publishedOn: Date | null; publishedOnPrecision: string | null };
  };
}

const SIDES = [
  { side: "for", title: "For it" },
  { side: "against", title: "Against it" },
  { side: "neither", title: "Neither" },
] as const;

/** Every position on one claim, for and against in two columns, each in the order in which it was said. */
export function Positions({ positions }: { positions: readonly PositionShown[] }) {
  const sideOf = (stance: string) => termOf(STANCES, stance)?.side ?? "neither";
  return (
    <div className="sides">
      {SIDES.map(({ side, title }) => {
        const here = positions.filter(({ stance }) => sideOf(stance) === side);
        if (here.length === 0 && side === "neither") return null;
        return (
          <section key={side} aria-labelledby={`side-${side}`}>
            <h3 className="label" id={`side-${side}`}>
              {title} <span className="num meta">{here.length}</span>
            </h3>
            {here.length === 0 ? (
              <p className="small">No statement on record.</p>
            ) : (
              <ol className="list">
                {here.map((position) => (
                  <Position key={position.id} position={position} />
                ))}
              </ol>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Position({ position: { stance, note, statement } }: { position: PositionShown }) {
  const known = termOf(STANCES, stance);
  return (
    <li data-list-item>
      {/* a denial already says so in front of its words */}
      {statement.isDenial && stance === "denies" ? null : (
        <Tag icon={known?.icon ?? "circle-help"} tone="strong">
          {known?.label ?? stance}
        </Tag>
      )}
      <Quotation statement={statement} href={`/statements/${statement.publicId}`} />
      <Byline statement={statement} isLinked>
        <SaidShort {...statement} />
      </Byline>
      {note ? (
        <p className="small" dir="auto">
          {note}
        </p>
      ) : null}
      {statement.state === "published" ? null : <StateTag state={statement.state} />}
    </li>
  );
}
