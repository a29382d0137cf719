import { SYSTEM } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { writeVersion } from "@/lib/publication/server";
import { makeSource, makeSpeaker, makeStatement } from "@/prisma/factories";
import { ownWord } from "./newsroom";

/** Three statements that somebody cited in their first version: one was corrected since, one retracted, one stands. */
export async function citeThree() {
  const own = ownWord();
  const speaker = await makeSpeaker(`Ida ${own}`);
  const made = [];
  for (const words of ["will carry lorries", "was never closed", "opens in May"]) {
    const wording = `“The bridge at ${own} ${words}”`;
    const source = await makeSource(`She spoke. ${wording} she said.`, `${own}: the bridge ${words}`);
    const { id, publicId } = await makeStatement({ wording, sourceId: source.id, speakerId: speaker.id });
    await db.statement.update({ where: { id }, data: { state: "published", publishedVersion: null } });
    await db.$transaction((tx) => writeVersion(tx, SYSTEM, id));
    made.push({ id, publicId, wording });
  }
  const [corrected, retracted, standing] = made;
  if (!corrected || !retracted || !standing) throw new Error("three statements");
  const at = new Date("2025-11-03T09:00:00Z");
  await db.statement.update({
    where: { id: corrected.id },
    data: { wording: corrected.wording.replace("will carry", "will carry no") },
  });
  await db.$transaction((tx) => writeVersion(tx, SYSTEM, corrected.id));
  const note = "A word was left out.";
  await db.correction.create({
    data: { statementId: corrected.id, versionNumber: 2, kind: "correction", note, givenAt: at },
  });
  await db.statement.update({ where: { id: retracted.id }, data: { state: "retracted" } });
  await db.retraction.create({
    data: {
      ...{ statementId: retracted.id, reason: "The recording is of somebody else.", proposedById: "x" },
      ...{ proposedAt: at, confirmedAt: at },
    },
  });
  return { own, corrected, retracted, standing, ris: [corrected, retracted, standing].map(asRis).join("") };
}

/** A record as somebody's program kept it, under a key of their own. */
function asRis({ publicId, wording }: { publicId: string; wording: string }, index: number): string {
  return `TY  - NEWS\r\nID  - mine${index}\r\nTI  - Report ${index}\r\nN1  - Quotes her: ${wording} Recorded as ${publicId}, version 1: https://old.example/statements/${publicId}\r\nER  - \r\n`;
}
