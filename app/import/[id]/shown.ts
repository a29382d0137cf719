import type { DeskItem } from "@/components/imports/desk";
import type { ShownProposal } from "@/components/imports/shown";
import type { ReaderMark } from "@/components/sources/reader";
import { formWord, speakerKindWord } from "@/components/statements/words";
import type { DraftDetail } from "@/lib/imports/server";
import {
  askedName,
  type DraftProposal,
  doubledName,
  isSpeakerOpen,
  type ShownKind,
  type SpeakerChoice,
  settledChoice,
} from "@/lib/proposals";

// the rule of what a person marked
const BY_HAND = "by-hand";

/** A proposal with the speaker that it would be stored with. */
export function shownProposal(
  proposal: DraftProposal,
  draft: Pick<DraftDetail, "suggestions" | "chosen" | "statements">,
): ShownProposal {
  const { found, choice: chosen, doubt, known, ...rest } = proposal;
  const suggested = draft.suggestions.get(proposal.printedName ?? "") ?? [];
  const choice = settledChoice(proposal, suggested);
  const doubled = doubledName(proposal, suggested);
  const picked = chosen?.kind === "known" ? draft.chosen.filter(({ id }) => id === chosen.speakerId) : [];
  const suggestions = [
    ...picked.filter(({ id }) => !suggested.some((known) => known.id === id)),
    ...suggested,
  ];
  const asked = doubled === null ? askedName(choice) : null;
  const isOpen = isSpeakerOpen(proposal, suggested);
  const isKnown = proposal.decision === "known" || proposal.statementId !== null;
  const statement = draft.statements.find(({ id }) => id === (proposal.statementId ?? known?.statementId));
  return {
    ...rest,
    choice,
    asked,
    doubled,
    suggestions,
    speaker: speakerOf(choice, suggestions),
    statementId: isKnown ? (statement?.publicId ?? null) : null,
    former: isKnown ? null : (statement ?? null),
    doubt: doubtWords(doubt, asked !== null, doubled !== null || isOpen),
    isSure: doubt === 0 && doubled === null && !isOpen,
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

function doubtWords(doubt: number, isAsked: boolean, isOpen: boolean): string | null {
  if (isAsked) return "says not what its speaker is";
  if (isOpen) return "may be a known speaker";
  return doubt === 0 ? null : doubt === 1 ? "check edges and speaker" : "weak signs";
}

/** A proposal as the keys of the desk know it. */
export function deskItem(proposal: ShownProposal): DeskItem {
  const { ordinal, decision, statementId, asked, doubled, isSure, choice } = proposal;
  const isStored = statementId !== null && decision !== "known";
  const named = { name: choice.kind === "new" ? choice.name : null, asks: asked !== null };
  return { ordinal, decision, isStored, ...named, isBlocked: doubled !== null, isSure };
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
export function markOf(
  proposal: ShownProposal,
  { publicId, order }: Pick<DraftDetail, "publicId" | "order">,
  current: number | null,
): ReaderMark {
  const { ordinal, decision, statementId, fields } = proposal;
  const word =
    decision === "known"
      ? "in the record"
      : statementId
        ? "stored"
        : decision === "pending"
          ? "to decide"
          : decision;
  return {
    id: `${ordinal}`,
    ranges: fields.pieces,
    form: fields.form,
    href: `/import/${publicId}?at=${ordinal}${order === "text" ? "" : `&order=${order}`}#p${ordinal}`,
    number: ordinal,
    label: `Proposal ${ordinal}, ${formWord(fields.form).label.toLowerCase()}, ${word}`,
    state:
      ordinal === current
        ? "now"
        : decision === "rejected"
          ? "out"
          : decision === "accepted" || decision === "known"
            ? "kept"
            : "open",
  };
}
