import { beforeAll, expect, it } from "vitest";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { makeSource, makeSpeaker } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { stretchOf } from "./index";
import { clusterInTime, listInTime, MOST_DRAWN } from "./server";

const DAYS = ["2019-05-01", "2024-12-31", "2025-01-01", "2025-10-28", "2025-10-28", "2025-11-02"];
let speaker: { id: string; slug: string };

beforeAll(async () => {
  await clearDatabase();
  speaker = await makeSpeaker("Ann");
  const { id: sourceId } = await makeSource("Words.", "One");
  const other = await makeSpeaker("Bob");
  await db.statement.createMany({
    data: [...DAYS, "2025-10-28"].map((day, n) => ({
      ...{ id: `s${n}`, publicId: `t${n}`, wording: "So.", wordingKey: "so.", form: "direct", sourceId },
      ...{ state: n === 2 ? "captured" : "published", occurredAt: new Date(`${day}T23:59:59.999Z`) },
      speakerId: n === DAYS.length ? other.id : speaker.id,
    })),
  });
  await db.sourcingAssessment.create({
    data: {
      ...{ statementId: "s4", attributionTerms: "off_record", sourceIdentity: "", channel: "" },
      ...{ proximity: "", origin: "", reliability: "F", credibility: 6, assessedAt: new Date(0) },
    },
  });
});

const told = async (actor: typeof SYSTEM, key: string | null) =>
  (await clusterInTime(actor, speaker.id, key === null ? null : stretchOf(key))).map(
    ({ key: part, count }) => `${part} ${count}`,
  );

it("counts by year, by month and by day what the desk holds", async () => {
  expect(await told(SYSTEM, null)).toEqual(["2019 1", "2024 1", "2025 4"]);
  expect(await told(SYSTEM, "2025")).toEqual(["2025-01 1", "2025-10 2", "2025-11 1"]);
  expect(await told(SYSTEM, "2025-10")).toEqual(["2025-10-28 2"]);
  expect(await told(SYSTEM, "2025-10-28")).toEqual(["2025-10-28 2"]);
  expect(await told(SYSTEM, "2023")).toEqual([]);
});

it("counts for a visitor what they may see, and no part that holds only what is hidden", async () => {
  expect(await told(VISITOR, null)).toEqual(["2019 1", "2024 1", "2025 2"]);
  expect(await told(VISITOR, "2025")).toEqual(["2025-10 1", "2025-11 1"]);
  process.env.PUBLIC_SITE = "off";
  expect(await told(VISITOR, null)).toEqual([]);
  process.env.PUBLIC_SITE = "";
});

it("knows the last year that a date may name", async () => {
  const late = await makeSpeaker("Late");
  const { id: sourceId } = await makeSource("Later words.", "Late");
  await db.statement.create({
    data: {
      ...{
        publicId: "late",
        wording: "So.",
        wordingKey: "so.",
        form: "direct",
        sourceId,
        state: "published",
      },
      ...{ speakerId: late.id, occurredAt: new Date("9999-12-31T23:59:59.999Z") },
    },
  });
  for (const key of [null, "9999", "9999-12", "9999-12-31"]) {
    const within = key === null ? null : stretchOf(key);
    const counts = (await clusterInTime(VISITOR, late.id, within)).map(({ count }) => count);
    expect(counts).toEqual([1]);
    if (within) expect(await listInTime(VISITOR, late, within)).toHaveLength(1);
  }
  expect(await told(VISITOR, "9999")).toEqual([]);
});

it("lists what is drawn of a stretch, the newest first, as the actor may see it", async () => {
  const ids = async (actor: typeof SYSTEM, key: string | null) =>
    (await listInTime(actor, speaker, key === null ? null : stretchOf(key))).map(({ publicId }) => publicId);
  expect(await ids(SYSTEM, "2025")).toEqual(["t5", "t4", "t3", "t2"]);
  expect(await ids(VISITOR, "2025")).toEqual(["t5", "t3"]);
  expect(await ids(SYSTEM, null)).toEqual(["t5", "t4", "t3", "t2", "t1", "t0"]);
  expect(await ids(VISITOR, null)).toEqual(["t5", "t3", "t1", "t0"]);
  expect(MOST_DRAWN).toBeGreaterThan(25);
});
