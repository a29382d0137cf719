import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { type Actor, SYSTEM } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { Forbidden } from "@/lib/errors";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { type Accepts, bringDocument, importDocument, lookAtDocument } from "./server";

let reporter: Actor;

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

afterEach(() => setClock(null));

const article = (n: number) =>
  `Report ${n}\n\n“We will sign treaty ${n} tomorrow,” Dr Mira Tanvald said.\n\nRain fell. “It was wet,” a man in hall ${n} said.`;
const arriving = (n: number) => ({ bytes: Buffer.from(article(n)), name: `report-${n}.txt` });
const bring = (n: number, accepts: Accepts, actor = reporter) =>
  bringDocument(actor, { arriving: arriving(n), accepts });

describe("one of many documents", () => {
  it("is stored with what is accepted, and the rest waits for its person", async () => {
    const all = await bring(1, "all");
    expect(all).toMatchObject({ what: "stored", pending: 0, reason: null });
    expect(all.stored).toBe(await db.statement.count());
    const sure = await bring(2, "confident");
    expect(sure.stored).toBeGreaterThan(0);
    expect(sure.stored + sure.pending).toBe(all.stored);
    const none = await bring(3, "none");
    expect(none).toMatchObject({ what: "waiting", stored: 0, pending: all.stored });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  it("is one change of the record where its text is new: all of it stands, or nothing", async () => {
    const began = await db.auditEntry.count();
    const { draftId, sourceId, stored } = await bring(1, "all");
    const entries = await db.auditEntry.findMany({ orderBy: { seq: "asc" }, skip: began });
    const speakers = await db.speaker.count();
    expect(entries.map(({ action }) => action)).toEqual([
      ...["import.started", "import.arrived", "source.recorded", "source.edition_added"],
      ...Array(speakers).fill("speaker.created"),
      ...Array(stored).fill("statement.captured"),
      "import.stored",
    ]);
    // sealed once, by the last of them
    expect(entries.flatMap(({ seals }, at) => (seals === null ? [] : [at]))).toEqual([entries.length - 1]);
    const draft = await db.importDraft.findUniqueOrThrow({
      where: { publicId: draftId ?? "" },
      include: {
        arrivals: { include: { edition: { include: { source: true } } } },
        proposals: true,
        acts: true,
      },
    });
    expect(draft).toMatchObject({ state: "stored", sourceId, version: 2, acts: [] });
    expect(draft.proposals.every(({ decision, statementId }) => decision === "accepted" && statementId)).toBe(
      true,
    );
    const [{ edition, arrivedAt } = {}] = draft.arrivals;
    expect([edition?.source.publicId, edition?.retrievedAt]).toEqual([sourceId, arrivedAt]);
  });

  it("is worked through as a person does it where the record refuses it at once, and nothing of that stands", async () => {
    const text = "Report 7\n\n“We will sign treaty 7 tomorrow,” Dr Mira Tanvald said on Tuesday.";
    const sealed = { where: { seals: { not: null } } };
    const before = await db.auditEntry.count(sealed);
    // a clock that is set right between reading and storing: the day that was read lies ahead by then
    let asked = 0;
    setClock(() => new Date(asked++ < 6 ? "2999-02-01" : "2026-11-28"));
    const brought = await bringDocument(reporter, {
      ...{ arriving: { bytes: Buffer.from(text), name: "ahead.txt" }, accepts: "all" },
      publishedOn: "2999-01-03",
    });
    setClock(null);
    expect(brought).toMatchObject({ what: "stored", stored: 1, pending: 0, reason: null });
    expect([await db.source.count(), await db.edition.count(), await db.speaker.count()]).toEqual([1, 1, 1]);
    expect(await db.statement.findMany()).toMatchObject([{ saidOn: null, saidOnNote: "on Tuesday" }]);
    const [draft] = await db.importDraft.findMany({
      include: { proposals: true, arrivals: true },
    });
    expect(draft).toMatchObject({ state: "stored" });
    expect([draft?.proposals.length, draft?.arrivals.length]).toEqual([1, 1]);
    // kept first, stored after
    expect((await db.auditEntry.count(sealed)) - before).toBe(2);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  it("is known when it was stored, goes on where it stood, and is never doubled", async () => {
    const first = await bring(1, "all");
    expect(await bring(1, "all")).toMatchObject({ what: "known", sourceId: first.sourceId, stored: 0 });
    // killed between any two steps: read and not accepted yet
    await importDocument(reporter, { arriving: arriving(2) });
    const second = await bring(2, "all");
    expect(second).toMatchObject({ what: "stored", stored: first.stored });
    expect([await db.source.count(), await db.edition.count(), await db.statement.count()]).toEqual([
      2,
      2,
      first.stored * 2,
    ]);
    expect(await db.importDraft.count()).toBe(2);
  });

  it("is brought side by side with others, and twice at once is once", async () => {
    const brought = await Promise.all([bring(1, "all"), bring(1, "all"), bring(2, "all")]);
    expect(brought.every(({ what }) => what === "stored" || what === "known" || what === "waiting")).toBe(
      true,
    );
    expect(await db.source.count()).toBe(2);
    // the speaker that one article brings is the known one of the other
    expect(await db.speaker.count({ where: { name: "Mira Tanvald" } })).toBe(1);
    const texts = await db.statement.findMany({ select: { wording: true, sourceId: true } });
    expect(new Set(texts.map(({ wording, sourceId }) => `${sourceId} ${wording}`)).size).toBe(texts.length);
  });

  it("is told to be what the record has, by its text or by its address, and to be open already", async () => {
    const { sourceId } = await bring(1, "all");
    const other = await makeUser("reporter");
    const same = await bring(1, "none", other);
    expect(same).toMatchObject({ what: "waiting", sourceId, joinsBy: "text", wasOpen: false, pending: 0 });
    expect(await bring(1, "none", other)).toMatchObject({ sourceId, joinsBy: "text", wasOpen: true });
    const address = "https://post.example/a";
    await db.source.update({ where: { publicId: sourceId ?? "" }, data: { address } });
    const later = await bringDocument(other, { arriving: arriving(2), accepts: "none", address });
    expect(later).toMatchObject({ sourceId, joinsBy: "address" });
    expect(await bring(3, "all")).toMatchObject({ what: "stored", joinsBy: null, wasOpen: false });
  });

  it("leaves words that changed to somebody who reads them beside the former ones", async () => {
    const address = "https://post.example/edited";
    const at = (text: string) =>
      bringDocument(reporter, {
        ...{ arriving: { bytes: Buffer.from(text), name: "a.txt" }, accepts: "all", address },
      });
    const first = await at(article(1));
    const edited = await at(article(1).replace("treaty 1 tomorrow", "treaty 1 next week at the latest"));
    expect(edited).toMatchObject({ what: "waiting", sourceId: first.sourceId, pending: 1, stored: 0 });
    const waiting = await db.importProposal.findMany({ where: { decision: "pending" } });
    expect(waiting.map(({ knownHow }) => knownHow)).toEqual(["changed"]);
    expect(await db.statement.count()).toBe(first.stored);
    expect(await db.sighting.count({ where: { state: "changed" } })).toBe(1);
  });

  it("is read to its end also where nothing is accepted", async () => {
    const long = Array.from({ length: 900 }, (_, n) => article(n)).join("\n\n");
    const { draftId, pending } = await bringDocument(reporter, {
      arriving: { bytes: Buffer.from(long), name: "long.txt" },
      accepts: "none",
    });
    const draft = await db.importDraft.findUniqueOrThrow({ where: { publicId: draftId ?? "" } });
    expect(draft.unreadFromUtf16).toBeNull();
    expect(draft.text.length).toBeGreaterThan(96_000);
    expect(
      await db.importProposal.count({ where: { draftId: draft.id, startUtf16: { gt: 90_000 } } }),
    ).toBeGreaterThan(0);
    expect(pending).toBe(await db.importProposal.count({ where: { draftId: draft.id } }));
  });

  it("that cannot be read is refused in words, and the next is brought", async () => {
    const refused = await bringDocument(reporter, {
      arriving: { bytes: Buffer.from("%PDF-1.4 no"), name: "a.pdf" },
      accepts: "all",
    });
    expect(refused).toMatchObject({
      what: "refused",
      reason: expect.stringContaining("a.pdf: It is a damaged PDF"),
    });
    expect((await bring(1, "all")).what).toBe("stored");
  });

  it("is looked at without being kept", async () => {
    expect(await lookAtDocument(reporter, arriving(1))).toMatchObject({
      what: "new",
      title: "Report 1",
      reason: null,
    });
    expect(await db.importDraft.count()).toBe(0);
    await bring(1, "all");
    expect(await lookAtDocument(reporter, arriving(1))).toMatchObject({ what: "known", found: 0 });
  });

  it("is brought by those who may import", async () => {
    const reader = await makeUser("reader");
    await expect(bring(1, "all", reader)).rejects.toThrow(Forbidden);
    await expect(lookAtDocument(reader, arriving(1))).rejects.toThrow(Forbidden);
  });
});
