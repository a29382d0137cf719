import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { appendAudit } from "@/lib/audit/server";
import { type Action, type Actor, can, ROLES, VISITOR } from "@/lib/auth";
import {
  publishClaim,
  reinstateClaim,
  rephraseClaim,
  takePosition,
  withdrawClaim,
  withdrawPosition,
} from "@/lib/claims/server";
import { db, transact } from "@/lib/db/server";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { editOutlet } from "@/lib/outlets/server";
import { writeVersion } from "@/lib/publication/server";
import {
  confirmRelation,
  rejectRelation,
  relateStatements,
  reopenRelation,
  resolveRelation,
  suggestRelation,
} from "@/lib/relations/server";
import { addEdition, editSource, getSource } from "@/lib/sources/server";
import { assessSourcing } from "@/lib/sourcing/server";
import {
  addAlias,
  editSpeaker,
  getSpeaker,
  listSpeakers,
  mergeSpeakers,
  recordAffiliation,
  rememberAlias,
  removeAffiliation,
  removeAlias,
  splitSpeaker,
} from "@/lib/speakers/server";
import { editStatement } from "@/lib/statements/server";
import {
  addToStory,
  createStory,
  editStory,
  reinstateStory,
  takeFromStory,
  withdrawStory,
} from "@/lib/stories/server";
import { ensureScales, giveVerdict, judgeClaim, withdrawTruthVerdict } from "@/lib/verdicts/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { isPublic, listNotices, listNoticesOnStatement } from "./queries";

const NOTE = "The desk was told that this was wrong.";
const REASON = "The two were compared word by word.";

let reviewer: Actor;
let editor: Actor;

beforeAll(async () => {
  reviewer = await makeUser("reviewer");
  editor = await makeUser("editor");
});

const words = () => `Kabul shelters armed group ${randomUUID()}`;
const stateOf = (isPublic: boolean) => (isPublic ? "published" : "captured");

async function speakerOf(isPublic: boolean) {
  const speaker = await makeSpeaker();
  const statement = await makeStatement({ state: stateOf(isPublic), speakerId: speaker.id });
  return { speaker, statement };
}

async function storyOf(isPublic: boolean) {
  const story = await createStory(reviewer, { title: `Story ${randomUUID()}` });
  const statement = await makeStatement({ state: stateOf(isPublic), storyId: story.id });
  await makeStatement({ state: stateOf(isPublic), storyId: story.id });
  return { slug: story.slug, statement };
}

async function claimOf(isPublic: boolean) {
  const statement = await makeStatement({ state: stateOf(isPublic) });
  const proposition = words();
  const taken = { proposition, statementId: statement.publicId, stance: "asserts" } as const;
  const { claimId, id: positionId, slug } = await takePosition(reviewer, taken);
  if (isPublic) await publishClaim(editor, { claimId, version: 1 });
  return { claimId, slug, positionId, version: isPublic ? 2 : 1, statement };
}

async function tieOf(isPublic: boolean, ...steps: readonly ("confirm" | "resolve")[]) {
  const [from, to] = [
    await makeStatement({ state: stateOf(isPublic) }),
    await makeStatement({ state: "published" }),
  ];
  const ends = {
    fromId: from.publicId,
    toId: to.publicId,
    type: "contradicts",
    comparability: "Same day.",
  } as const;
  const tie = await suggestRelation(reviewer, { ...ends, rationale: REASON, suggestedBy: "a rule" });
  if (!tie) throw new Error("not suggested");
  const { id } = tie;
  let version = tie.version;
  for (const step of steps) {
    const given = { id, version, publicNote: NOTE };
    const saved =
      step === "confirm"
        ? await confirmRelation(editor, given)
        : await resolveRelation(editor, { ...given, resolution: "a_stands", reason: REASON });
    version = saved.version;
  }
  return { id, version };
}

type Attempt = (actor: Actor, publicNote: string) => Promise<unknown>;

