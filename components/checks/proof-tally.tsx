import { Icon } from "@/components/ui/icon";
import { Bar } from "@/components/ui/table";
import { PROOF_STATES, type ProofState } from "@/lib/checks";
import { PROOF_DRAWN } from "./proof-words";

/** How many words are in each state; the legend of the drawing at once. */
export function ProofTally({
  counts,
  words,
}: {
  counts: Readonly<Record<ProofState, number>>;
  words: number;
}) {
  return (
    <dl className="proof__tally">
      {PROOF_STATES.map(({ key, label }) => (
        <div key={key}>
          <dt>
            <Icon name={PROOF_DRAWN[key].icon} /> <span className={`proof__w--${key}`}>{label}</span>
          </dt>
          <dd>
            {counts[key].toLocaleString("en-GB")} <span className="small">{shareOf(counts[key], words)}</span>
            <Bar value={counts[key]} max={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function shareOf(count: number, words: number): string {
  const share = words === 0 ? 0 : (100 * count) / words;
  return `${share > 0 && share < 1 ? "under 1" : Math.floor(share)} %`;
}
