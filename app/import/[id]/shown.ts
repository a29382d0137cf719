import type { ShownProposal } from "@/components/imports/shown";
import type { ReaderMark } from "@/components/sources/reader";
import { formWord, speakerKindWord } from "@/components/statements/words";
import type { DraftDetail } from "@/lib/imports/server";
import {
  askedName,
  type DraftProposal,
  doubledName,
  type ShownKind,
  type SpeakerChoice,
  settledChoice,
} from "@/lib/proposals";

// the rule of what a person marked
const BY_HAND = "by-hand";

/** A proposal with the speaker that it would be stored with. */
export function shownProposal(proposal: DraftProposal, draft: DraftDetail): ShownProposal {
  const { found, choice: chosen, ...rest } = proposal;
  const suggested = draft.suggestions.get(proposal.printedName ?? "") ?? [];
  const choice = settledChoice(proposal, suggested);
  const doubled = doubledName(proposal, suggested);
  const picked = chosen?.kind === "known" ? draft.chosen.filter(({ id }) => id === chosen.speakerId) : [];
  const suggestions = [
    ...picked.filter(({ id }) => !suggested.some((known) => known.id === id)),
    ...suggested,
  ];
  return {
    ...rest,
    choice,
    asked: doubled === null ? askedName(choice) : null,
    doubled,
    suggestions,
    speaker: speakerOf(choice, suggestions),
    statementId: draft.statements.find(({ id }) => id === proposal.statementId)?.publicId ?? null,
    reasons: [
      ...found.evidence.map(({ what, because }) => ({
        what: found.rule === BY_HAND ? "hand" : what,
        because,
      })),
      ...(choice.kind === "new" && proposal.shownKind && !isTold(found, proposal.shownKind)
        ? [{ what: "kind", because: kindReason(proposal.shownKind) }]
        : []),
    ],
    confidence: found.confidence,
    isByHand: found.rule === BY_HAND,
    hops: found.chain.map(({ text }) => ({ name: text })),
  };
}

/** The new speakers of whom nobody said yet what they are, in the order in which they ask. */
export function askedOf(proposals: readonly ShownProposal[]) {
  const waiting = proposals.filter(({ asked, decision }) => asked !== null && decision === "pending");
  const names = [...new Set(waiting.flatMap(({ asked }) => asked ?? []))];
  return names.map((name) => {
    const those = waiting.filter(({ asked }) => asked === name);
    return { name, ordinal: those[0]?.ordinal ?? 1, proposals: those.length };
  });
}

/** Whether the reasons of the find say it already. */
function isTold({ evidence }: DraftProposal["found"], { because }: ShownKind): boolean {
  return evidence.some((one) => one.because.includes(because));
}

function kindReason({ kind, because }: ShownKind): string {
  return `${speakerKindWord(kind).label.toLowerCase()}: ${because}`;
}

function speakerOf(
  choice: SpeakerChoice,
  suggestions: readonly { id: string; name: string; slug: string; kind: string }[],
): ShownProposal["speaker"] {
  if (choice.kind === "none") return null;
  if (choice.kind === "new") return { name: choice.name, slug: null, kind: choice.speakerKind };
  return suggestions.find(({ id }) => id === choice.speakerId) ?? null;
}

/** How a proposal is drawn in the article. */
export function markOf(proposal: ShownProposal, draftId: string, current: number | null): ReaderMark {
  const { ordinal, decision, statementId, fields } = proposal;
  const word = statementId ? "stored" : decision === "pending" ? "to decide" : decision;
  return {
    id: `${ordinal}`,
    ranges: fields.pieces,
    form: fields.form,
    href: `/import/${draftId}?at=${ordinal}#p${ordinal}`,
    number: ordinal,
    label: `Proposal ${ordinal}, ${formWord(fields.form).label.toLowerCase()}, ${word}`,
    state:
      ordinal === current
        ? "now"
        : decision === "rejected"
          ? "out"
          : decision === "accepted"
            ? "kept"
            : "open",
  };
}