/** Every mutation that the guard stands in, what the role must have at all, and an attempt on something fresh. */
const GUARDED: readonly [string, Action, (isPublic: boolean) => Promise<Attempt>][] = [
  [
    "mergeSpeakers",
    "speaker:edit",
    async (isPublic) => {
      const { speaker } = await speakerOf(isPublic);
      const { id: intoId } = await makeSpeaker();
      const { id: fromId, version } = speaker;
      return (actor, publicNote) =>
        mergeSpeakers(actor, { fromId, intoId, version, showsName: true, reason: NOTE, publicNote });
    },
  ],
  [
    "splitSpeaker",
    "speaker:edit",
    async (isPublic) => {
      const { speaker, statement } = await speakerOf(isPublic);
      const { id } = await makeSpeaker();
      const { publicId, version } = statement;
      return (actor, publicNote) =>
        splitSpeaker(actor, {
          ...{ fromId: speaker.id, version: 1, statements: [{ publicId, version }], other: { id } },
          ...{ names: [], roles: [], reason: NOTE, publicNote },
        });
    },
  ],
  [
    "editSpeaker",
    "speaker:edit",
    async (isPublic) => {
      const { speaker } = await speakerOf(isPublic);
      const fields = { id: speaker.id, version: 1, name: words(), kind: "person", description: "" } as const;
      return (actor, publicNote) => editSpeaker(actor, { ...fields, publicNote });
    },
  ],
  [
    "addAlias",
    "speaker:edit",
    async (isPublic) => {
      const { speaker } = await speakerOf(isPublic);
      return (actor, publicNote) =>
        addAlias(actor, { speakerId: speaker.id, version: 1, alias: words(), publicNote });
    },
  ],
  [
    "removeAlias",
    "speaker:edit",
    async (isPublic) => {
      const { speaker } = await speakerOf(isPublic);
      const name = words();
      const alias = await db.speakerAlias.create({
        data: { speakerId: speaker.id, name, nameKey: name, kind: "former" },
      });
      const which = { speakerId: speaker.id, version: 1, aliasId: alias.id };
      return (actor, publicNote) => removeAlias(actor, { ...which, publicNote });
    },
  ],
  [
    "recordAffiliation",
    "speaker:edit",
    async (isPublic) => {
      const { speaker } = await speakerOf(isPublic);
      const held = { speakerId: speaker.id, version: 1, role: "minister" };
      return (actor, publicNote) => recordAffiliation(actor, { ...held, publicNote });
    },
  ],
  [
    "removeAffiliation",
    "speaker:edit",
    async (isPublic) => {
      const { speaker } = await speakerOf(isPublic);
      const held = await db.affiliation.create({ data: { speakerId: speaker.id, role: "minister" } });
      const which = { speakerId: speaker.id, version: 1, affiliationId: held.id };
      return (actor, publicNote) => removeAffiliation(actor, { ...which, publicNote });
    },
  ],
  [
    "editSource",
    "source:edit",
    async (isPublic) => {
      const { sourceId } = await makeStatement({ state: stateOf(isPublic) });
      const dated = { publishedOn: null, publishedOnPrecision: null };
      const fields = {
        id: sourceId,
        version: 1,
        title: words(),
        kind: "article",
        outletName: "",
        ...dated,
      } as const;
      const rest = { address: "", author: "", language: "en" };
      return (actor, publicNote) => editSource(actor, { ...fields, ...rest, publicNote });
    },
  ],
  [
    "editOutlet",
    "source:edit",
    async (isPublic) => {
      const { sourceId } = await makeStatement({ state: stateOf(isPublic) });
      const name = words();
      const { id } = await db.outlet.create({
        data: { slug: name, name, nameKey: name, sources: { connect: { id: sourceId } } },
      });
      const fields = {
        id,
        version: 1,
        kind: "newspaper",
        homepage: "",
        country: "NO",
        language: "",
      } as const;
      return (actor, publicNote) => editOutlet(actor, { ...fields, publicNote });
    },
  ],
  [
    "editStory",
    "story:edit",
    async (isPublic) => {
      const { slug } = await storyOf(isPublic);
      return (actor, publicNote) =>
        editStory(actor, { slug, version: 1, title: words(), summary: "", publicNote });
    },
  ],
  [
    "addToStory",
    "story:edit",
    async (isPublic) => {
      // a published statement makes a story public; an unpublished one shows in none
      const { slug } = await storyOf(!isPublic);
      const { publicId } = await makeStatement({ state: stateOf(isPublic) });
      return (actor, publicNote) => addToStory(actor, { slug, statementIds: [publicId], publicNote });
    },
  ],
  [
    "addToStory (a claim)",
    "story:edit",
    async (isPublic) => {
      const [{ slug }, claim] = [await storyOf(true), await claimOf(isPublic)];
      return (actor, publicNote) => addToStory(actor, { slug, claimSlugs: [claim.slug], publicNote });
    },
  ],
  [
    "addToStory (a source)",
    "story:edit",
    async (isPublic) => {
      const { slug } = await storyOf(isPublic);
      const { sourceId } = await makeStatement({ state: "published" });
      const { publicId } = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
      return (actor, publicNote) => addToStory(actor, { slug, sourceIds: [publicId], publicNote });
    },
  ],
  [
    "takeFromStory",
    "story:edit",
    async (isPublic) => {
      const { slug, statement } = await storyOf(isPublic);
      return (actor, publicNote) =>
        takeFromStory(actor, { slug, statementId: statement.publicId, publicNote });
    },
  ],
  [
    "rephraseClaim",
    "claim:edit",
    async (isPublic) => {
      const { claimId, version } = await claimOf(isPublic);
      return (actor, publicNote) =>
        rephraseClaim(actor, { claimId, version, proposition: words(), publicNote });
    },
  ],
  [
    "judgeClaim",
    "verdict:give",
    async (isPublic) => {
      const { claimId, version } = await claimOf(isPublic);
      const given = { claimId, version, verdict: "narrative", reasons: REASON };
      return (actor, publicNote) => judgeClaim(actor, { ...given, publicNote });
    },
  ],
  [
    "takePosition",
    "position:take",
    async (isPublic) => {
      const { claimId, statement } = await claimOf(isPublic);
      const taken = { claimId, statementId: statement.publicId, stance: "denies" } as const;
      return (actor, publicNote) => takePosition(actor, { ...taken, publicNote });
    },
  ],
  [
    "withdrawPosition",
    "position:take",
    async (isPublic) => {
      const { positionId } = await claimOf(isPublic);
      return (actor, publicNote) => withdrawPosition(actor, { positionId, publicNote });
    },
  ],
  [
    "relateStatements",
    "relation:decide",
    async (isPublic) => {
      const [from, to] = [
        await makeStatement({ state: stateOf(isPublic) }),
        await makeStatement({ state: "published" }),
      ];
      const ends = { fromId: from.publicId, toId: to.publicId, type: "contradicts" } as const;
      const given = { ...ends, rationale: REASON, comparability: "Same day." };
      return (actor, publicNote) => relateStatements(actor, { ...given, publicNote });
    },
  ],
  [
    "confirmRelation",
    "relation:decide",
    async (isPublic) => {
      const tie = await tieOf(isPublic);
      return (actor, publicNote) => confirmRelation(actor, { ...tie, publicNote });
    },
  ],
  [
    "rejectRelation",
    "relation:decide",
    async (isPublic) => {
      const tie = await tieOf(isPublic, "confirm");
      return (actor, publicNote) => rejectRelation(actor, { ...tie, reason: REASON, publicNote });
    },
  ],
  [
    "resolveRelation",
    "relation:decide",
    async (isPublic) => {
      const tie = await tieOf(isPublic, "confirm");
      const outcome = { resolution: "a_stands", reason: REASON } as const;
      return (actor, publicNote) => resolveRelation(actor, { ...tie, ...outcome, publicNote });
    },
  ],
  [
    "reopenRelation",
    "relation:decide",
    async (isPublic) => {
      const tie = await tieOf(isPublic, "confirm", "resolve");
      return (actor, publicNote) => reopenRelation(actor, { ...tie, reason: REASON, publicNote });
    },
  ],
];

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "passes",
    (error: unknown) => {
      if (error instanceof Forbidden) return "forbidden";
      if (error instanceof Refused && error.refusals.some(({ field }) => field === "publicNote"))
        return "needs a note";
      throw error;
    },
  );

