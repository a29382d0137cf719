import type { Actor } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { doubledName, isSpeakerOpen, settledChoice } from "@/lib/proposals";
import { nameKey, SPEAKER_KINDS, type SpeakerKind } from "@/lib/speakers";
import { type SpeakerSuggestion, suggestSpeakers } from "@/lib/speakers/server";
import type { StatementRow } from "./model";

/** What is known of a name of a table: what it shows, or what a person said of it. */
export interface SaidOfName {
  /** The name as it is kept; null where what stands there names nobody. */
  readonly name: string | null;
  readonly kind: SpeakerKind | null;
  /** A person said it: a kind is a new speaker then, whoever else is called so. */
  readonly isSaid: boolean;
  /** The known speaker who is meant. */
  readonly speakerId: string | null;
}
export type SaidOfNames = Readonly<Record<string, SaidOfName>>;

/** Who speaks in the rows that print a name alike. */
export interface Voice {
  readonly key: string;
  /** As the table prints it. */
  readonly printed: string;
  readonly rows: number;
  readonly firstRow: number;
  readonly settled:
    | {
        readonly how: "known";
        readonly speakerId: string;
        readonly name: string;
        readonly role: string | null;
      }
    | { readonly how: "new"; readonly name: string; readonly kind: SpeakerKind }
    | { readonly how: "asked"; readonly about: "kind" | "namesakes" | "surname" }
    | { readonly how: "nobody" };
  /** The known speakers who may be meant. */
  readonly suggestions: readonly SpeakerSuggestion[];
  readonly isSaid: boolean;
}

/** What makes two rows have one speaker: what the index of names has alike. */
export const voiceKey = (printed: string) => nameKey(printed).slice(0, 200);

/** The voices of a table by their keys; a row that names nobody has none. @throws {Forbidden} */
export async function voicesOf(
  tx: Tx,
  actor: Actor,
  rows: readonly StatementRow[],
  said: SaidOfNames,
): Promise<Map<string, Voice>> {
  const groups = new Map<string, StatementRow[]>();
  for (const row of rows) {
    const key = voiceKey(row.speaker);
    const group = groups.get(key);
    if (group) group.push(row);
    else if (key !== "") groups.set(key, [row]);
  }
  const printed = [...groups.values()].map(([first]) => first?.speaker ?? "");
  const suggestions = await suggestSpeakers(tx, actor, printed);
  const voices = new Map<string, Voice>();
  for (const [key, group] of groups) {
    const [first] = group;
    if (!first) continue;
    const found = suggestions.get(first.speaker) ?? [];
    const column = group.find(({ speakerKind }) => speakerKind !== null)?.speakerKind ?? null;
    voices.set(key, {
      ...{ key, printed: first.speaker, rows: group.length, firstRow: first.number },
      settled: settle(first.speaker, said[key], column, found),
      ...{ suggestions: found, isSaid: said[key]?.isSaid ?? false },
    });
  }
  return voices;
}

function settle(
  printed: string,
  said: SaidOfName | undefined,
  column: SpeakerKind | null,
  suggestions: readonly SpeakerSuggestion[],
): Voice["settled"] {
  const byHand = suggestions.find(({ id }) => id === said?.speakerId);
  if (byHand) return { how: "known", speakerId: byHand.id, name: byHand.name, role: byHand.role };
  if (said?.isSaid && said.kind !== null) return { how: "new", name: said.name || printed, kind: said.kind };
  if (said && said.name === null) return { how: "nobody" };
  const kind = column ?? said?.kind ?? null;
  const found = {
    ...{ choice: null, printedName: said?.name || printed },
    shownKind: kind === null ? null : { kind, because: "" },
  };
  if (doubledName(found, suggestions) !== null) return { how: "asked", about: "namesakes" };
  const choice = settledChoice(found, suggestions);
  if (choice.kind === "known") {
    const {
      id = "",
      name = printed,
      role = null,
    } = suggestions.find(({ id }) => id === choice.speakerId) ?? {};
    return { how: "known", speakerId: id, name, role };
  }
  if (isSpeakerOpen(found, suggestions)) return { how: "asked", about: "surname" };
  return kind === null ? { how: "asked", about: "kind" } : { how: "new", name: found.printedName, kind };
}

/** The names of a table of which nothing is known yet and whom the record does not hold, each with a role that stands beside it. */
export async function unknownNames(
  tx: Tx,
  actor: Actor,
  rows: readonly StatementRow[],
  said: SaidOfNames,
): Promise<{ key: string; name: string; role: string }[]> {
  const voices = await voicesOf(tx, actor, rows, said);
  const roles = new Map<string, string>();
  for (const { speaker, role } of rows) if (role !== "") roles.set(voiceKey(speaker), role);
  return [...voices.values()]
    .filter(({ key, settled }) => said[key] === undefined && settled.how === "asked")
    .map(({ key, printed }) => ({ key, name: printed, role: roles.get(key) ?? "" }));
}

/** What was kept of names, as it is read again. */
export function readSaid(stored: string): SaidOfNames {
  const read = JSON.parse(stored) as Record<string, SaidOfName>;
  return Object.fromEntries(
    Object.entries(read).map(([key, { kind, ...rest }]) => [
      key,
      { ...rest, kind: SPEAKER_KINDS.find((one) => one === kind) ?? null },
    ]),
  );
}
