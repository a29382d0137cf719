import { Fragment } from "react";
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
            <span>
              <Clause words={because} />
            </span>
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

/** A clause whose words of the article, between asterisks, are set as such. */
function Clause({ words }: { words: string }) {
  return words.split(/\*([^*]+)\*/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one clause, never reordered
    <Fragment key={index}>{index % 2 === 1 ? <i className="serif">{part}</i> : part}</Fragment>
  ));
}