describe.each(GUARDED)("%s", (_, action, make) => {
  it.each([true, false])("every role, with a note and without; public: %s", async (isPublic) => {
    let attempt = await make(isPublic);
    for (const role of ["visitor", ...ROLES] as const) {
      const actor: Actor = role === "visitor" ? VISITOR : { id: editor.id, name: `A ${role}`, role };
      // a note asked of whoever may not write one changes nothing; where nothing is public, nobody is asked
      for (const note of !isPublic ? [""] : role === "editor" ? ["", "Typo.", NOTE] : [NOTE]) {
        const expected = !can(actor, action)
          ? "forbidden"
          : !isPublic
            ? "passes"
            : role !== "editor"
              ? "forbidden"
              : note === NOTE
                ? "passes"
                : "needs a note";
        const notices = await db.notice.count();
        expect([role, note, await outcomeOf(attempt(actor, note))]).toEqual([role, note, expected]);
        expect(await db.notice.count()).toBe(notices + (isPublic && expected === "passes" ? 1 : 0));
        if (expected === "passes") attempt = await make(isPublic);
      }
    }
  });
});

/** Steps that are about the public alone: an editor with a note, or nobody. */
const ALWAYS: readonly [string, () => Promise<Attempt>][] = [
  [
    "withdrawClaim",
    async () => {
      const { claimId, version } = await claimOf(true);
      return (actor, publicNote) => withdrawClaim(actor, { claimId, version, publicNote });
    },
  ],
  [
    "reinstateClaim",
    async () => {
      const { claimId, version } = await claimOf(true);
      await withdrawClaim(editor, { claimId, version, publicNote: NOTE });
      return (actor, publicNote) => reinstateClaim(actor, { claimId, version: version + 1, publicNote });
    },
  ],
  [
    "withdrawStory",
    async () => {
      const { slug } = await storyOf(true);
      return (actor, publicNote) => withdrawStory(actor, { slug, version: 1, publicNote });
    },
  ],
  [
    "reinstateStory",
    async () => {
      const { slug } = await storyOf(true);
      await withdrawStory(editor, { slug, version: 1, publicNote: NOTE });
      return (actor, publicNote) => reinstateStory(actor, { slug, version: 2, publicNote });
    },
  ],
];

