import { beforeAll, expect, it } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { makeSource, makeSpeaker, makeStatement } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { countSpeakers, listSpeakers, type SpeakerFilter } from "./server";

beforeAll(async () => {
  await clearDatabase();
  const outlet = await db.outlet.create({ data: { slug: "herald", name: "Herald", nameKey: "herald" } });
  const story = await db.story.create({ data: { slug: "talks", title: "Talks" } });
  const [inside, outside] = [await makeSource("Words.", "In"), await makeSource("Words.", "Out")];
  await db.source.update({ where: { id: inside.id }, data: { outletId: outlet.id } });
  const say = async (name: string, at: { sourceId: string; storyId?: string; state?: string }, role = "") => {
    const speaker = await makeSpeaker(name);
    await makeStatement({ state: "published", ...at, speakerId: speaker.id });
    if (role !== "")
      await db.affiliation.create({ data: { speakerId: speaker.id, role, body: "Ministère de l’Eau" } });
  };
  await say("Ann", { sourceId: inside.id, storyId: story.id }, "Deputy minister");
  await say("Bob", { sourceId: inside.id });
  await say("Cid", { sourceId: outside.id, storyId: story.id }, "Pilot");
  await say("Dee", { sourceId: inside.id, storyId: story.id, state: "captured" }, "Minister");
  await say("Eve", { sourceId: outside.id });
});

const told = async (actor: Actor, filter: SpeakerFilter) => {
  const { items } = await listSpeakers(actor, filter);
  expect((await countSpeakers(actor, filter)).count).toBe(items.length);
  return items.map(({ name }) => name).join(" ");
};

it.each([
  [{ outlet: "herald" }, "Ann Bob Dee", "Ann Bob"],
  [{ story: "talks" }, "Ann Cid Dee", "Ann Cid"],
  [{ outlet: "herald", story: "talks" }, "Ann Dee", "Ann"],
  [{ role: "minist" }, "Ann Cid Dee", "Ann Cid"],
  [{ role: "deputy MINISTÈRE" }, "Ann", "Ann"],
  [{ role: "puty" }, "", ""],
  [{ role: "…" }, "Ann Bob Cid Dee Eve", "Ann Bob Cid Eve"],
  [{ role: "pilot", outlet: "herald" }, "", ""],
  [{ story: "talks", q: "ci" }, "Cid", "Cid"],
  [{ outlet: "nobody" }, "", ""],
  [{ story: "nothing" }, "", ""],
])("narrows the list by where and as what somebody is quoted: %o", async (filter, desk, visitor) => {
  expect([await told(SYSTEM, filter), await told(VISITOR, filter)]).toEqual([desk, visitor]);
});

it("tells a visitor nothing of a story that was withdrawn, nor of anything while the public site is off", async () => {
  await db.story.update({ where: { slug: "talks" }, data: { withdrawnAt: new Date() } });
  expect([await told(SYSTEM, { story: "talks" }), await told(VISITOR, { story: "talks" })]).toEqual([
    "Ann Cid Dee",
    "",
  ]);
  process.env.PUBLIC_SITE = "off";
  expect(await told(VISITOR, { outlet: "herald" })).toBe("");
  process.env.PUBLIC_SITE = "";
});
