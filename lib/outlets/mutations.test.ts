import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "@/lib/audit/server";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { listNotices } from "@/lib/notices/server";
import { makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { countryName, editOutletSchema } from "./index";
import { editOutlet, findOrCreateOutlet, getOutlet } from "./server";

let reporter: Actor;

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

const name = (actor: Actor, printed: string) => transact((tx) => findOrCreateOutlet(tx, actor, printed));

describe("an outlet named in an import", () => {
  it("is for those who may import", async () => {
    for (const actor of [VISITOR, SYSTEM, ...(await Promise.all(ROLES.map((role) => makeUser(role))))]) {
      const named = name(actor, `The ${actor.role} Times`);
      if (can(actor, "source:import")) expect((await named).isNew).toBe(true);
      else await expect(named).rejects.toThrow(Forbidden);
    }
  });

  it("is made when there is none, with an address and an entry in the history", async () => {
    const made = await name(reporter, "  The   Lindmouth\nCourier ");
    expect(made).toEqual({
      ...{ id: expect.any(String), slug: "the-lindmouth-courier" },
      ...{ name: "The Lindmouth Courier", isNew: true },
    });
    const [entry] = await listHistory("outlet", made.id);
    expect(entry).toMatchObject({ action: "outlet.recorded", actorId: reporter.id, before: null });
    expect(JSON.parse(entry?.after ?? "")).toEqual({ name: made.name, slug: made.slug });
    // a search for its sources finds it by its words
    expect(await db.outlet.findUnique({ where: { id: made.id } })).toMatchObject({
      ...{ slug: made.slug, name: made.name, searchKey: " the lindmouth courier ", kind: "unspecified" },
    });
  });

  it.each([
    ["case", "Le Monde", "LE MONDE"],
    ["accents", "El País", "El Pais"],
    ["how letters are composed", "El País", "El Pai\u0301s"],
    ["spaces", "Al Jazeera", " Al\u00a0 Jazeera "],
    ["marks", "Al-Jazeera", "Al Jazeera"],
    ["invisible signs", "Dawn", "Da\u200bwn"],
  ])("is the same whatever its %s", async (_, first, again) => {
    const made = await name(reporter, first);
    expect(await name(reporter, again)).toEqual({ ...made, isNew: false });
    expect(await db.outlet.count()).toBe(1);
    // what was found is not told as if it had been made
    expect(await listHistory("outlet", made.id)).toHaveLength(1);
  });

  it.each([
    ["another word", "Dawn", "Dawn News"],
    ["words run together", "Al Jazeera", "Aljazeera"],
    ["signs alone", "!!!", "???"],
    ["another script", "Dawn", "ڈان"],
  ])("is another one with %s", async (_, first, other) => {
    expect((await name(reporter, first)).isNew).toBe(true);
    expect((await name(reporter, other)).isNew).toBe(true);
    // one of signs alone is found again as well
    expect((await name(reporter, other)).isNew).toBe(false);
  });

  it("has an address of its own, also beside one that is spelled like it or begins like it", async () => {
    const slugs: string[] = [];
    // names that differ and make the same address
    for (const printed of ["Dawn News", "Dawn", "Dawn Ü", "Dawn U ڈان", "Dawn ڈان"]) {
      slugs.push((await name(reporter, printed)).slug);
    }
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs).toEqual(["dawn-news", "dawn", "dawn-u", "dawn-u-2", "dawn-2"]);
    expect((await name(reporter, "ڈان")).slug).toMatch(/^out-[0-9a-z]{6}$/);
  });

  it.each(["", "  ", "\u200b", "\n\t"])(
    "without a name (%j) is refused, with the field to fill in",
    async (printed) => {
      await expect(name(reporter, printed)).rejects.toMatchObject({
        kind: "refused",
        refusals: [{ rule: "outlet.named", message: "Give the outlet's name.", field: "outletName" }],
      });
      expect(await db.outlet.count()).toBe(0);
    },
  );
});