it.each(ALWAYS)("%s is an editor's, with a note", async (_, make) => {
  const attempt = await make();
  for (const role of ["visitor", "reader", "reporter", "reviewer", "admin"] as const) {
    const actor: Actor = role === "visitor" ? VISITOR : { id: editor.id, name: role, role };
    expect([role, await outcomeOf(attempt(actor, NOTE))]).toEqual([role, "forbidden"]);
  }
  expect(await outcomeOf(attempt(editor, ""))).toBe("needs a note");
  expect(await outcomeOf(attempt(editor, NOTE))).toBe("passes");
});

/** What is published is not changed by these at all: a correction is another step. */
const CLOSED: readonly [string, (statementId: string) => Promise<unknown>][] = [
  ["editStatement", (id) => editStatement(editor, { id, version: 1, wording: "Other words" })],
  [
    "assessSourcing",
    (statementId) =>
      assessSourcing(editor, {
        ...{ statementId, version: 1, attributionTerms: "on_record", sourceIdentity: "named_person" },
        ...{ channel: "speech", proximity: "first_hand", origin: "original_reporting" },
        ...{ wordingBasis: ["recording"], interest: ["none_declared"], credibility: "2", reliability: "B" },
      }),
  ],
  [
    "giveVerdict",
    (statementId) =>
      giveVerdict(editor, { statementId, version: 1, axis: "said", value: "confirmed", reasons: REASON }),
  ],
  [
    "withdrawTruthVerdict",
    (statementId) => withdrawTruthVerdict(editor, { statementId, version: 1, reasons: REASON }),
  ],
];

it.each(CLOSED)("%s refuses what is published and what was retracted", async (_, attempt) => {
  for (const state of ["published", "retracted"]) {
    const { publicId } = await makeStatement({ state });
    await expect(attempt(publicId)).rejects.toBeInstanceOf(Refused);
  }
});

describe("an import that meets what is public", () => {
  it("remembers a name for matching, and visitors neither read it nor find by it", async () => {
    const { speaker } = await speakerOf(true);
    const alias = `Nickname ${randomUUID().slice(0, 8)}`;
    const before = { ...(await getSpeaker(VISITOR, speaker.slug)), version: 0 };
    const reporter = await makeUser("reporter");
    await transact((tx) => rememberAlias(tx, reporter, { speakerId: speaker.id, alias }));
    expect({ ...(await getSpeaker(VISITOR, speaker.slug)), version: 0 }).toEqual(before);
    expect((await listSpeakers(VISITOR, { q: alias })).items).toEqual([]);
    expect((await listSpeakers(reporter, { q: alias })).items).toHaveLength(1);
    await addAlias(editor, { speakerId: speaker.id, alias, publicNote: NOTE });
    expect((await getSpeaker(VISITOR, speaker.slug)).aliases).toMatchObject([{ name: alias }]);
  });

  it("adds an edition, and visitors read the one in which the statements stand", async () => {
    const source = await makeSource("Before. “These are the words,” somebody said. After.");
    await makeStatement({ state: "published", sourceId: source.id, wording: "“These are the words,”" });
    const before = await getSource(VISITOR, { sourceId: source.publicId });
    const reporter = await makeUser("reporter");
    await transact((tx) => addEdition(tx, reporter, { sourceId: source.id, text: "Another text." }));
    expect(await getSource(VISITOR, { sourceId: source.publicId })).toEqual(before);
    expect((await getSource(reporter, { sourceId: source.publicId })).editions).toHaveLength(2);
  });
});

