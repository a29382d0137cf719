import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "@/lib/auth";
import { checkBibliography } from "@/lib/bibliographies/server";
import { db } from "@/lib/db/server";
import { describeSelection } from "@/lib/exports/server";
import { absoluteUrl } from "@/lib/http";
import { listContradictions, relateStatements } from "@/lib/relations/server";
import { facetStatements, searchStatements } from "@/lib/search/server";
import { mergeSpeakers } from "@/lib/speakers/server";
import { makeSpeaker, makeStatement, makeUser } from "./factories";

// Whatever takes the address of a speaker takes that of one who was found to be another, also through a chain.

const merged = { slug: "", into: "", other: "" };

beforeAll(async () => {
  const editor = await makeUser("editor");
  const [from, between, into, other] = [
    await makeSpeaker(),
    await makeSpeaker(),
    await makeSpeaker(),
    await makeSpeaker(),
  ];
  // an address that no name of hers spells
  const { slug } = await db.speaker.update({ where: { id: from.id }, data: { slug: "kept-elsewhere" } });
  Object.assign(merged, { slug, into: into.name, other: other.slug });
  const said = await makeStatement({ speakerId: from.id, state: "published" });
  const denied = await makeStatement({ speakerId: other.id, state: "published" });
  await relateStatements(editor, {
    ...{ fromId: said.publicId, toId: denied.publicId, type: "contradicts" },
    rationale: "The one says that it was signed, the other that it was not.",
    comparability: "Both speak of the same paper on the same day.",
    publicNote: "Both are on record.",
  });
  for (const [fromId, intoId] of [
    [from.id, between.id],
    [between.id, into.id],
  ] as const) {
    const { version } = await db.speaker.findUniqueOrThrow({ where: { id: fromId } });
    await mergeSpeakers(editor, {
      ...{ fromId, intoId, version, showsName: true, reason: "" },
      publicNote: "One woman: the wires spell her three ways.",
    });
  }
});

it("the head of an export", async () => {
  const { title } = await describeSelection(VISITOR, { speaker: [merged.slug] });
  expect(title).toBe(`Speaker: ${merged.into}`);
});

it("the counts beside a list", async () => {
  const facets = await facetStatements(VISITOR, { speaker: [merged.slug] });
  expect(facets?.form.map(({ count }) => count)).toEqual([1]);
  expect((await searchStatements(VISITOR, { speaker: [merged.slug] }, {})).count.count).toBe(1);
});

it("a search for an address", async () => {
  const { list } = await searchStatements(VISITOR, { q: `speaker:${merged.slug}` }, {});
  expect(list.items).toHaveLength(1);
});

it("the contradictions of two", async () => {
  const { items } = await listContradictions(VISITOR, { between: [merged.slug, merged.other] });
  expect(items).toHaveLength(1);
});

it("a bibliography that was written before", async () => {
  const { findings } = await checkBibliography(VISITOR, absoluteUrl(`/speakers/${merged.slug}`));
  expect(findings.map(({ outcome, record }) => [outcome, record?.id])).toEqual([["as_cited", merged.slug]]);
});
