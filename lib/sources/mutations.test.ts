import { describe, expect, test } from "vitest";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { authorsOf, writeNames } from "@/lib/names";
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
    const { occurredAt, createdAt } = await db.statement.findUniqueOrThrow({ where: { id } });
    expect(occurredAt).toEqual(fields.publishedOn);
    // dated ahead, or not dated, it had been said when it was captured
    for (const publishedOn of [new Date("2999-01-01"), null]) {
      const { version } = await db.source.findUniqueOrThrow({ where: { id: source.id } });
      const dated = { publishedOn, publishedOnPrecision: publishedOn && ("day" as const) };
      await editSource(SYSTEM, { ...fields, ...dated, id: source.id, version, title, outletName: "" });
      expect((await db.statement.findUniqueOrThrow({ where: { id } })).occurredAt).toEqual(createdAt);
    }
  });

  test("records a copy elsewhere and a title in other letters, and what is public changes with a note only", async () => {
    const editor = await makeUser("editor");
    const source = await makeSource("“Yes,” they said.", "گزارش از کابل");
    await makeStatement({ wording: "“Yes,”", sourceId: source.id, state: "published" });
    const { id, title } = source;
    const added = {
      archiveAddress: "https://web.archive.example/web/1/https://news.example/",
      ...{ titleRomanised: "Gozaresh az Kabol", titleTranslated: "A report from Kabul" },
    };
    const edit = { ...fields, ...added, id, version: 1, title, outletName: "" };
    await expect(editSource(editor, edit)).rejects.toThrow(Refused);
    await editSource(editor, { ...edit, publicNote: "The title is set in Latin letters now." });
    expect(await getSource(VISITOR, { sourceId: source.publicId })).toMatchObject(added);
    const { changes } = await db.notice.findFirstOrThrow({ where: { subjectId: id } });
    const told = (JSON.parse(changes) as { what: string }[]).map(({ what }) => what);
    expect(told).toEqual(
      expect.arrayContaining(["Archived copy", "The title in Latin letters", "The title translated"]),
    );
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

describe("the names in a byline", () => {
  const ordinary = { kind: "article", address: "", language: "en", outletName: "" } as const;
  const dated = { publishedOn: null, publishedOnPrecision: null };
  const kept = async (id: string) => (await db.source.findUniqueOrThrow({ where: { id } })).authorNames;
  const cited = async (id: string) => {
    const { author, authorNames } = await db.source.findUniqueOrThrow({ where: { id } });
    return writeNames(authorsOf({ author, authorNames })).replaceAll("\n", " | ");
  };

  test("are kept as parts with the source, and put right on its form", async () => {
    const title = "A report by two";
    const author = "Jane Roe and Human Rights Watch";
    const { sourceId: id } = await transact((tx) =>
      createSource(tx, SYSTEM, { title, author, text: "Two wrote." }),
    );
    expect(JSON.parse((await kept(id)) ?? "")).toEqual([
      { kind: "person", family: "Roe", given: "Jane" },
      { kind: "body", literal: "Human Rights Watch" },
    ]);
    const edit = (version: number, author: string, authorNames: string) =>
      editSource(SYSTEM, { ...ordinary, ...dated, id, version, title, author, authorNames });
    await edit(1, author, "Roe Smith, Jane\n[Human Rights Watch]");
    expect(await cited(id)).toBe("Roe Smith, Jane | [Human Rights Watch]");
    // another byline beside names that nobody touched is read anew, one that stays keeps what was put right
    await edit(2, author, "Roe Smith, Jane\r\n[Human Rights Watch]");
    expect(await cited(id)).toBe("Roe Smith, Jane | [Human Rights Watch]");
    await edit(3, "Mary Major", "Roe Smith, Jane\n[Human Rights Watch]");
    expect(await cited(id)).toBe("Major, Mary");
    await edit(4, "M. Major", "Major, Mary Ann");
    expect(await cited(id)).toBe("Major, Mary Ann");
    await edit(5, "M. Major", " ");
    expect(await cited(id)).toBe("Major, M.");
    await edit(6, "", "");
    expect(await kept(id)).toBe("[]");
  });

  test("of a source from before they were kept are read from it", async () => {
    const source = await makeSource("An old text.");
    await db.source.update({ where: { id: source.id }, data: { author: "Jan van der Berg" } });
    expect(await kept(source.id)).toBeNull();
    expect(await cited(source.id)).toBe("van der Berg, Jan");
  });

  test("that somebody put right are told to the public, and those that follow the byline are not told twice", async () => {
    const editor = await makeUser("editor");
    const source = await makeSource("“Yes,” they said.", "A public report");
    await makeStatement({ wording: "“Yes,”", sourceId: source.id, state: "published" });
    const { id, title } = source;
    const publicNote = "The desk was told that the name was wrong.";
    const edit = (version: number, author: string, authorNames: string) =>
      editSource(editor, { ...ordinary, ...dated, id, version, title, author, authorNames, publicNote });
    await edit(1, "Jane Roe", "");
    await edit(2, "Jane Roe", "Roe Smith, Jane");
    const notices = await db.notice.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    const changed = notices.map(({ changes }) =>
      (JSON.parse(changes) as { what: string; after: string }[]).map(
        ({ what, after }) => `${what}: ${after}`,
      ),
    );
    expect(changed[0]).toContain("Author: Jane Roe");
    expect(changed[0]?.join()).not.toContain("cited");
    expect(changed[1]).toEqual(["Authors, as they are cited: Roe Smith, Jane"]);
  });
});