it("a source that a public claim’s verdict rests on is read, and changed with a note", async () => {
  const { claimId } = await claimOf(true);
  const source = await makeSource("Minutes of the meeting.");
  const subject = { type: "source", id: source.id } as const;
  expect(await isPublic(subject)).toBe(false);
  const evidence = [{ sourceId: source.publicId, stance: "supports", title: source.title }] as const;
  await judgeClaim(editor, {
    ...{ claimId, version: 2, verdict: "narrative", reasons: REASON, publicNote: NOTE },
    evidence: [...evidence],
  });
  expect(await isPublic(subject)).toBe(true);
});

it("a verdict on a public claim that is given again tells what of it changed, and nothing when nothing did", async () => {
  const { claimId } = await claimOf(true);
  await ensureScales();
  const scale = await db.truthScale.findFirstOrThrow({
    where: { labels: { some: {} } },
    select: {
      key: true,
      name: true,
      labels: { select: { key: true, label: true }, take: 1, orderBy: { key: "asc" } },
    },
    orderBy: { key: "asc" },
  });
  const [{ key, label } = { key: "", label: "" }] = scale.labels;
  const judge = (version: number, rest: Partial<Parameters<typeof judgeClaim>[1]> = {}) =>
    judgeClaim(editor, {
      ...{ claimId, version, verdict: `${scale.key}:${key}`, reasons: REASON, asOf: "2026-03-01" },
      ...{ publicNote: NOTE, ...rest },
    });
  const told = async () =>
    (await listNotices(VISITOR, { type: "claim", id: claimId }))[0]?.changes.map(Object.values);
  await judge(2);
  const what = "The verdict on its truth";
  expect(await told()).toEqual([[what, "", label]]);
  await expect(judge(3)).rejects.toThrow("says this already");
  await judge(3, { reasons: "The minutes say it.", uncertainty: "The hour.", asOf: "2026-03-02" });
  expect(await told()).toEqual([
    ["The reasoning of the verdict on its truth", REASON, "The minutes say it."],
    ["What is uncertain in the verdict on its truth", "", "The hour."],
    ["The day as of which the verdict on its truth holds", "2026-03-01", "2026-03-02"],
  ]);
  const same = { reasons: "The minutes say it.", uncertainty: "The hour.", asOf: "2026-03-02" };
  const source = await makeSource("Minutes of the meeting.", "The minutes");
  const evidence = [{ sourceId: source.publicId, stance: "supports" as const }];
  await judge(4, { ...same, evidence });
  expect(await told()).toEqual([["Evidence was added to the verdict on its truth", "", ""]]);
  const twin = await db.truthScale.create({
    data: {
      ...{ key: "of-our-own", name: "Our own", isOrdered: false },
      labels: { create: { key: "x", label, definition: "", ordinal: 1, colour: "", icon: "" } },
    },
  });
  await judge(5, { ...same, verdict: `${twin.key}:x` });
  expect(await told()).toEqual([[what, `${label}, ${scale.name}`, `${label}, Our own`]]);
  await judge(6, { ...same, verdict: "not_judged" });
  expect(await told()).toEqual([[what, label, "Not judged"]]);
});

