import { expect, it } from "vitest";
import { VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { makeStatement, makeUser } from "@/prisma/factories";
import { listGradesOfOutlet } from "./server";

it("an outlet's grades are counted as they stand, of what the reader may see, the newest that judge first", async () => {
  const outlet = await db.outlet.create({ data: { slug: "graded", name: "Graded", nameKey: "graded" } });
  const graded = async (state: string, letters: readonly string[]) => {
    const statement = await makeStatement({ state });
    await db.source.update({ where: { id: statement.sourceId }, data: { outletId: outlet.id } });
    for (const [at, reliability] of letters.entries())
      await db.sourcingAssessment.create({
        data: {
          ...{ statementId: statement.id, attributionTerms: "on_record", sourceIdentity: "named_person" },
          ...{ channel: "speech", proximity: "first_hand", origin: "original_reporting", reliability },
          assessedAt: new Date(2026, at, letters.length),
          supersededAt: at < letters.length - 1 ? new Date(2026, at + 1, 1) : null,
        },
      });
    return statement.publicId;
  };
  const open = await graded("published", ["E", "D", "B"]);
  const held = await graded("captured", ["C", "A"]);
  await graded("published", ["F"]);
  // found by asking for that state; in no list, and in no count beside one
  const taken = await graded("retracted", ["A"]);
  await makeStatement({ state: "published" });
  const told = async (actor: Parameters<typeof listGradesOfOutlet>[0]) => {
    const { counts, newest } = await listGradesOfOutlet(actor, outlet.id);
    return [
      counts.map(({ reliability, count }) => `${reliability}${count}`).join(),
      newest.map(({ reliability, statement }) => `${reliability} ${statement.publicId}`),
    ];
  };
  expect(await told(VISITOR)).toEqual(["B1,F1", [`B ${open}`]]);
  expect(await told(await makeUser("reporter"))).toEqual([
    "A2,B1,F1",
    [`B ${open}`, `A ${held}`, `A ${taken}`],
  ]);
});
