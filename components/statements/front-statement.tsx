import { Grade } from "@/components/sourcing/grade";
import { Run } from "@/components/ui/tag";
import { Byline } from "./byline";
import { FormTag } from "./marks";
import { Quotation } from "./quotation";
import { SaidShort } from "./said";
import type { ShownStatement } from "./shown";
import { speakerName } from "./words";

/** The first statement of the front page, large. */
export function FrontLead({ statement }: { statement: ShownStatement }) {
  const { grade } = statement;
  return (
    <article className="lead" aria-label={`Statement by ${speakerName(statement)}`}>
      <Words statement={statement} size="lead" />
      <Run className="above-2">
        <FormTag form={statement.form} />
        <span>
          <SaidShort {...statement} />
        </span>
        <span>
          <Grade reliability={grade?.reliability ?? "F"} credibility={grade?.credibility ?? 6} withWords />
        </span>
      </Run>
    </article>
  );
}

/** One of the statements below the first. */
export function FrontStatement({ statement }: { statement: ShownStatement }) {
  return (
    <>
      <Words statement={statement} size="reading" />
      <Run className="above-1">
        <FormTag form={statement.form} />
        {statement.addressee ? <span>to {statement.addressee}</span> : null}
        <span>
          <SaidShort {...statement} />
        </span>
      </Run>
    </>
  );
}

function Words({ statement, size }: { statement: ShownStatement; size: "lead" | "reading" }) {
  return (
    <>
      <Quotation statement={statement} size={size} href={`/statements/${statement.publicId}`} />
      <Byline statement={statement} />
    </>
  );
}
