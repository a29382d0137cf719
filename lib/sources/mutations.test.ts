import { describe, expect, test } from "vitest";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { findOrCreateOutlet } from "@/lib/outlets/server";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import { addEdition, createSource, editSource, getSource, hashText, listSources } from "./server";

const create = (text: string, actor: Actor = SYSTEM) =>
  transact((tx) => createSource(tx, actor, { title: "A report", text }));

describe("editions", () => {
  test("a source begins with one; a changed text is the next; the same text is the same", async () => {
    const { sourceId, editionId } = await create("first text");
    const add = (text: string) => transact((tx) => addEdition(tx, SYSTEM, { sourceId, text }));
    const second = await add("second text");
    expect(second).toMatchObject({ number: 2, isNew: true });
    expect(await add("first text")).toEqual({ editionId, number: 1, isNew: false });
    const stored = await db.edition.findUniqueOrThrow({ where: { id: second.editionId } });
    expect(stored).toMatchObject({ text: "second text", sha256: hashText("second text"), lengthUtf16: 11 });
  });

  test("the hash is the SHA-256 of the text as UTF-8", () => {
    expect(hashText("é")).toBe("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  });

  test.each([" \n", "with\u0000 NUL"])("refuses %j", (text) => expect(create(text)).rejects.toThrow(Refused));
});

describe("findOrCreateOutlet", () => {
  test("one outlet whatever the case, marks and spaces", async () => {
    const find = (name: string) => transact((tx) => findOrCreateOutlet(tx, SYSTEM, name));
    const first = await find("Le Courrier d’Étampes");
    expect(first).toMatchObject({ slug: "le-courrier-d-etampes", isNew: true });
    expect(await find(" le courrier d'Etampes ")).toEqual({ ...first, isNew: false });
    await expect(find(" ")).rejects.toThrow(Refused);
  });
});

describe("editSource", () => {
  const fields = {
    ...{ kind: "article" as const, address: "", author: "", language: "en" },
    ...{ publishedOn: new Date("2024-05-01T00:00:00Z"), publishedOnPrecision: "day" as const },
  };

  test("records the outlet, and statements without an occasion follow the new date", async () => {
    const source = await makeSource("Words stand here.");
    const { id } = await makeStatement({ sourceId: source.id, wording: "Words" });
    const title = "A better title";
    await editSource(SYSTEM, { ...fields, id: source.id, version: 1, title, outletName: "The New Post" });
    const after = await db.source.findUniqueOrThrow({ where: { id: source.id }, include: { outlet: true } });
    expect(after).toMatchObject({ title, version: 2, outlet: { name: "The New Post" } });
    expect((await db.statement.findUniqueOrThrow({ where: { id } })).occurredAt).toEqual(fields.publishedOn);
  });

  test("of two at once one is told", async () => {
    const source = await makeSource("Words.");
    const edits = await Promise.allSettled(
      ["One", "Two"].map((title) =>
        editSource(SYSTEM, { ...fields, id: source.id, version: 1, title, outletName: "" }),
      ),
    );
    expect(edits.find((edit) => edit.status === "rejected")?.reason).toBeInstanceOf(Conflict);
    expect(edits.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("what is read of a source", () => {
  test("the desk reads the whole text, everyone else the sentences around what is published", async () => {
    const text = `Secret opening. ${"Filler words stand here. ".repeat(80)}“We agree,” he said. The end.`;
    const source = await makeSource(text);
    const statement = await makeStatement({
      sourceId: source.id,
      wording: "“We agree,”",
      state: "published",
    });
    await makeStatement({ sourceId: source.id, wording: "Secret opening", state: "captured" });
    const start = text.indexOf("“We");
    await db.anchor.updateMany({
      where: { statementId: statement.id },
      data: { contextStartUtf16: start, contextEndUtf16: text.length },
    });
    const read = async (actor: Actor) => getSource(actor, { sourceId: source.publicId });

    const desk = await read(await makeUser("reporter"));
    expect(desk.excerpts).toMatchObject([{ startUtf16: 0, text }]);
    expect(desk.statements).toHaveLength(2);
    for (const actor of [VISITOR, await makeUser("reader"), await makeUser("admin")]) {
      const seen = await read(actor);
      expect(seen.excerpts).toMatchObject([{ startUtf16: start, text: text.slice(start) }]);
      expect(seen.statements.map(({ publicId }) => publicId)).toEqual([statement.publicId]);
      expect(JSON.stringify(seen)).not.toContain("Secret");
    }
  });

  test("a source with nothing published does not exist for the public", async () => {
    const source = await makeSource("Words.");
    await makeStatement({ sourceId: source.id, wording: "Words", state: "approved" });
    await expect(getSource(VISITOR, { sourceId: source.publicId })).rejects.toThrow(NotFound);
    const listed = async (actor: Actor) => (await listSources(actor)).items.map(({ publicId }) => publicId);
    expect(await listed(VISITOR)).not.toContain(source.publicId);
    expect(await listed(SYSTEM)).toContain(source.publicId);
  });

  test("an edition that is not there is not found", async () => {
    const source = await makeSource("Words.");
    await expect(getSource(SYSTEM, { sourceId: source.publicId, edition: 2 })).rejects.toThrow(NotFound);
  });
});

describe("permission", () => {
  const actors: Actor[] = [VISITOR, ...ROLES.map((role) => ({ id: `u-${role}`, name: role, role }))];
  test.each(actors.map((actor) => [actor.role, actor] as const))("%s", async (_, actor) => {
    const made = create(`Text of ${actor.role}`, actor);
    if (can(actor, "source:import")) await expect(made).resolves.toHaveProperty("publicId");
    else await expect(made).rejects.toThrow(Forbidden);
    const edit = editSource(actor, {
      ...{ id: "none", version: 1, title: "T", kind: "article", outletName: "", address: "", author: "" },
      ...{ publishedOn: null, publishedOnPrecision: null, language: "en" },
    });
    await expect(edit).rejects.toThrow(can(actor, "source:edit") ? NotFound : Forbidden);
    const add = transact((tx) => addEdition(tx, actor, { sourceId: "none", text: "Text" }));
    await expect(add).rejects.toThrow(can(actor, "source:import") ? NotFound : Forbidden);
  });
});
