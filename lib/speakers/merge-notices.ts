import type { Tx } from "@/lib/db/server";
import { refuseUnlessEmpty } from "@/lib/errors";
import type { Change } from "@/lib/notices";
import { roleInWords } from "./roles";

/** How the public reads of a merge: “The speaker of some statements was changed from … to …”. */
const SPEAKER_OF_SOME = "The speaker of some statements";

/** The names that visitors read: a surname and a name for matching alone are read by nobody. */
export const SHOWN_NAMES = ["alias", "former"] as const;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the public reads of statements that were one speaker's and become the other's. */
export const speakerChanged = (from: Named, to: Named): Change[] => [
  { what: SPEAKER_OF_SOME, before: from.name, after: to.name },
];

/** The names and the roles that a page shows of a speaker: those by which another's page gains, or loses them again. */
export async function shownOf(
  tx: Tx,
  speakerId: string,
  {
    names,
    roles,
  }: {
    names: { readonly kinds: readonly string[]; readonly ids?: readonly string[] };
    roles?: readonly string[];
  },
): Promise<Omit<Change, "before">[]> {
  const aliases = await tx.speakerAlias.findMany({
    where: {
      ...{ speakerId, kind: { in: [...names.kinds] } },
      ...(names.ids ? { id: { in: [...names.ids] } } : {}),
    },
    select: { name: true },
    orderBy: { id: "asc" },
  });
  const held = await tx.affiliation.findMany({
    where: { speakerId, ...(roles ? { id: { in: [...roles] } } : {}) },
    orderBy: { id: "asc" },
  });
  return [
    ...aliases.map(({ name }) => ({ what: "Another name", after: name })),
    ...held.map((role) => ({ what: "Role", after: roleInWords(role) })),
  ];
}

/** As a page gains it. */
export const gained = (shown: readonly Omit<Change, "before">[]): Change[] =>
  shown.map((one) => ({ ...one, before: "" }));

/** As a page loses it. */
export const lost = (shown: readonly Omit<Change, "before">[]): Change[] =>
  shown.map(({ what, after }) => ({ what, before: after, after: "" }));

/** Why it was done: the public note where visitors read it. @throws {Refused} when nobody says */
export function reasonOf(given: string | undefined, message: string): string {
  const reason = given?.trim() ?? "";
  refuseUnlessEmpty(reason === "" ? [{ rule: "merge.reason", message, field: "reason" }] : []);
  return reason;
}
