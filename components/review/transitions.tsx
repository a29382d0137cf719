import { stateWord } from "@/components/statements/words";
import { Time } from "@/components/ui/time";

interface TransitionsProps {
  steps: readonly {
    id: string;
    fromState: string;
    toState: string;
    actor: string | null;
    actorRole: string;
    reason: string;
    at: Date;
  }[];
}

/** Every step so far, newest first: who, in which role, when and why. */
export function Transitions({ steps }: TransitionsProps) {
  if (steps.length === 0) return <p className="small">Captured; nobody has taken it yet.</p>;
  return (
    <ol className="log">
      {steps.map((step) => (
        <li key={step.id}>
          <Time value={step.at} isShort />
          <div>
            <b>{stepWord(step)}.</b>{" "}
            <span className="meta">
              {step.actor ?? "Verbatim"}, {step.actorRole}
            </span>
            {step.reason ? <p dir="auto">{step.reason}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A step that leaves the state is a change within it. */
function stepWord({ fromState, toState }: { fromState: string; toState: string }): string {
  if (fromState !== toState) return stateWord(toState).label;
  return toState === "published" ? "Corrected, the next version" : "Given to a reviewer";
}
