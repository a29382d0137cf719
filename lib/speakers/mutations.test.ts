import { describe, expect, test } from "vitest";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { speakerNameOf, writeNames } from "@/lib/names";
import { parseDated } from "@/lib/text";
import {
  addAlias,
  createSpeaker,
  createSpeakers,
  editSpeaker,
  findSpeakersByName,
  findSpeakersByWords,
  getSpeakerByName,
  recordAffiliation,
  removeAffiliation,
  removeAlias,
} from "./server";

const person = (name: string) => createSpeaker(SYSTEM, { name, kind: "person" });
const createTwins = async (name: string) => {
  const twin = { name: `${name} Twin`, kind: "person" as const };
  return [await createSpeaker(SYSTEM, twin).catch(() => undefined), createSpeaker(SYSTEM, twin)];
};
const names = async (name: string) =>
  (await findSpeakersByName(SYSTEM, name)).map((found) => [found.name, found.matched]);

describe("createSpeaker", () => {
  test("namesakes are told apart by their descriptions, and get addresses of their own, in one go too", async () => {
    const kind = "person" as const;
    await person("Ola Nord");
    const made = await transact((tx) =>
      createSpeakers(tx, SYSTEM, [
        { name: "Ola  Nord ", kind, description: "A painter." },
        { name: "Ola Nord", kind, description: "A ferry captain." },
      ]),
    );
    expect(made.map(({ slug, name }) => [slug, name])).toEqual([
      ["ola-nord-2", "Ola Nord"],
      ["ola-nord-3", "Ola Nord"],
    ]);
  });

  test.each([
    ["nothing is said of the second", "Ida Strand", ""],
    ["the same is said of both", "Ida Strand", "Mayor of  OSTHAVEN"],
    ["only an article is before the name", "The Ida Strand", ""],
    ["only its letters differ", "IDA  Strand", ""],
    ["it is another name of the first", "Strandling", ""],
  ])("no second speaker of a name when %s", async (_, name, description) => {
    const first = { name: "Ida Strand", kind: "person" as const, description: "Mayor of Osthaven" };
    await createSpeaker(SYSTEM, { ...first, aliases: ["Strandling"] }).catch(() => undefined);
    const second = createSpeaker(SYSTEM, { name, kind: "person", description });
    await expect(second).rejects.toThrow("Ida Strand (Mayor of Osthaven)");
    const [, twin] = await createTwins(name);
    await expect(twin).rejects.toThrow(Refused);
  });

  test("a voice without a name is nobody's namesake", async () => {
    const unnamed = { name: "An unnamed official", kind: "anonymous" as const };
    const [one, other] = [await createSpeaker(SYSTEM, unnamed), await createSpeaker(SYSTEM, unnamed)];
    expect(one.slug).not.toBe(other.slug);
  });

  test("neither a new name nor another name nor a lost description makes a double", async () => {
    const { id } = await createSpeaker(SYSTEM, { name: "Per Lund", kind: "person", description: "Poet." });
    const other = await person("Bo Lund");
    const kind = "person" as const;
    const rename = { id: other.id, version: 1, name: "Per Lund", kind, description: "" };
    await expect(editSpeaker(SYSTEM, rename)).rejects.toThrow("Per Lund (Poet)");
    await expect(addAlias(SYSTEM, { speakerId: other.id, alias: "per lund" })).rejects.toThrow(
      "Per Lund (Poet)",
    );
    await editSpeaker(SYSTEM, { ...rename, description: "Judge." });
    const lost = { id, version: 1, name: "Per Lund", kind, description: "judge" };
    await expect(editSpeaker(SYSTEM, lost)).rejects.toThrow("Per Lund (Judge)");
    await editSpeaker(SYSTEM, { ...lost, description: "Poet and printer." });
    // nor does a name that stays as a former one
    const renamed = { ...lost, version: 2, name: "Per Holm", description: "Judge.", keepsFormerName: true };
    await expect(editSpeaker(SYSTEM, renamed)).rejects.toThrow("Per Lund (Judge)");
    // nor a voice that is named after all
    const voice = await createSpeaker(SYSTEM, { name: "Per Lund", kind: "anonymous" });
    const named = { id: voice.id, version: 1, name: "Per Lund", kind, description: "" };
    await expect(editSpeaker(SYSTEM, named)).rejects.toThrow("Per Lund (Judge)");
  });

  test("a name in another script gets an address that can be printed", async () => {
    expect((await person("محمد یعقوب")).slug).toMatch(/^sp-[0-9a-z]{6}$/);
  });

  test("refuses a blank name", () => expect(person(" \u200b")).rejects.toThrow(Refused));
});