describe("where a notice is shown", () => {
  it("tells of a rename on the speaker's page and on statements published before it", async () => {
    const { speaker, statement } = await speakerOf(true);
    const change = {
      id: speaker.id,
      version: 1,
      name: "Khawaja Asif",
      kind: "person",
      description: "",
    } as const;
    await editSpeaker(editor, { ...change, publicNote: NOTE });
    const told = [{ note: NOTE, changes: [{ before: speaker.name, after: "Khawaja Asif" }] }];
    expect(await listNotices(VISITOR, { type: "speaker", id: speaker.id })).toMatchObject(told);
    expect(await listNoticesOnStatement(VISITOR, statement.id)).toMatchObject(told);
    const later = await makeStatement({ state: "published", speakerId: speaker.id });
    await db.statement.update({ where: { id: later.id }, data: { publishedAt: new Date("2999-01-01") } });
    expect(await listNoticesOnStatement(VISITOR, later.id)).toEqual([]);
  });

  it("tells a statement of its story’s name, and not of what else was put into the story", async () => {
    const { slug, statement } = await storyOf(true);
    const { publicId } = await makeStatement({ state: "published" });
    await addToStory(editor, { slug, statementIds: [publicId], publicNote: NOTE });
    expect(await listNoticesOnStatement(VISITOR, statement.id)).toEqual([]);
    const { version } = await db.story.findUniqueOrThrow({ where: { slug } });
    await editStory(editor, {
      slug,
      version,
      title: `Renamed ${randomUUID()}`,
      summary: "",
      publicNote: NOTE,
    });
    expect(await listNoticesOnStatement(VISITOR, statement.id)).toMatchObject([{ subjectType: "story" }]);
  });

  it("leaves the version that was published with the names that it had", async () => {
    const { speaker, statement } = await speakerOf(true);
    const number = await transact(async (tx) => {
      const subject = { subjectType: "statement", subjectId: statement.id };
      await appendAudit(tx, { actor: editor, action: "review.publish", ...subject });
      return writeVersion(tx, editor, statement.id);
    });
    const source = await db.source.findUniqueOrThrow({ where: { id: statement.sourceId } });
    const change = {
      id: speaker.id,
      version: 1,
      name: "Somebody Else",
      kind: "person",
      description: "",
    } as const;
    await editSpeaker(editor, { ...change, publicNote: NOTE });
    const where = { statementId_number: { statementId: statement.id, number } };
    const { snapshot } = await db.statementVersion.findUniqueOrThrow({ where });
    expect(JSON.parse(snapshot)).toMatchObject({
      speaker: { name: speaker.name },
      source: { title: source.title, publishedOn: source.publishedOn?.toISOString() },
    });
  });

  it("prints no name that is taken away to protect somebody", async () => {
    const { speaker } = await speakerOf(true);
    const hidden = {
      id: speaker.id,
      version: 1,
      name: "An official",
      kind: "anonymous",
      description: "",
    } as const;
    await editSpeaker(editor, { ...hidden, publicNote: NOTE });
    const notices = await listNotices(VISITOR, { type: "speaker", id: speaker.id });
    expect(JSON.stringify(notices)).not.toContain(speaker.name);
    expect(notices[0]?.changes).toHaveLength(2);
  });

  it("prints no name in any notice, other name or address from before somebody is protected", async () => {
    const [first, second, nick] = ["Zalmay Durrani", "Zalmai Durrani", "Zuzu Zal"];
    const speaker = await makeSpeaker(first);
    const statement = await makeStatement({ state: "published", speakerId: speaker.id });
    const fields = { id: speaker.id, kind: "person", description: "" } as const;
    const note = "The Durrani family asked for it.";
    await editSpeaker(editor, {
      ...fields,
      version: 1,
      name: second,
      keepsFormerName: true,
      publicNote: note,
    });
    await addAlias(editor, { speakerId: speaker.id, alias: nick, publicNote: note });
    const { version } = await db.speaker.findUniqueOrThrow({ where: { id: speaker.id } });
    const hide = {
      ...fields,
      version,
      name: "An official",
      kind: "anonymous",
      keepsFormerName: true,
    } as const;
    for (const spelled of [{ publicNote: note }, { publicNote: NOTE, description: "A cousin of durrani" }]) {
      const attempt = editSpeaker(editor, { ...hide, ...spelled });
      await expect(attempt).rejects.toMatchObject({ refusals: [{ rule: "speaker.hidden" }] });
    }
    const { slug } = await editSpeaker(editor, { ...hide, publicNote: NOTE });
    const read = {
      speaker: await getSpeaker(VISITOR, slug),
      notices: await listNotices(VISITOR, { type: "speaker", id: speaker.id }),
      beside: await listNoticesOnStatement(VISITOR, statement.id),
    };
    expect(JSON.stringify(read)).not.toMatch(/zalma|durrani|zuzu/iu);
    expect(read.notices.map((notice) => notice.note)).toEqual([NOTE, "[withheld]", "[withheld]"]);
    await expect(getSpeaker(VISITOR, speaker.slug)).rejects.toBeInstanceOf(NotFound);
    expect((await listSpeakers(VISITOR, { q: "durrani" })).items).toEqual([]);
    const after = { id: speaker.id, version: version + 1, name: "A minister", kind: "anonymous" } as const;
    expect((await editSpeaker(editor, { ...after, description: "", publicNote: NOTE })).slug).toBe(slug);
  });

  it("hides a tie's notice while one of its statements is hidden", async () => {
    const tie = await tieOf(true, "confirm");
    const { fromId, toId } = await db.relation.findUniqueOrThrow({ where: { id: tie.id } });
    expect(await listNoticesOnStatement(VISITOR, toId)).toHaveLength(1);
    await db.sourcingAssessment.create({
      data: {
        ...{ statementId: fromId, attributionTerms: "off_record", sourceIdentity: "named_person" },
        ...{
          channel: "speech",
          proximity: "first_hand",
          origin: "original_reporting",
          assessedAt: new Date(),
        },
      },
    });
    expect(await listNoticesOnStatement(VISITOR, toId)).toEqual([]);
    expect(await listNoticesOnStatement(reviewer, toId)).toHaveLength(1);
  });
});

