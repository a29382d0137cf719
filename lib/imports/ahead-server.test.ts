import { expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { makeUser } from "@/prisma/factories";
import { bringDocument } from "./server";

const piece = (head: string, last: string) =>
  `${head}\n\n“We will not open the bridge of Lindmouth before the winter comes,” Dr Mira Tanvald said on Tuesday.\n\nThe bridge was closed in the spring, after a lorry had broken through the railing above the northern pier and fallen into the river; nobody was hurt. Engineers of the ministry have since looked at every beam, and found rust in forty of them.\n\n“It was wet and cold, and nobody told us anything,” Dr Mira Tanvald said.\n\n${last}`;
const WIRE = piece("The bridge of Lindmouth stays shut", "The council meets on Friday in the old hall.");
const PRINTED = piece("Lindmouth waits for its bridge", "The mayor was not available.");
const UPDATED =
  "The ferry is sold\n\n“Nobody asked the harbour whether it wanted the ferry,” Jonas Reed said.\n\nIt sails in May.";
const report = (n: number, name: string) =>
  `Report ${n}\n\n“We will sign treaty ${n} tomorrow,” ${name} said.\n\nRain fell over town ${n}.`;

it("texts that share a transaction know what those before them brought, each as if it came by itself", async () => {
  const reporter = await makeUser("reporter");
  const began = await db.auditEntry.count();
  const bring = (text: string, address = "") =>
    bringDocument(reporter, {
      ...{ arriving: { bytes: Buffer.from(text), name: "report.txt" }, accepts: "all", address },
    });
  const address = "https://example.test/treaty";
  const outcomes = await Promise.all([
    bring(report(1, "Jonas Reed")),
    bring(WIRE),
    bring(WIRE),
    bring(PRINTED),
    bring(report(2, "Jonas Reed"), address),
    bring(UPDATED, address),
    bring(report(4, "Dr Orla Fenn")),
    bring(report(5, "Dr Orla Fenn")),
  ]);
  // which of two that belong together is the first is open: they are read side by side
  const [first, wire, same, near, dated, later, ...others] = outcomes;
  for (const alone of [first, ...others]) expect(alone).toMatchObject({ what: "stored", joinsBy: null });
  const alike = [wire, same, near];
  const kept = alike.filter((one) => one?.what === "stored");
  expect(kept.map((one) => one?.joinsBy)).toEqual([null]);
  expect(new Set(alike.map((one) => one?.sourceId))).toEqual(new Set([kept[0]?.sourceId]));
  // the same bytes are the same source, nearly the same words a question, and one address one source
  for (const one of alike)
    if (one !== kept[0])
      expect([
        ["known", null],
        ["waiting", "near"],
      ]).toContainEqual([one?.what, one?.joinsBy]);
  expect(near === kept[0] || near?.what === "waiting").toBe(true);
  expect(new Set([dated?.joinsBy, later?.joinsBy])).toEqual(new Set([null, "address"]));
  expect([dated?.what, later?.what, later?.sourceId]).toEqual(["stored", "stored", dated?.sourceId]);
  expect(await db.source.count()).toBe(5);
  expect(await db.edition.count()).toBe(6);
  const names = await db.speaker.findMany({ select: { name: true }, orderBy: { name: "asc" } });
  expect(names.map(({ name }) => name)).toEqual(["Jonas Reed", "Mira Tanvald", "Orla Fenn"]);
  const entries = await db.auditEntry.findMany({ orderBy: { seq: "asc" }, skip: began });
  const stored = entries.filter(({ action }) => action === "import.stored").length;
  expect(entries.filter(({ seals }) => seals !== null).length).toBeLessThan(stored + 3);
  expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
});