describe("findSpeakersByWords", () => {
  const told = async (q: string, take = 8) =>
    (await findSpeakersByWords(SYSTEM, q, { take })).map((offer) => offer.told);

  test("offers those whose names begin so first, and tells namesakes apart", async () => {
    await createSpeaker(SYSTEM, { name: "Wim Okkerse", kind: "person", aliases: ["Kokkerse"] });
    await createSpeaker(SYSTEM, { name: "Bea Okkerse", kind: "person", description: "Pilot." });
    await createSpeaker(SYSTEM, { name: "Bea Okkerse", kind: "person", description: "Editor of a paper." });
    await createSpeaker(SYSTEM, { name: "Aad Bokkerse", kind: "person" });
    expect(await told("okk")).toEqual([
      "Bea Okkerse (Pilot)",
      "Bea Okkerse (Editor of a paper)",
      "Wim Okkerse",
      "Aad Bokkerse",
    ]);
    expect(await told("okkerse bea", 1)).toEqual(["Bea Okkerse (Pilot)"]);
    expect(await told("kokkerse")).toEqual(["Wim Okkerse", "Aad Bokkerse"].slice(0, 1));
    for (const one of await told("bea okk"))
      expect((await getSpeakerByName(SYSTEM, one)).name).toBe("Bea Okkerse");
    expect(await told(" ")).toEqual([]);
    expect(await told("%")).toEqual([]);
  });

  test("is the desk's", () =>
    expect(findSpeakersByWords(VISITOR, "okk", { take: 8 })).rejects.toThrow(Forbidden));
});

describe("findSpeakersByName", () => {
  test("meets the name, another name, the name without its title and the surname, surest first", async () => {
    await person("Edda Quillfeather");
    const { id } = await person("Bertram Quillfeather");
    await addAlias(SYSTEM, { speakerId: id, alias: "Q." });
    expect(await names("bertram QUILLFEATHER")).toEqual([["Bertram Quillfeather", "name"]]);
    expect(await names("q")).toEqual([["Bertram Quillfeather", "alias"]]);
    expect(await names("President Edda Quillfeather")).toEqual([["Edda Quillfeather", "without_title"]]);
    expect(await names("Quillfeather")).toEqual([
      ["Bertram Quillfeather", "surname"],
      ["Edda Quillfeather", "surname"],
    ]);
    expect(await names("Adam Quillfeather")).toEqual([]);
  });

  test.each([
    ["The Harbour League", "Harbour League"],
    ["Fischerbund", "der Fischerbund"],
    ["Los Remeros", "Remeros"],
  ])("an article makes no other name: %s, %s", async (known, printed) => {
    await createSpeaker(SYSTEM, { name: known, kind: "collective" });
    expect(await names(printed)).toEqual([[known, "without_article"]]);
    await expect(createSpeaker(SYSTEM, { name: printed, kind: "collective" })).rejects.toThrow(known);
  });

  test("gives the newest role", async () => {
    const { id } = await person("Ragna Feld");
    await recordAffiliation(SYSTEM, { speakerId: id, role: "envoy", heldFrom: parseDated("2019") });
    await recordAffiliation(SYSTEM, {
      speakerId: id,
      role: "minister",
      body: "Feldland",
      heldFrom: parseDated("2024-03"),
    });
    expect((await findSpeakersByName(SYSTEM, "Ragna Feld"))[0]?.role).toBe("minister, Feldland");
  });

  test("one speaker is meant, or it is told", async () => {
    const { id } = await person("Tove Arnesen");
    expect((await getSpeakerByName(SYSTEM, "Arnesen")).id).toBe(id);
    const nils = await person("Nils Arnesen");
    await expect(getSpeakerByName(SYSTEM, "Arnesen")).rejects.toThrow("Nils Arnesen; Tove Arnesen");
    const mayor = { name: "Nils Arnesen", kind: "person" as const, description: "Mayor of Osthaven." };
    const other = await createSpeaker(SYSTEM, mayor);
    await expect(getSpeakerByName(SYSTEM, "Nils Arnesen")).rejects.toThrow(
      "Nils Arnesen (Mayor of Osthaven)",
    );
    expect((await getSpeakerByName(SYSTEM, "nils arnesen (mayor of osthaven)")).id).toBe(other.id);
    await recordAffiliation(SYSTEM, { speakerId: nils.id, role: "pilot", heldFrom: parseDated("2020") });
    expect((await getSpeakerByName(SYSTEM, "Nils Arnesen (pilot)")).id).toBe(nils.id);
    await expect(getSpeakerByName(SYSTEM, "Nils Arnesen (bishop)")).rejects.toThrow("Several");
    await expect(getSpeakerByName(SYSTEM, "Nils")).rejects.toThrow("Nils Arnesen (pilot)");
    await expect(getSpeakerByName(SYSTEM, "Nobody Known")).rejects.toThrow(Refused);
  });
});

