import { precisionOf } from "@/components/statements/said";
import { Time } from "@/components/ui/time";

interface Affiliation {
  readonly id: string;
  readonly role: string;
  readonly body: string;
  readonly heldFrom: Date | null;
  readonly heldFromPrecision: string | null;
  readonly heldTo: Date | null;
  readonly heldToPrecision: string | null;
}

/** Roles through time. What is not recorded before, between and after them is drawn as a gap. */
export function SpeakerRoles({ affiliations }: { affiliations: readonly Affiliation[] }) {
  if (affiliations.length === 0) {
    return <p className="small">No role is recorded beside those that the statements print.</p>;
  }
  const [first] = affiliations;
  return (
    <ol className="roles roles--many">
      {first?.heldFrom ? <Gap /> : null}
      {affiliations.map((held) => (
        <li key={held.id} className="held">
          <b>{[held.role, held.body].filter(Boolean).join(", ")}</b>
          <span>
            <Held {...held} />
          </span>
        </li>
      ))}
      {affiliations.at(-1)?.heldTo ? <Gap /> : null}
    </ol>
  );
}

function Gap() {
  return (
    <li className="gap">
      <span>Not recorded</span>
    </li>
  );
}

function Held({ heldFrom, heldFromPrecision, heldTo, heldToPrecision }: Affiliation) {
  if (!heldFrom && !heldTo) return <>from when to when is not recorded</>;
  return (
    <>
      {heldFrom ? (
        <>
          from <Time value={heldFrom} precision={precisionOf(heldFromPrecision)} />
        </>
      ) : (
        "from a day not recorded"
      )}
      {heldTo ? (
        <>
          {" "}
          to <Time value={heldTo} precision={precisionOf(heldToPrecision)} />
        </>
      ) : null}
    </>
  );
}
