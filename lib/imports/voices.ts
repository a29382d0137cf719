import type { Actor } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { type DraftProposal, type SpeakerChoice, settledChoice } from "@/lib/proposals";
import type { ownDraft } from "@/lib/proposals/server";
import { keysOfName, nameKey } from "@/lib/speakers";
import {
  createSpeakers,
  rememberAlias,
  type SpeakerInput,
  type SpeakerSuggestion,
} from "@/lib/speakers/server";

type Draft = Pick<Awaited<ReturnType<typeof ownDraft>>, "outletName" | "publishedOn">;
type NewSpeaker = Extract<SpeakerChoice, { kind: "new" }>;
export type Suggestions = Map<string, SpeakerSuggestion[]>;

function choiceOf(proposal: DraftProposal, suggestions: Suggestions): SpeakerChoice {
  return settledChoice(proposal, suggestions.get(proposal.printedName ?? "") ?? []);
}
interface ToSettle {
  readonly proposals: readonly DraftProposal[];
  readonly suggestions: Suggestions;
  readonly place: { readonly publicId: string; readonly sourceId: string };
  readonly draft: Draft;
  /** The source was made a moment ago: nobody was heard in it. */
  readonly isNew?: boolean;
}

/** The speaker of each proposal; new ones are made once a name. */
export async function settleSpeakers(
  tx: Tx,
  actor: Actor,
  { proposals, suggestions, place, draft, isNew = false }: ToSettle,
): Promise<(string | null)[]> {
  const choices = proposals.map((proposal) => choiceOf(proposal, suggestions));
  // "The Taliban" and "Taliban" are one; somebody of the same name who is described otherwise is not
  const keyOf = ({ name, speakerKind, description = "" }: NewSpeaker) =>
    [speakerKind === "anonymous", keysOfName(name)[0], nameKey(description)].join();
  const fresh = new Map<string, SpeakerInput>();
  for (const choice of choices) {
    if (choice.kind !== "new" || choice.speakerKind === null || fresh.has(keyOf(choice))) continue;
    const { name, speakerKind: kind, description = "" } = choice;
    fresh.set(keyOf(choice), {
      ...{ name, kind },
      // one unnamed official is not that of another article
      description: description || (kind === "anonymous" ? heardIn(draft, place.publicId) : ""),
    });
  }
  const heard = isNew ? new Map<string, string>() : await heardBefore(tx, place.sourceId, fresh);
  const unheard = [...fresh].filter(([key]) => !heard.has(key));
  const made = await createSpeakers(
    tx,
    actor,
    unheard.map(([, input]) => input),
  );
  const idOf = new Map([...heard, ...unheard.map(([key], index) => [key, made[index]?.id ?? null] as const)]);
  for (const [index, choice] of choices.entries()) {
    const { isNameRemembered = false, printedName = null } = proposals[index] ?? {};
    if (choice.kind !== "known" || !isNameRemembered || printedName === null) continue;
    await rememberAlias(tx, actor, { speakerId: choice.speakerId, alias: printedName });
  }
  return choices.map((choice) =>
    choice.kind === "known"
      ? choice.speakerId
      : choice.kind === "new"
        ? (idOf.get(keyOf(choice)) ?? null)
        : null,
  );
}

/**
 * The new speakers whom this source was stored with before, by their keys: an import may be stored in several goes. A voice
 * without a name is that of the source, whatever was typed of it since.
 */
async function heardBefore(
  tx: Tx,
  sourceId: string,
  fresh: ReadonlyMap<string, SpeakerInput>,
): Promise<Map<string, string>> {
  if (fresh.size === 0) return new Map();
  // Statement(sourceId)
  const held = await tx.speaker.findMany({
    where: { statements: { some: { sourceId } } },
    select: { id: true, name: true, kind: true, description: true },
    orderBy: { id: "desc" },
  });
  const keyOf = ({ name, kind, description = "" }: Omit<SpeakerInput, "kind"> & { kind: string }) =>
    kind === "anonymous" ? `${nameKey(name)} unnamed` : `${keysOfName(name)[0]}, ${nameKey(description)}`;
  const ids = new Map(held.map((speaker) => [keyOf(speaker), speaker.id]));
  return new Map(
    [...fresh].flatMap(([key, input]) => {
      const id = ids.get(keyOf(input));
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}

/** What tells an anonymous voice apart from that of another article. */
function heardIn({ outletName, publishedOn }: Draft, sourceId: string): string {
  return `In ${[outletName || "a source", publishedOn.slice(0, 10)].filter(Boolean).join(", ")} (${sourceId})`;
}