describe("editSpeaker", () => {
  test("keeps the address and the former name, and re-derives the surname", async () => {
    const { id, slug } = await person("Liv Berger");
    const renamed = { name: "Liv Sande", kind: "person", description: "" } as const;
    await editSpeaker(SYSTEM, { id, version: 1, ...renamed, keepsFormerName: true });
    expect(await db.speaker.findUnique({ where: { id } })).toMatchObject({
      slug,
      name: "Liv Sande",
      sortName: "sande liv",
      version: 2,
    });
    expect(await names("Liv Berger")).toEqual([["Liv Sande", "alias"]]);
    expect(await names("Sande")).toEqual([["Liv Sande", "surname"]]);
    expect(await names("Berger")).toEqual([]);
  });

  test("a name that is there already is added without a save", async () => {
    const { id } = await person("Pia Holt");
    await addAlias(SYSTEM, { speakerId: id, version: 1, alias: "Pia  HOLT" });
    expect(await db.speaker.findUnique({ where: { id } })).toMatchObject({ name: "Pia Holt", version: 1 });
  });

  test("a name that was an error goes, and is matched no more", async () => {
    const { id } = await person("Ida Vang");
    const renamed = { name: "Ida Wang", kind: "person", description: "" } as const;
    await editSpeaker(SYSTEM, { id, version: 1, ...renamed });
    expect(await names("Ida Vang")).toEqual([]);
    expect(await names("Vang")).toEqual([]);
    expect(await db.speakerAlias.count({ where: { speakerId: id, name: "Ida Vang" } })).toBe(0);
  });

  test("of two at once one is told", async () => {
    const { id } = await person("Kai Moen");
    const edits = await Promise.allSettled(
      ["Kai A. Moen", "Kai B. Moen"].map((name) =>
        editSpeaker(SYSTEM, { id, version: 1, name, kind: "person", description: "" }),
      ),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(edits.find((edit) => edit.status === "rejected")?.reason).toBeInstanceOf(Conflict);
  });
});

test("names and roles come and go, each with its entry in the audit", async () => {
  const { id } = await person("Sif Dahl");
  await addAlias(SYSTEM, { speakerId: id, version: 1, alias: "S. Dahl" });
  await addAlias(SYSTEM, { speakerId: id, alias: "Dahl" });
  const role = await recordAffiliation(SYSTEM, { speakerId: id, version: 3, role: "judge" });
  const alias = await db.speakerAlias.findFirstOrThrow({ where: { speakerId: id, name: "S. Dahl" } });
  await expect(removeAlias(SYSTEM, { speakerId: id, version: 1, aliasId: alias.id })).rejects.toThrow(
    Conflict,
  );
  await removeAlias(SYSTEM, { speakerId: id, version: 4, aliasId: alias.id });
  await removeAffiliation(SYSTEM, { speakerId: id, version: 5, affiliationId: role.id });
  const own = await db.speakerAlias.findFirstOrThrow({ where: { speakerId: id, kind: "name" } });
  await expect(removeAlias(SYSTEM, { speakerId: id, version: 6, aliasId: own.id })).rejects.toThrow(NotFound);
  const entries = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
  expect(entries.map(({ action }) => action)).toEqual([
    "speaker.created",
    "speaker.alias_added",
    "speaker.alias_added",
    "speaker.affiliation_recorded",
    "speaker.alias_removed",
    "speaker.affiliation_removed",
  ]);
  const dates = { heldFrom: parseDated("2025"), heldTo: parseDated("2024") };
  await expect(recordAffiliation(SYSTEM, { speakerId: id, role: "judge", ...dates })).rejects.toThrow(
    Refused,
  );
});

describe("permission", () => {
  const actors: Actor[] = [VISITOR, ...ROLES.map((role) => ({ id: `u-${role}`, name: role, role }))];
  test.each(actors.map((actor) => [actor.role, actor] as const))("%s", async (_, actor) => {
    const missing = { speakerId: "none", version: 1 };
    const expected = can(actor, "speaker:edit") ? NotFound : Forbidden;
    for (const attempt of [
      () => editSpeaker(actor, { id: "none", version: 1, name: "A", kind: "person", description: "" }),
      () => addAlias(actor, { ...missing, alias: "A" }),
      () => removeAlias(actor, { ...missing, aliasId: "none" }),
      () => recordAffiliation(actor, { ...missing, role: "A" }),
      () => removeAffiliation(actor, { ...missing, affiliationId: "none" }),
    ]) {
      await expect(attempt()).rejects.toThrow(expected);
    }
    const made = createSpeaker(actor, { name: `A Name ${actor.role}`, kind: "person" });
    if (can(actor, "speaker:edit")) await expect(made).resolves.toHaveProperty("slug");
    else await expect(made).rejects.toThrow(Forbidden);
  });
});

describe("a speaker’s name in parts", () => {
  const lastEdit = async (subjectId: string) => {
    const where = { subjectId, action: "speaker.edited" };
    const { before, after } = await db.auditEntry.findFirstOrThrow({ where, orderBy: { seq: "desc" } });
    return { before: JSON.parse(before ?? ""), after: JSON.parse(after ?? "") };
  };

  test("follows the name and the kind, until somebody puts it right; a hidden name leaves it", async () => {
    const { id } = await person("Sheikh Amina");
    const cited = async () =>
      writeNames([speakerNameOf(await db.speaker.findUniqueOrThrow({ where: { id } }))]);
    expect(await cited()).toBe("Sheikh Amina");
    const edit = (
      version: number,
      name: string,
      kind: "person" | "organisation" | "anonymous",
      citedAs?: string,
    ) =>
      editSpeaker(SYSTEM, {
        id,
        version,
        name,
        kind,
        description: "",
        ...(citedAs === undefined ? {} : { citedAs }),
      });
    await edit(1, "Sheikh Amina", "person", "Amina, Sheikh");
    expect(await cited()).toBe("Amina, Sheikh");
    await edit(2, "Sheikh Amina", "person", "Amina, Sheikh");
    expect(await cited()).toBe("Amina, Sheikh");
    // another name beside parts that nobody touched
    await edit(3, "Amina van der Berg", "person", "Amina, Sheikh");
    expect(await cited()).toBe("van der Berg, Amina");
    await edit(4, "Press and Sons", "organisation");
    expect(await cited()).toBe("[Press and Sons]");
    await edit(5, "Amina van der Berg", "person");
    expect(await cited()).toBe("van der Berg, Amina");
    expect(await lastEdit(id)).toMatchObject({
      before: { citedAs: "[Press and Sons]" },
      after: { citedAs: "van der Berg, Amina" },
    });
    await edit(6, "an official", "anonymous");
    expect((await db.speaker.findUniqueOrThrow({ where: { id } })).nameParts).not.toContain("Amina");
  });

  test("that nobody touched stays what it is, where a line does not tell all of it", async () => {
    const { id } = await person("Reuters");
    const kept = async () => (await db.speaker.findUniqueOrThrow({ where: { id } })).nameParts;
    const before = await kept();
    await editSpeaker(SYSTEM, {
      ...{ id, version: 1, name: "Reuters", kind: "person", description: "A singer.", citedAs: "Reuters" },
    });
    expect(await kept()).toBe(before);
  });
});