describe("what is recorded of an outlet", () => {
  const about = { kind: "agency", homepage: "https://nord.example/", country: "NO", language: "nb" } as const;

  it("is said by who works with sources, and overwrites nobody's save", async () => {
    const { id, slug } = await name(reporter, "Nordpress");
    expect(await getOutlet(reporter, { slug })).toMatchObject({
      kind: "unspecified",
      country: null,
      version: 1,
    });
    await editOutlet(reporter, { id, version: 1, ...about });
    expect(await getOutlet(reporter, { slug })).toMatchObject({ ...about, version: 2, sources: 0 });
    await expect(editOutlet(reporter, { id, version: 1, ...about })).rejects.toThrow(Conflict);
    const [entry] = await listHistory("outlet", id);
    expect(entry).toMatchObject({ action: "outlet.edited", actorId: reporter.id });
    expect(JSON.parse(entry?.before ?? "")).toEqual({
      kind: "unspecified",
      homepage: null,
      country: null,
      language: null,
    });
    expect(JSON.parse(entry?.after ?? "")).toEqual(about);
    await editOutlet(reporter, {
      id,
      version: 2,
      kind: "unspecified",
      homepage: "",
      country: "",
      language: "",
    });
    expect(await getOutlet(reporter, { slug })).toMatchObject({
      homepage: null,
      country: null,
      language: null,
    });
    const nowhere = editOutlet(reporter, { id: "none", version: 1, ...about });
    await expect(nowhere).rejects.toThrow(new NotFound("The outlet"));
    for (const role of ROLES.filter((one) => !can({ id: "x", name: "x", role: one }, "source:edit")))
      await expect(editOutlet({ id: "x", name: "x", role }, { id, version: 3, ...about })).rejects.toThrow(
        Forbidden,
      );
  });

  it("is read by visitors once something of it is public, and changes then with an editor's note", async () => {
    const { id, slug } = await name(reporter, "Nordpress");
    await expect(getOutlet(VISITOR, { slug })).rejects.toThrow(NotFound);
    const [open, hidden] = [
      await makeStatement({ state: "published" }),
      await makeStatement({ state: "captured" }),
    ];
    for (const { sourceId } of [open, hidden])
      await db.source.update({ where: { id: sourceId }, data: { outletId: id } });
    expect(
      [await getOutlet(VISITOR, { slug }), await getOutlet(reporter, { slug })].map(({ sources }) => sources),
    ).toEqual([1, 2]);
    await expect(editOutlet(reporter, { id, version: 1, ...about })).rejects.toThrow(Forbidden);
    const editor = await makeUser("editor");
    await expect(editOutlet(editor, { id, version: 1, ...about })).rejects.toThrow(Refused);
    await editOutlet(editor, {
      id,
      version: 1,
      ...about,
      publicNote: "It is an agency, as its imprint says.",
    });
    const [notice] = await listNotices(VISITOR, { type: "outlet", id });
    expect(notice?.changes[0]).toEqual({ what: "Kind of outlet", before: "unspecified", after: "agency" });
  });

  it("is told to the public field by field, in words, and what was refused changed nothing", async () => {
    const { id, slug } = await name(reporter, "Nordpress");
    const { sourceId } = await makeStatement({ state: "published" });
    await db.source.update({ where: { id: sourceId }, data: { outletId: id } });
    const editor = await makeUser("editor");
    await expect(editOutlet(editor, { id, version: 1, ...about })).rejects.toThrow(Refused);
    expect(await getOutlet(VISITOR, { slug })).toMatchObject({ kind: "unspecified", version: 1 });
    const publicNote = "It is no agency, as its imprint says.";
    const saved = { ...about, kind: "social_platform" as const, publicNote };
    expect(await editOutlet(editor, { id, version: 1, ...saved })).toEqual({ slug });
    const again = { id, version: 2, ...about, kind: "non_profit" as const, homepage: "", publicNote };
    await editOutlet(editor, again);
    const told = (await listNotices(VISITOR, { type: "outlet", id })).map(({ changes }) =>
      changes.map(({ what, before, after }) => `${what}: ${before} → ${after}`),
    );
    expect(told).toEqual([
      ["Kind of outlet: social platform → non profit", `The outlet’s homepage: ${about.homepage} → `],
      [
        "Kind of outlet: unspecified → social platform",
        `The outlet’s homepage:  → ${about.homepage}`,
        "The outlet’s country:  → NO",
        "The outlet’s language:  → nb",
      ],
    ]);
  });
});

describe("the form of an outlet", () => {
  const read = (typed: object) =>
    editOutletSchema.safeParse({ id: "o", version: 1, kind: "newspaper", ...typed });

  it.each([
    ["Norway", "NO"],
    ["no", "NO"],
    ["côte d’ivoire", "CI"],
    ["UK", "GB"],
    ["USA", "US"],
    ["", ""],
  ])("takes the country “%s” as “%s”", (country, code) => {
    expect(read({ country }).data?.country).toBe(code);
    // what the form shows is read again as what it is
    expect(read({ country: countryName(code) }).data?.country).toBe(code);
  });

  it("refuses what is no country, no address and no kind, in words", () => {
    const messages = (typed: object) => read(typed).error?.issues.map(({ message }) => message);
    expect(messages({ country: "Atlantis" })).toEqual([
      "Write a country by its name or its code, such as Norway or NO.",
    ]);
    expect(messages({ country: "EU" })).toHaveLength(1);
    expect(messages({ homepage: "javascript:alert(1)" })).toEqual([
      "Write an address such as https://example.org, or leave it empty.",
    ]);
    expect(messages({ kind: "blog" })).toEqual(["Choose what it is."]);
    const addresses = ["https://", "https:///x", "https://a b", "ftp://a.example", "see https://a.example"];
    const wrong: readonly object[] = [
      ...[{ id: "" }, { version: 0 }, { version: 1.5 }, { country: "x".repeat(61) }],
      ...[...addresses, `https://${"a".repeat(1993)}`].map((homepage) => ({ homepage })),
    ];
    for (const typed of wrong) expect(messages(typed), JSON.stringify(typed)).toHaveLength(1);
  });

  it("takes an address of either kind, and what is left out as left empty", () => {
    for (const homepage of ["", "http://a.example", "https://a.example/über?x=1"])
      expect(read({ homepage }).data?.homepage).toBe(homepage);
    expect(read({ homepage: `https://${"a".repeat(1992)}` }).success).toBe(true);
    expect(read({}).data).toMatchObject({ homepage: "", country: "", language: "" });
  });
});
