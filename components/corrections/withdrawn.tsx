import { Time } from "@/components/ui/time";

/** Where on the page of a review each is proposed. */
const FORMS = { correction: "correct", retraction: "retract" } as const;

interface WithdrawnProps {
  statementId: string;
  what: keyof typeof FORMS;
  proposals: readonly {
    readonly id: string;
    /** What the public would have read. */
    readonly text: string;
    readonly by: string | null;
    readonly why: string;
    readonly withdrawnAt: Date;
  }[];
}

/** What was proposed and withdrawn: nothing of it has to be typed again. */
export function Withdrawn({ statementId, what, proposals }: WithdrawnProps) {
  if (proposals.length === 0) return null;
  return (
    <section className="stack stack--tight" aria-label={`Withdrawn: ${what}`}>
      {proposals.map(({ id, text, by, why, withdrawnAt }) => (
        <div key={id} className="small">
          <p>
            The {what} of {by ?? "an editor"} was withdrawn <Time value={withdrawnAt} precision="time" />:{" "}
            <q dir="auto">{text}</q>
          </p>
          <p className="meta" dir="auto">
            Why: {why}
          </p>
          <a className="btn btn--sm" href={`/review/${statementId}?again=${id}#${FORMS[what]}`}>
            Fill it in again<span className="vh">: {text}</span>
          </a>
        </div>
      ))}
    </section>
  );
}
