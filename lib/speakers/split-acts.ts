import { appendAudits } from "@/lib/audit/server";
import type { Actor } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import type { Change } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { gained, lost, SHOWN_NAMES, shownOf, speakerChanged } from "./merge-notices";
import type { GivenName, MovedName } from "./merged-names";

/** What a split moved, as it is kept: enough to take it back. */
export interface Moved {
  readonly statements: readonly string[];
  readonly hops: readonly string[];
  readonly roles: readonly string[];
  /** With the id that each had where it was taken from. */
  readonly names: readonly (MovedName & { readonly id?: string })[];
  readonly added: readonly GivenName[];
  /** Whether the other was made for it. */
  readonly isNew: boolean;
}

export interface Who {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly description: string;
}

/** The states of what visitors read, or read before it was retracted. */
export const READ = ["published", "retracted"] as const;

interface Passing {
  readonly from: Who;
  readonly into: Who;
  /** The statements among those that move that visitors read. */
  readonly published: readonly string[];
  /** The names and roles that go along. */
  readonly given: { readonly ids: readonly string[]; readonly roles: readonly string[] };
  readonly note: string | undefined;
}

/** Passes the guard of what visitors read: of whose the statements are, of what the one page loses and the other gains. */
export async function passAll(
  tx: Tx,
  actor: Actor,
  { from, into, published, given, note }: Passing,
): Promise<boolean> {
  const shown = await shownOf(tx, from.id, {
    ...{ names: { kinds: SHOWN_NAMES, ids: given.ids }, roles: given.roles },
  });
  const at = ({ id }: Who) => ({ type: "speaker" as const, id });
  const pass = (who: Who, other: Who, changes: readonly Change[]) =>
    passPublicEdit(tx, actor, { subject: at(who), leadsTo: [at(other)], changes, note });
  const [first] = published;
  const passed = [
    first === undefined
      ? false
      : await passPublicEdit(tx, actor, {
          ...{ subject: at(from), restsOn: [{ type: "statement", id: first }], alsoOn: [at(into)] },
          ...{ changes: speakerChanged(from, into), note },
        }),
    // of one whom nobody reads of, the other's page says what it gains or loses, and not whose it was
    await pass(from, into, lost(shown)),
    await pass(into, from, gained(shown)),
  ];
  return passed.some(Boolean);
}

interface Told {
  readonly splitId: string;
  readonly from: Who;
  readonly into: Who;
  readonly moved: Moved;
  readonly reason: string;
}

/** The log has the act at both speakers: whoever had a hand in the one has it in the other. Of a voice without a name it names no other. */
export async function tell(
  tx: Tx,
  actor: Actor,
  action: string,
  { splitId, from, into, moved, reason }: Told,
): Promise<void> {
  const isNamed = ![from.kind, into.kind].includes("anonymous");
  const after = {
    ...(isNamed ? { splitId, from: from.slug, into: into.slug } : {}),
    ...{ statements: moved.statements.length, attributions: moved.hops.length, roles: moved.roles.length },
    names: moved.names.map(({ name }) => name),
  };
  await appendAudits(
    tx,
    [from, into].map(({ id }) => ({
      ...{ actor, action, subjectType: "speaker", subjectId: id },
      ...{ after, ...(isNamed ? { reason } : {}) },
    })),
  );
}