/** Doors whose functions write nothing of the newsroom's record, or nothing that a page prints. */
const NOT_THE_RECORD = new Set(
  "accounts api attempts audit auth backups bibliographies checks citations db documents env exports health independence keys migrations networks notices passages pictures reports search searches shingles spreadsheets styles threads visibility webhooks zip".split(
    " ",
  ),
);

/** Every other function behind a server door that changes something, and why what is public stays as it is. */
const OTHER_MUTATIONS: Readonly<Record<string, string>> = {
  "articles.readArrived": "reads what arrived, in a thread of its own",
  "batches.addToBatch": "files that wait, one's own",
  "batches.bringRound": "brings each file as imports.bringDocument does",
  "batches.cancelBatch": "files that wait, one's own",
  "batches.keepBringing": "calls bringRound",
  "batches.startBatch": "files that wait, one's own",
  "comments.writeComments": "the desk's",
  "sources.recordQuoted": "new sources, at the desk only",
  "tables.bringTable": "one's own table",
  "tables.discardTable": "one's own table",
  "tables.replaceTable": "one's own table",
  "tables.sayTable": "one's own table",
  "tables.lookAtTable": "reads",
  "tables.storeTable":
    "captures statements of new and known sources, and new editions that hold what is quoted",
  "editions.lookAhead": "reads",
  "editions.recordReadingIn": "records a reading for its caller, as recordReading does",
  "imports.bringDocument": "one's own draft, stored as storeDraft does where that is asked for",
  "imports.bringFetched": "as bringDocument",
  "imports.checkInTurns": "as checkSource, one after another",
  "imports.checkSource": "a reading of a source, and an edition as an import of it would make",
  "imports.importAddress": "one's own draft",
  "imports.importDocument": "one's own draft",
  "imports.lookAtDocument": "reads",
  "statements.isPastCounting": "reads",
  "statements.askedFor": "reads",
  "statements.typedWhere": "reads",
  "claims.createClaim": "new, at the desk only",
  "claims.publishClaim": "publication, an editor's",
  "claims.claimStatementVersion": "counts a save for its caller",
  "claims.claimClaimVersion": "counts a save for its caller",
  "claims.claimReviewRefusals": "reads, for its caller",
  "claims.evidenceRows": "rows for its caller",
  "claims.textsOfEvidence": "texts for its caller",
  "comments.comment": "the desk's",
  "comments.openReview": "the desk's",
  "comments.resolveComment": "the desk's",
  "comments.writeComment": "the desk's",
  "corrections.confirmCorrection": "a correction",
  "corrections.confirmRetraction": "a retraction",
  "corrections.judgeAgain": "a correction",
  "corrections.proposeCorrection": "a correction",
  "corrections.proposeRetraction": "a retraction",
  "corrections.withdrawCorrection": "of what waits",
  "corrections.withdrawRetraction": "of what waits",
  "editions.followEdition": "what is public keeps its places: lib/editions/mutations.test.ts",
  "editions.recordReading": "as followEdition",
  "editions.keepWords": "passes the guard: lib/editions/server.test.ts",
  "imports.createDraft": "one's own draft",
  "imports.discardDraft": "one's own draft",
  "imports.readFurther": "one's own draft",
  "imports.saveDetails": "one's own draft",
  "imports.sayNear": "one's own draft",
  "imports.storeDraft": "captures; what is held already keeps its data, see above",
  "imports.turnsInOrder": "orders what waits, and stores nothing",
  "outlets.findOrCreateOutlet": "new, or as it is; no door renames an outlet",
  "proposals.acceptAll": "one's own draft",
  "proposals.acceptRun": "one's own draft",
  "proposals.acceptedUnseen": "reads, for its caller",
  "proposals.addProposal": "one's own draft",
  "proposals.claimDraft": "one's own draft",
  "proposals.decideProposal": "one's own draft",
  "proposals.editProposal": "one's own draft",
  "proposals.forgetActs": "one's own draft",
  "proposals.placeOf": "reads one's own draft",
  "proposals.pressInTurn": "one's own draft",
  "proposals.readFound": "reads, for its caller",
  "proposals.readPage": "reads one's own draft",
  "proposals.undoLast": "one's own draft",
  "publication.anchorAfter": "reads, for a correction",
  "publication.applyChanges": "a correction",
  "publication.writeVersion": "a publication or a correction",
  "relations.suggestRelation": "a suggestion is the desk's",
  "review.approve": "the process",
  "review.assignReview": "the process",
  "review.comment": "the desk's",
  "review.decline": "the process, of what is not published",
  "review.publish": "the process",
  "review.requestChanges": "the process",
  "review.resolveComment": "the desk's",
  "review.step": "the process, for its caller",
  "review.submitForApproval": "the process",
  "review.takeReview": "the process",
  "review.tickChecklist": "the desk's",
  "review.toState": "the process, for its caller",
  "sendings.discardTyped": "one's own typing",
  "sendings.isOfAnother": "reads a form",
  "sendings.isStored": "reads whether a sending was stored",
  "sendings.keepSent": "one's own typing",
  "sendings.keepTyped": "one's own typing",
  "sendings.runForm": "runs the mutation of its caller, once",
  "sendings.senderOf": "reads a form",
  "sendings.signSender": "signs, and writes nothing",
  "sendings.whyNotKept": "words a failure",
  "sources.addEdition": "visitors read the edition in which the statements stand, see above",
  "sources.createSource": "new",
  "sourcing.recordSourcing": "for its caller: assessSourcing, or a correction",
  "sourcing.recordSourcingReaffirmed": "for its caller: a correction",
  "proposals.readThese": "reads, for its caller",
  "sendings.isOfFramework": "tells a redirect from a failure",
  "sendings.wordsForLog": "words of a failure, for the log",
  "stories.addressedStories": "a condition, for queries",
  "profiles.clusterInTime": "reads",
  "profiles.tallySpeaker": "reads",
  "profiles.withholdNote": "through the guard; lib/profiles/withheld-notes-server.test.ts",
  "speakers.assertApart": "reads, for its caller",
  "speakers.previewMerge": "reads",
  "speakers.roleOf": "words of a role, for its caller",
  "speakers.previewSplit": "reads",
  "speakers.slugsNow": "reads",
  "speakers.speakerNow": "reads",
  "speakers.speakersNow": "reads",
  "speakers.undoMerge": "as mergeSpeakers; lib/speakers/merging-server.test.ts",
  "speakers.keepApart": "the desk's, of who is offered as a double",
  "speakers.lookAgain": "the desk's, of who is offered as a double",
  "speakers.undoSplit": "as splitSpeaker; lib/speakers/splitting-server.test.ts",
  "speakers.createSpeaker": "new",
  "speakers.createSpeakers": "new",
  "speakers.rememberAlias": "for matching only, see above",
  "statements.captureStatement": "new",
  "statements.captureStatements": "new",
  "statements.takeFound": "for its caller: an edit, or a correction",
  "statements.standAgain": "what is public keeps its places, see lib/imports",
  "stories.createStory": "new",
  "verdicts.ensureScales": "vocabulary that is not there yet",
  "verdicts.recordReaffirmed": "for its caller: a correction",
  "verdicts.recordVerdict": "for its caller: giveVerdict, or a correction",
  "verdicts.recordWithdrawal": "for its caller: withdrawTruthVerdict, or a correction",
};

