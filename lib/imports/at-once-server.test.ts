import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Refused } from "@/lib/errors";
import { acceptAll } from "@/lib/proposals/server";
import { makeUser } from "@/prisma/factories";
import { createDraft, getDraft, storeDraft } from "./server";

let count = 0;
const article = (name: string) =>
  `Talks at once, number ${++count}\n\n“We will sign the treaty tomorrow,” Dr ${name} said. “Nobody will stop us.”`;

interface Open {
  readonly actor: Actor;
  readonly draftId: string;
}

/** A reporter of its own with an import in which everything is accepted. */
async function accepted(text: string, address = ""): Promise<Open> {
  const actor = await makeUser("reporter");
  const { draftId } = await createDraft(actor, { text, address });
  await acceptAll(actor, { draftId });
  return { actor, draftId };
}

const storeAll = (drafts: readonly Open[]) =>
  Promise.allSettled(drafts.map(({ actor, draftId }) => storeDraft(actor, { draftId })));
const values = <T>(outcomes: readonly PromiseSettledResult<T>[]) =>
  outcomes.map((outcome) => {
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  });

test("imports that bring one new speaker are all stored, with one speaker", async () => {
  const drafts = [];
  for (let one = 0; one < 3; one++) drafts.push(await accepted(article("Quill Ardent")));
  const outcomes = values(await storeAll(drafts));
  expect(outcomes.map(({ pending, stored }) => [pending, stored > 0])).toEqual(Array(3).fill([0, true]));
  const speakers = await db.speaker.findMany({
    where: { name: "Quill Ardent" },
    include: { _count: { select: { statements: true } } },
    orderBy: { id: "asc" },
  });
  const all = outcomes.reduce((sum, { stored }) => sum + stored, 0);
  expect(speakers.map(({ _count }) => _count.statements)).toEqual([all]);
});

test("two texts of one address are two editions of one source, and say nothing twice", async () => {
  const address = "https://example.test/at-once";
  const text = article("Una Weld");
  const drafts = [
    await accepted(text, address),
    await accepted(`${text}\n\nThis article was corrected.`, address),
  ];
  const outcomes = values(await storeAll(drafts));
  const [all] = outcomes.map(({ stored }) => stored).sort((one, other) => other - one);
  expect(outcomes.map(({ stored, known }) => stored + known)).toEqual([all, all]);
  expect(await db.edition.count({ where: { source: { address } } })).toBe(2);
  expect(await db.statement.count({ where: { source: { address } } })).toBe(all);
});

test("whoever said that a speaker is a new one is asked when one of the name was made meanwhile", async () => {
  const drafts = [await accepted(article("Orla Fenn")), await accepted(article("Orla Fenn"))];
  const speaker = { kind: "new", name: "Orla Fenn", speakerKind: "person", description: "" };
  for (const { actor, draftId } of drafts) {
    for (const { ordinal, fields } of (await getDraft(actor, { draftId })).proposals) {
      await db.importProposal.updateMany({
        where: { draft: { publicId: draftId }, ordinal },
        data: { edited: JSON.stringify({ speaker, fields, isNameRemembered: false }) },
      });
    }
  }
  const outcomes = await storeAll(drafts);
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toBeInstanceOf(Refused);
  expect(await db.speaker.count({ where: { name: "Orla Fenn" } })).toBe(1);
});
