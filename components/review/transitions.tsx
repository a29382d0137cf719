import { stateWord } from "@/components/statements/words";
import { Time } from "@/components/ui/time";

interface TransitionsProps {
  steps: readonly {
    id: string;
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
            <b>{stateWord(step.toState).label}.</b>{" "}
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