const READS =
  /^(get|find(?!Or)|list|compare|each|count|latest|suggest(Speakers|ionsFor)|read(All)|owner|own|hash|blockers|corroboration|facet|statementsAskedFor|addressedClaims|notices|hands|questions|loadFacts|nameSpeakers|unproven|hidden|titlesFor|readable|sourcesWith|contradicted|hasChangedSpeaker)/;

it("classifies every mutation of the code base", async () => {
  const lib = path.join(process.cwd(), "lib");
  const known = new Set([
    ...GUARDED.map(([name]) => name.replace(/ \(.*/, "")),
    ...ALWAYS.map(([name]) => name),
    ...CLOSED.map(([name]) => name),
  ]);
  const unclassified: string[] = [];
  const seen: string[] = [];
  for (const domain of readdirSync(lib)) {
    const door = path.join(lib, domain, "server.ts");
    if (NOT_THE_RECORD.has(domain) || !existsSync(door)) continue;
    const exported = (await import(/* @vite-ignore */ door)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value !== "function" || (READS.test(name) && name !== "suggestRelation")) continue;
      seen.push(`${domain}.${name}`);
      if (!known.has(name) && !(`${domain}.${name}` in OTHER_MUTATIONS))
        unclassified.push(`${domain}.${name}`);
    }
  }
  expect(unclassified, "say here what each does to what is public, and test it").toEqual([]);
  expect(Object.keys(OTHER_MUTATIONS).filter((name) => !seen.includes(name))).toEqual([]);
});
