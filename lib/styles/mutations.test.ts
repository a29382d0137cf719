import { beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { addStyle, findStyle, listAddedStyles, listStyles, removeStyle } from "./server";

const CSL = 'xmlns="http://purl.org/net/xbiblio/csl"';
const BODY =
  '<citation><layout><names variable="author"/><text variable="title"/></layout></citation><bibliography><layout><text variable="title"/><text term="accessed"/></layout></bibliography>';
const styleOf = (id: string, body = BODY, language = "de-DE") =>
  `<style ${CSL} class="in-text" version="1.0" default-locale="${language}"><info><title>The ${id}</title><id>http://x.test/styles/${id}</id></info>${body}</style>`;
const WORDS = `<locale ${CSL} xml:lang="de-DE"><terms><term name="accessed">eingesehen</term></terms></locale>`;

beforeEach(clearDatabase);

describe("a style", () => {
  test("is offered to everybody from the moment it was added until it is taken away", async () => {
    const admin = await makeUser("admin");
    const { key } = await addStyle(admin, { text: styleOf("courier") });
    expect((await listStyles()).at(-1)).toEqual({
      key: "courier",
      label: "The courier",
      name: "The courier",
    });
    expect(await findStyle(key)).toMatchObject({ key: "courier", format: "author-date", words: null });
    const [{ id: styleId = "" } = {}] = await listAddedStyles(admin);
    expect(await removeStyle(admin, { styleId })).toEqual({ title: "The courier" });
    expect(await findStyle(key)).toBeNull();
    expect((await listStyles()).map((style) => style.key)).not.toContain("courier");
    await expect(removeStyle(admin, { styleId })).rejects.toThrow(NotFound);
    // its file is in no entry
    const told = await db.auditEntry.findMany({ where: { subjectType: "style" }, orderBy: { seq: "asc" } });
    expect(told.map(({ action }) => action)).toEqual(["style.added", "style.removed"]);
    expect(JSON.stringify(told)).not.toContain("<style");
    expect((await verifyAudit(SYSTEM)).findings).toEqual([]);
  });

  test("has the words of its language, by whom they were added, and another print of its own with them", async () => {
    const admin = await makeUser("admin");
    await addStyle(admin, { text: styleOf("kurier") });
    const before = await findStyle("kurier");
    await addStyle(admin, { text: WORDS });
    const after = await findStyle("kurier");
    expect(after).toMatchObject({ words: WORDS });
    expect(after).not.toMatchObject({ sha256: (before as { sha256: string }).sha256 });
    // words of a language are no style
    expect(await findStyle("words-de-DE")).toBeNull();
    expect((await listStyles()).map(({ key }) => key)).not.toContain("words-de-DE");
  });

  test("never takes the place of another: a shipped one keeps its key, one that is there is named", async () => {
    const admin = await makeUser("admin");
    expect(await addStyle(admin, { text: styleOf("apa") })).toEqual({ key: "apa-added" });
    expect(await findStyle("apa")).toBe("apa");
    await expect(addStyle(admin, { text: styleOf("apa") })).rejects.toThrow(/“The apa” is there already/);
  });

  test("is added once by two at once, and taken away once: the other is told", async () => {
    const [one, other] = [await makeUser("admin"), await makeUser("admin")];
    const text = styleOf("courier");
    const added = await Promise.allSettled([addStyle(one, { text }), addStyle(other, { text })]);
    expect(added.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(added.find(({ status }) => status === "rejected")).toMatchObject({
      reason: expect.any(Refused),
    });
    const [{ id: styleId = "" } = {}, ...rest] = await listAddedStyles(one);
    expect(rest).toEqual([]);
    const removed = await Promise.allSettled([
      removeStyle(one, { styleId }),
      removeStyle(other, { styleId }),
    ]);
    expect(removed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(removed.find(({ status }) => status === "rejected")).toMatchObject({
      reason: expect.any(NotFound),
    });
  });

  test.each([
    ["<style/>", /namespace/],
    ["no style at all", /words outside/],
    [`<!DOCTYPE a><a/>`, /document type/],
    ["x".repeat(1_000_001), /larger than 1 MB/],
    [styleOf("a", '<citation><layout><text variable="ISBN"/></layout></citation>'), /sets nothing/],
    [styleOf("b", '<citation><layout><text macro="x"/></layout></citation>'), /calls a macro “x”/],
  ])("is refused with its reason: %.40s", async (text, why) => {
    const admin = await makeUser("admin");
    await expect(addStyle(admin, { text })).rejects.toThrow(Refused);
    await expect(addStyle(admin, { text })).rejects.toThrow(why);
    expect(await listAddedStyles(admin)).toEqual([]);
  });

  test("is an administrator's to add and to take away", async () => {
    const editor = await makeUser("editor");
    await expect(addStyle(editor, { text: styleOf("courier") })).rejects.toThrow(Forbidden);
    await expect(removeStyle(editor, { styleId: "any" })).rejects.toThrow(Forbidden);
    await expect(listAddedStyles(editor)).rejects.toThrow(Forbidden);
  });
});
