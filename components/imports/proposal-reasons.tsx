import { reasonWord, type ShownProposal } from "./shown";

const SURENESS: Readonly<Record<string, string>> = {
  high: "the rule is rarely wrong",
  medium: "check the edges and the speaker",
  low: "a weak sign; check everything",
};

/** Why the program proposes it: each reason in a plain clause, and how sure the rule is. */
export function ProposalReasons({ proposal: { reasons, confidence, rule } }: { proposal: ShownProposal }) {
  return (
    <details className="why" open>
      <summary>Why this was found</summary>
      <ul>
        {reasons.map(({ what, because }) => (
          <li key={`${what} ${because}`}>
            <b>{reasonWord(what)}</b>
            <span>{because}</span>
          </li>
        ))}
        <li>
          <b>Rule</b>
          <span>
            {rule}
            {SURENESS[confidence] ? `: ${SURENESS[confidence]}` : null}
          </span>
        </li>
      </ul>
    </details>
  );
}
