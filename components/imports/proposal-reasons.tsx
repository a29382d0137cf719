import { Fragment } from "react";
import { Fold } from "@/components/forms/fold.client";
import { reasonWord, type ShownProposal } from "./shown";

const SURENESS: Readonly<Record<string, string>> = {
  high: "signs like these are rarely wrong",
  medium: "check where the words begin and end, and who speaks",
  low: "weak signs: check everything",
};

/** Why the program proposes it: each reason in a plain clause, and how sure it may be. What a person marked needs no more. */
export function ProposalReasons({
  proposal: { reasons, confidence, isByHand },
}: {
  proposal: ShownProposal;
}) {
  const sureness = isByHand ? undefined : SURENESS[confidence];
  return (
    <Fold className="why" remember="reasons" isOpen>
      <summary>{isByHand ? "How it came here" : "Why this was found"}</summary>
      <ul>
        {reasons.map(({ what, because }) => (
          <li key={`${what} ${because}`}>
            <b>{reasonWord(what)}</b>
            <span>
              <Clause words={because} />
            </span>
          </li>
        ))}
        {sureness ? (
          <li>
            <b>How sure</b>
            <span>{sureness}</span>
          </li>
        ) : null}
      </ul>
    </Fold>
  );
}

/** A clause whose words of the article, between asterisks, are set as such. */
function Clause({ words }: { words: string }) {
  return words.split(/\*([^*]+)\*/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one clause, never reordered
    <Fragment key={index}>{index % 2 === 1 ? <i className="serif">{part}</i> : part}</Fragment>
  ));
}
