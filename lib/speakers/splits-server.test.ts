import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/server";
import { makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { listSplits, listStandsBetween } from "./server";

let reporter: Awaited<ReturnType<typeof makeUser>>;
beforeAll(async () => {
  reporter = await makeUser("reporter");
});

it("a list of splits says of each whether visitors read the one or the other", async () => {
  const [one, read, unread] = [await makeSpeaker(), await makeSpeaker(), await makeSpeaker()];
  await makeStatement({ speakerId: read.id, state: "published" });
  const moved = JSON.stringify({ statements: [], hops: [], roles: [], names: [], added: [], isNew: false });
  const made = { moved, splitById: reporter.id, splitAt: new Date() };
  for (const other of [read, unread, read])
    await db.speakerSplit.create({ data: { ...made, fromId: one.id, intoId: other.id } });
  const told = async ({ id }: { id: string }) => (await listSplits(reporter, id)).map(({ isRead }) => isRead);
  expect([await told(one), await told(unread), await told(read)]).toEqual([
    [true, false, true],
    [false],
    [true, true],
  ]);
  await makeStatement({ speakerId: one.id, state: "published" });
  expect([await told(one), await told(unread)]).toEqual([[true, true, true], [true]]);
});

it("who stands between in many statements is counted as far as one choice goes", async () => {
  const { id: speakerId } = await makeSpeaker();
  const { id: statementId, ...row } = await makeStatement();
  const whole = await db.statement.findUniqueOrThrow({ where: { id: statementId } });
  const among = Array.from({ length: 150 }, (_, n) => ({
    ...whole,
    id: `between-${n}`,
    publicId: `st-${row.publicId.slice(3)}${n}`,
  }));
  await db.statement.createMany({ data: among });
  await db.attributionHop.createMany({
    data: among.map(({ id }) => ({ statementId: id, ordinal: 1, name: "Agda", speakerId })),
  });
  expect((await listStandsBetween(reporter, speakerId)).length).toBe(150);
});
