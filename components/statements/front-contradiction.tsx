import { RelationLabel } from "@/components/relations/relation-label";
import type { Worded } from "@/lib/statements";
import { Quotation } from "./quotation";
import { speakerName } from "./words";

interface Side extends Worded {
  readonly publicId: string;
  readonly attribution: string;
  readonly speaker: { readonly name: string } | null;
}

interface FrontContradictionProps {
  relation: { readonly type: string; readonly state: string; readonly from: Side; readonly to: Side };
}

/** Two statements that are not reconciled yet, one under the other. */
export function FrontContradiction({ relation: { type, state, from, to } }: FrontContradictionProps) {
  return (
    <div className="stack--tight">
      <p className="meta">
        <RelationLabel type={type} state={state} isFromReader />
      </p>
      {[from, to].map((side) => (
        <div key={side.publicId}>
          <Quotation statement={side} size="list" href={`/statements/${side.publicId}`} />
          <p className="small">
            <bdi>{speakerName(side)}</bdi>
          </p>
        </div>
      ))}
    </div>
  );
}
