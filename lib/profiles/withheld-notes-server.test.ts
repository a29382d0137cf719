import { beforeAll, expect, test } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { WITHHELD } from "@/lib/notices";
import { listNotices } from "@/lib/notices/server";
import { editSpeaker } from "@/lib/speakers/server";
import { createStory, editStory } from "@/lib/stories/server";
import { makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { listNamedStill, withholdNote } from "./server";

// what editors wrote about something else may name who is not named any more

const HIDING = "The whole family was threatened.";
let [editor, reviewer]: Actor[] = [];
let speakerId: string;
let story: { id: string; slug: string };

const noticesOfStory = () => listNotices(VISITOR, { type: "story", id: story.id });
const named = async () => (await listNamedStill(editor as Actor, speakerId))?.notes ?? [];

beforeAll(async () => {
  [editor, reviewer] = [await makeUser("editor"), await makeUser("reviewer")];
  speakerId = (await makeSpeaker("Zalmay Quetta")).id;
  await makeStatement({ state: "published", speakerId });
  const { slug } = await createStory(reviewer, { title: "A road is shut" });
  story = await db.story.findUniqueOrThrow({ where: { slug }, select: { id: true, slug: true } });
  await makeStatement({ state: "published", storyId: story.id });
  for (const [summary, publicNote] of [
    ["Told by Zalmay Quetta.", "A summary was asked for by our readers."],
    ["Told by a clerk.", "Mr Quetta asked us to leave his name out."],
    ["Told by a clerk in spring.", "The time of the year was missing."],
  ] as const) {
    const { version } = await db.story.findUniqueOrThrow({ where: { slug } });
    await editStory(editor, { slug, version, title: "A road is shut", summary, publicNote });
  }
  await editSpeaker(editor, {
    ...{ id: speakerId, version: 1, name: "A clerk", kind: "anonymous", description: "" },
    publicNote: HIDING,
  });
});

test("an editor reads each note that prints the name, with the page where it stands, and no other", async () => {
  const notes = await named();
  expect(notes.map(({ note }) => note)).toEqual([
    "Mr Quetta asked us to leave his name out.",
    "A summary was asked for by our readers.",
  ]);
  expect(notes[0]?.page).toEqual({ title: "A road is shut", address: `/stories/${story.slug}` });
});

test("what else the desk wrote is listed with its place", async () => {
  const { slug } = await createStory(reviewer as Actor, { title: "Quetta alone" });
  const { id } = await db.story.findUniqueOrThrow({ where: { slug } });
  const withContext = await makeStatement({ state: "published", storyId: id });
  await db.statement.update({ where: { id: withContext.id }, data: { context: "As Quetta had asked." } });
  const { id: unread } = await makeStatement();
  await db.statement.update({ where: { id: unread }, data: { context: "As Quetta had asked." } });
  const { elsewhere } = (await listNamedStill(editor as Actor, speakerId)) ?? {};
  expect(elsewhere).toEqual([
    { title: "Quetta alone", address: `/stories/${slug}/edit`, places: ["title"] },
    {
      title: withContext.publicId,
      address: `/review/${withContext.publicId}#correct`,
      places: ["context"],
    },
  ]);
});

test("nobody withholds a note but an editor, and none but one that prints the name", async () => {
  const [{ id } = { id: "" }] = await named();
  const publicNote = "It named somebody who is protected.";
  const asked = { speakerId, of: "notice" as const, id, publicNote };
  await expect(withholdNote(reviewer as Actor, asked)).rejects.toBeInstanceOf(Forbidden);
  await expect(withholdNote(VISITOR, asked)).rejects.toBeInstanceOf(Forbidden);
  const other = (await noticesOfStory()).find(({ note }) => note.startsWith("The time"));
  for (const id of [other?.id ?? "", "none"])
    await expect(withholdNote(editor as Actor, { ...asked, id })).rejects.toBeInstanceOf(NotFound);
  const { id: stranger } = await makeSpeaker("Jan Quetta");
  await expect(withholdNote(editor as Actor, { ...asked, speakerId: stranger })).rejects.toBeInstanceOf(
    NotFound,
  );
  for (const publicNote of ["", "It named Mr Quetta, who is protected."])
    await expect(withholdNote(editor as Actor, { ...asked, publicNote })).rejects.toBeInstanceOf(Refused);
  expect(await named()).toHaveLength(2);
});

test("a withheld note keeps its day and loses its words for everybody, and says beside it why", async () => {
  const before = await noticesOfStory();
  for (const { of, id } of await named()) {
    const asked = { speakerId, of, id, publicNote: "It named somebody who is protected." };
    expect(await withholdNote(editor as Actor, asked)).toMatchObject({ slug: expect.any(String) });
    await expect(withholdNote(editor as Actor, asked)).rejects.toBeInstanceOf(NotFound);
  }
  expect(await named()).toEqual([]);
  const after = await noticesOfStory();
  expect(JSON.stringify(after)).not.toMatch(/Quetta/u);
  expect(after).toHaveLength(before.length + 2);
  for (const one of before) {
    const now = after.find(({ id }) => id === one.id);
    expect(now?.givenAt).toEqual(one.givenAt);
    expect(now?.note === WITHHELD).toBe(/Quetta/u.test(JSON.stringify(one)));
  }
  const told = after.filter(({ note }) => note === "It named somebody who is protected.");
  expect(told).toHaveLength(2);
  for (const { changes } of told)
    expect(changes).toEqual([
      { what: expect.stringMatching(/^the words of a note of \d{4}-\d\d-\d\d, /u), before: "", after: "" },
    ]);
  expect(JSON.stringify(await listNotices(editor as Actor, { type: "story", id: story.id }))).not.toMatch(
    /Quetta/u,
  );
  const trace = await db.auditEntry.findMany({
    where: { action: "notice.given", after: { contains: '"withholds"' } },
    orderBy: { seq: "asc" },
  });
  expect(trace.map(({ actorId }) => actorId)).toEqual([editor?.id, editor?.id]);
});
