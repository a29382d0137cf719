import { expect, test } from "vitest";
import { VISITOR } from "@/lib/auth";
import { toClaimReview } from "@/lib/claimreview";
import { createClaim, findReviewed, publishClaim } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { ensureScales, judgeClaim } from "@/lib/verdicts/server";
import { makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import {
  listChangeEntries,
  listClaimReviews,
  listPublishedEntries,
  listSitemapOf,
  listSitemaps,
} from "./server";

const at = (day: string) => new Date(`${day}T10:00:00Z`);

async function publish(wording: string, day: string, rest: Parameters<typeof makeStatement>[0] = {}) {
  const made = await makeStatement({ wording, state: "published", ...rest });
  await db.statement.update({ where: { id: made.id }, data: { publishedAt: at(day) } });
  return made;
}

test("a feed has what was published last, under one id for ever, with what must be read with the words", async () => {
  const speaker = await makeSpeaker("Ada Feed");
  const own = { speakerId: speaker.id };
  const older = await publish("“We met,”", "2025-11-01", own);
  const newer = await publish("“We <b>left</b>,”", "2025-11-02", own);
  const gone = await publish("“We lost,”", "2025-11-03", { ...own, state: "retracted" });
  const editor = await makeUser("editor");
  await db.retraction.create({
    data: {
      ...{ statementId: gone.id, reason: "Nobody said it.", proposedById: editor.id },
      ...{ proposedAt: at("2025-11-04"), confirmedAt: at("2025-11-04"), confirmedById: editor.id },
    },
  });
  await db.statement.update({ where: { id: older.id }, data: { isDenial: true } });
  await db.correction.create({
    data: {
      statementId: older.id,
      versionNumber: 2,
      kind: "correction",
      note: "A name.",
      givenAt: at("2025-11-05"),
    },
  });
  await makeStatement({ wording: "“Nobody may read this,”", ...own });
  const sealed = await publish("“Nor this,”", "2025-11-06", own);
  await db.sourcingAssessment.create({
    data: {
      ...{ statementId: sealed.id, attributionTerms: "off_record", assessedAt: at("2025-11-06") },
      ...{ sourceIdentity: "named", channel: "speech", proximity: "direct", origin: "original_reporting" },
      ...{ reliability: "B", credibility: 2, assessedById: editor.id },
    },
  });

  const entries = await listPublishedEntries({ speaker: [speaker.slug] });
  expect(entries.map(({ id }) => id.split("/").at(-1))).toEqual(
    [gone, newer, older].map(({ publicId }) => publicId),
  );
  const [retracted, plain, corrected] = entries;
  expect(retracted?.title).toMatch(/^Retracted on 4 November 2025\. Ada Feed: /);
  expect(retracted?.html).toContain("Retracted on 4 November 2025.");
  expect(plain?.html).toContain("&#60;b&#62;left");
  expect(corrected?.html).toContain("Denies: “We met,”");
  expect(corrected?.updated).toEqual(at("2025-11-05"));
  expect(corrected?.published).toEqual(at("2025-11-01"));

  const changes = (await listChangeEntries()).filter(({ author }) => author === "Ada Feed");
  expect(changes.map(({ id }) => id.split("/").at(-1))).toEqual([
    `${older.publicId}#version-2`,
    `${gone.publicId}#retracted`,
  ]);
  expect(changes[0]?.title).toMatch(/^Corrected: Ada Feed: Denies: /);
  expect(changes[1]?.html).toContain("Retracted. Nobody said it.");
});

test("what was changed beside published words is asked for again, as the public was told of it", async () => {
  const editor = await makeUser("editor");
  const outlet = await db.outlet.create({
    data: { slug: "told-feed", name: "Told", nameKey: "told", searchKey: " told " },
  });
  const publishBy = async (name: string, day: string) => {
    const speaker = await makeSpeaker(name);
    const made = await publish(`“${name} met,”`, day, { speakerId: speaker.id });
    await db.source.update({ where: { id: made.sourceId }, data: { outletId: outlet.id } });
    return { ...made, speaker };
  };
  const [one, other] = [await publishBy("Ada Told", "2025-10-01"), await publishBy("Bo Told", "2025-10-02")];
  const hidden = await makeStatement({ wording: "“Not yet,”", speakerId: other.speaker.id });
  const tell = (day: string, places: readonly (readonly [string, string])[]) =>
    db.notice.create({
      data: {
        ...{ subjectType: places[0]?.[0] ?? "", subjectId: places[0]?.[1] ?? "", changes: "[]" },
        ...{ note: "It was asked for.", givenAt: at(day), givenById: editor.id },
        places: { create: places.map(([subjectType, subjectId]) => ({ subjectType, subjectId })) },
      },
    });
  // of a moment before it was public, and of what names something that is not, nobody is told
  await tell("2025-09-30", [["speaker", one.speaker.id]]);
  await tell("2025-11-30", [
    ["statement", other.id],
    ["statement", hidden.id],
  ]);
  const updated = async () => {
    const entries = await listPublishedEntries({ speaker: [one.speaker.slug, other.speaker.slug] });
    const inSitemap = await listSitemapOf("2025-10");
    return [one, other].map(({ publicId }) => {
      const [told] = entries.filter(({ id }) => id.endsWith(publicId));
      const page = inSitemap.find(({ path }) => path.endsWith(publicId));
      expect(page?.at).toEqual(told?.updated);
      return told?.updated.toISOString().slice(0, 10);
    });
  };
  expect(await updated()).toEqual(["2025-10-01", "2025-10-02"]);
  await tell("2025-10-03", [["speaker", one.speaker.id]]);
  expect(await updated()).toEqual(["2025-10-03", "2025-10-02"]);
  await tell("2025-10-04", [["source", other.sourceId]]);
  await tell("2025-10-05", [["statement", one.id]]);
  expect(await updated()).toEqual(["2025-10-05", "2025-10-04"]);
  await tell("2025-10-06", [["outlet", outlet.id]]);
  expect(await updated()).toEqual(["2025-10-06", "2025-10-06"]);
});

test("a feed of a claim has who takes a position on it, and there is none of a claim that nobody may see", async () => {
  const said = await publish("“It is closed,”", "2025-11-07");
  const claim = (slug: string, state: string) =>
    db.claim.create({
      data: {
        ...{ slug, proposition: slug, propositionKey: slug, state },
        positions: { create: { statementId: said.id, stance: "asserts", takenAt: at("2025-11-07") } },
      },
    });
  await claim("feed-open", "published");
  await claim("feed-hidden", "draft");
  const ids = (await listPublishedEntries({}, "feed-open")).map(({ id }) => id.split("/").at(-1));
  expect(ids).toEqual([said.publicId]);
  await expect(listPublishedEntries({}, "feed-hidden")).rejects.toThrow(NotFound);
});

test("a sitemap has what the public may open, a month at a time", async () => {
  const speaker = await makeSpeaker("Ada Map");
  const said = await publish("“Mapped,”", "2019-02-28", { speakerId: speaker.id });
  const hidden = await makeSpeaker("Hidden Map");
  await makeStatement({ speakerId: hidden.id });
  const files = await listSitemaps();
  expect(files.slice(0, 2)).toEqual(["pages", "speakers"]);
  // a month in which nothing was published has no file
  expect(files.filter((file) => file.startsWith("2019"))).toEqual(["2019-02"]);
  expect(files).toContain("2025-11");
  expect(await listSitemapOf("2019-02")).toEqual([
    { path: `/statements/${said.publicId}`, at: at("2019-02-28") },
  ]);
  expect(await listSitemapOf("2019-03")).toEqual([]);
  expect(await listSitemapOf("9999-12")).toEqual([]);
  const paths = (await listSitemapOf("speakers")).map(({ path }) => path);
  expect(paths).toContain(`/speakers/${speaker.slug}`);
  expect(paths).not.toContain(`/speakers/${hidden.slug}`);
  for (const file of ["people", "0000-01", "2019-13", "2019-02-0", "2019-02-2"])
    await expect(listSitemapOf(file)).rejects.toThrow(NotFound);
});

test("what is more than a file holds goes on in the next, and every page stands in one", async () => {
  const made = [1, 2, 3, 4, 5].map((day) => publish("“Many,”", `2018-05-0${day}`));
  const ids = (await Promise.all(made)).map(({ publicId }) => `/statements/${publicId}`);
  const files = (await listSitemaps({ most: 2 })).filter((file) => file.startsWith("2018"));
  expect(files).toEqual(["2018-05", "2018-05-2", "2018-05-3"]);
  const pages = await Promise.all(files.map((file) => listSitemapOf(file, { most: 2 })));
  expect(pages.flat().map(({ path }) => path)).toEqual(ids);
});

test("a sitemap says when the public was told of a change last", async () => {
  const { id } = await publish("“Amended,”", "2017-05-01");
  const correction = { statementId: id, versionNumber: 2, kind: "correction", note: "A name." };
  await db.correction.create({ data: { ...correction, givenAt: at("2017-06-02") } });
  expect((await listSitemapOf("2017-05")).map(({ at }) => at)).toEqual([at("2017-06-02")]);
});

test("a site that is shut tells a stranger nothing", async () => {
  process.env.PUBLIC_SITE = "off";
  try {
    for (const read of [
      () => listPublishedEntries({}),
      listChangeEntries,
      () => listSitemaps(),
      () => listSitemapOf("pages"),
    ])
      await expect(read()).rejects.toThrow(NotFound);
  } finally {
    process.env.PUBLIC_SITE = "";
  }
});

test("a ClaimReview names nobody as having made a claim of whom it is in doubt that they said it", async () => {
  const reviewer = await makeUser("reviewer");
  await ensureScales();
  const { key, scale } = await db.scaleLabel.findFirstOrThrow({
    where: { retiredAt: null },
    select: { key: true, scale: { select: { key: true } } },
    orderBy: { id: "asc" },
  });
  const { slug } = await createClaim(reviewer, { proposition: "The quay was sold twice" });
  const { id, version } = await db.claim.findUniqueOrThrow({ where: { slug } });
  const given = { reasons: "The minutes say so.", asOf: "2026-03-01" };
  await judgeClaim(reviewer, { claimId: id, version, verdict: `${scale.key}:${key}`, ...given });
  const assert = async (name: string, value: string | null, occurredAt: string) => {
    const speaker = await makeSpeaker(name);
    const wording = `“The quay was sold twice,” ${name} said`;
    const statement = await makeStatement({
      ...{ wording, speakerId: speaker.id, state: "published", occurredAt: at(occurredAt) },
    });
    const statementId = statement.id;
    await db.position.create({
      data: { claimId: id, statementId, stance: "asserts", note: "", takenAt: at("2026-03-01") },
    });
    const judged = { axis: "said", reasons: "", asOf: at("2026-03-01"), givenAt: at("2026-03-01") };
    if (value) await db.verdict.create({ data: { statementId, value, ...judged } });
  };
  for (const [index, doubt] of ["unproven", "disputed", "denied", "misattributed", "fabricated"].entries())
    await assert(`Doubt ${doubt}`, doubt, `2026-01-0${index + 1}`);
  const review = async () => {
    const reviewed = await findReviewed(VISITOR, id);
    if (!reviewed) throw new Error("the claim has a label");
    return toClaimReview(reviewed).itemReviewed as Record<string, unknown>;
  };
  const alone = await review();
  expect(alone).not.toHaveProperty("author");
  expect(alone.text).toMatch(/ \[not proven to have been said\]$/u);
  await assert("Vera Sure", "confirmed", "2026-02-01");
  expect(await review()).toMatchObject({
    author: [{ name: "Vera Sure" }],
    text: "“The quay was sold twice,” Vera Sure said",
  });
});

test("the ClaimReviews of the public claims that have a label, a page at a time", async () => {
  const [reviewer, editor] = [await makeUser("reviewer"), await makeUser("editor")];
  await ensureScales();
  const { key, scale } = await db.scaleLabel.findFirstOrThrow({
    where: { retiredAt: null },
    select: { key: true, scale: { select: { key: true } } },
    orderBy: { id: "asc" },
  });
  const claimed = async (proposition: string, { verdict = `${scale.key}:${key}`, isPublic = true } = {}) => {
    const { slug } = await createClaim(reviewer, { proposition });
    const { id, version } = await db.claim.findUniqueOrThrow({ where: { slug } });
    await judgeClaim(reviewer, {
      claimId: id,
      version,
      verdict,
      reasons: "The minutes say so.",
      asOf: "2026-03-01",
    });
    const judged = await db.claim.findUniqueOrThrow({ where: { slug } });
    const statement = await makeStatement({ wording: `“${proposition},”`, state: "published" });
    await db.position.create({
      data: {
        ...{ claimId: id, statementId: statement.id, stance: "asserts", note: "" },
        ...{ takenAt: at("2026-03-01"), takenById: reviewer.id },
      },
    });
    if (isPublic) await publishClaim(editor, { claimId: id, version: judged.version });
    return slug;
  };
  const slugs = [await claimed("The bridge was closed"), await claimed("The bridge was sold")];
  await claimed("The bridge was lent", { verdict: "narrative" });
  await claimed("The bridge was burnt", { isPublic: false });
  const first = await listClaimReviews({ take: 1 });
  expect(first.reviews).toMatchObject([{ claimReviewed: "The bridge was sold" }]);
  const second = await listClaimReviews({ take: 1, ...(first.next ? { after: first.next } : {}) });
  expect(second.reviews).toMatchObject([{ claimReviewed: "The bridge was closed" }]);
  expect(second.next).toBeNull();
  expect(slugs).toHaveLength(2);
  await expect(listClaimReviews({ after: "nothing" })).rejects.toThrow();
});
