import { db, type Prisma, type Tx } from "@/lib/db/server";
import { type Subject, WITHHELD } from "@/lib/notices";
import { tellsName } from "@/lib/speakers";
import { DECIDED_RELATIONS, MADE_PUBLIC } from "@/lib/visibility/server";
import type { NamedNote } from "./named-notes";
import type { Taken } from "./names-taken";
import { WORDED_RECORDS, type WordedRecord } from "./schema";

/** The words of one such record, and where they are read. */
export interface Words {
  readonly id: string;
  readonly givenAt: Date;
  /** What it is, for the public: "the note of a correction". */
  readonly what: string;
  /** By column. */
  readonly texts: Readonly<Record<string, string>>;
  readonly subject: Subject;
  /** The other statement of a tie. */
  readonly alsoOn: readonly Subject[];
  readonly page: NamedNote["page"];
}

const MOST_OF_EACH = 2000;
const statement = { select: { id: true, publicId: true } } as const;

interface At {
  /** Of one record; or of the newest of a speaker, or of everybody else. */
  readonly id?: string;
  readonly said?: Prisma.StatementWhereInput;
}

/** The records of each kind that visitors read, newest first: in the order of the primary key, which is that of time. */
const READ: Readonly<Record<WordedRecord, (tx: Reading, at: At) => Promise<Words[]>>> = {
  async correction(tx, { id, said = {} }) {
    const found = await tx.correction.findMany({
      where: { ...only(id), statement: { AND: [MADE_PUBLIC, said] } },
      orderBy: { id: "desc" },
      take: MOST_OF_EACH,
      select: { id: true, givenAt: true, note: true, statement },
    });
    return found.map(({ note, statement: at, ...one }) => ({
      ...{ ...one, what: "the note of a correction", texts: { note } },
      ...shownAt(at),
    }));
  },
  async retraction(tx, { id, said = {} }) {
    const found = await tx.retraction.findMany({
      where: { ...only(id), confirmedAt: { not: null }, statement: { AND: [MADE_PUBLIC, said] } },
      orderBy: { id: "desc" },
      take: MOST_OF_EACH,
      select: { id: true, proposedAt: true, confirmedAt: true, reason: true, statement },
    });
    return found.map(({ reason, statement: at, confirmedAt, proposedAt, ...one }) => ({
      ...{ ...one, givenAt: confirmedAt ?? proposedAt, what: "the reason of a retraction" },
      ...{ texts: { reason }, ...shownAt(at) },
    }));
  },
  async verdict(tx, { id, said = {} }) {
    const found = await tx.verdict.findMany({
      where: { ...only(id), supersededAt: null, statement: { AND: [MADE_PUBLIC, said] } },
      orderBy: { id: "desc" },
      take: MOST_OF_EACH,
      select: {
        ...{ id: true, givenAt: true, reasons: true, uncertainty: true, speakerAnswered: true },
        statement,
      },
    });
    return found.flatMap(({ statement: at, id: own, givenAt, ...texts }) =>
      at === null ? [] : [{ id: own, givenAt, what: "the reasons of a verdict", texts, ...shownAt(at) }],
    );
  },
  async decision(tx, { id, said }) {
    const found = await tx.relationDecision.findMany({
      where: {
        ...only(id),
        relation: {
          ...{ state: { in: [...DECIDED_RELATIONS] }, from: MADE_PUBLIC, to: MADE_PUBLIC },
          ...(said ? { OR: [{ from: said }, { to: said }] } : {}),
        },
      },
      orderBy: { id: "desc" },
      take: MOST_OF_EACH,
      select: {
        ...{ id: true, madeAt: true, reason: true },
        relation: { select: { id: true, from: statement, to: statement } },
      },
    });
    return found.map(({ relation: { id: tie, from, to }, madeAt: givenAt, reason, ...one }) => ({
      ...{ ...one, givenAt, what: "the reason of a decision on two statements", texts: { reason } },
      ...{ ...shownAt(from), subject: { type: "relation", id: tie } as const },
      alsoOn: [from, to].map((end) => ({ type: "statement", id: end.id }) as const),
    }));
  },
};

type Reading = Pick<Tx, "correction" | "retraction" | "verdict" | "relationDecision">;

const only = (id: string | undefined) => (id === undefined ? {} : { id });
const shownAt = (at: { id: string; publicId: string }) => ({
  ...{ subject: { type: "statement", id: at.id } as const, alsoOn: [] },
  page: { title: at.publicId, address: `/statements/${at.publicId}` },
});

/** One record that visitors read, and what of it tells a name that was taken away; null when nothing does. */
export async function findNamedRecord(
  tx: Reading,
  { of, id, taken }: { readonly of: WordedRecord; readonly id: string; readonly taken: Taken },
): Promise<Words | null> {
  const [found] = await READ[of](tx, { id });
  const telling = found && onlyTelling(found, taken);
  return telling && Object.keys(telling.texts).length > 0 ? telling : null;
}

/** Puts the sign of what is withheld where these words of a record are read. */
export async function withholdWords(tx: Tx, of: WordedRecord, { id, texts }: Words): Promise<void> {
  const data = Object.fromEntries(Object.keys(texts).map((column) => [column, WITHHELD]));
  const at = { where: { id }, data };
  if (of === "correction") await tx.correction.update(at);
  else if (of === "retraction") await tx.retraction.update(at);
  else if (of === "verdict") await tx.verdict.update(at);
  else await tx.relationDecision.update(at);
}

/** Of each kind the newest 2,000 at the speaker's own statements, and as many at those of others. */
export async function listNamedRecords(speakerId: string, taken: Taken): Promise<NamedNote[]> {
  const others = { OR: [{ speakerId: null }, { speakerId: { not: speakerId } }] };
  const all: NamedNote[] = [];
  for (const of of WORDED_RECORDS) {
    const found = [
      ...(await READ[of](db, { said: { speakerId } })),
      ...(await READ[of](db, { said: others })),
    ];
    // a tie of theirs with another's is in both
    for (const one of new Map(found.map((words) => [words.id, words])).values()) {
      const { id, givenAt, what, texts, page } = onlyTelling(one, taken);
      const note = Object.values(texts).join(" · ");
      if (note !== "") all.push({ of, id, givenAt, what, note, changes: [], page });
    }
  }
  return all.sort((one, other) => other.givenAt.getTime() - one.givenAt.getTime());
}

function onlyTelling(words: Words, { names, instead }: Taken): Words {
  const telling = Object.entries(words.texts).filter(([, text]) => tellsName(text, names, instead));
  return { ...words, texts: Object.fromEntries(telling) };
}
