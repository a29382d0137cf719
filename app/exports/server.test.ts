import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as apiGet } from "@/app/api/v1/[[...path]]/route";
import { GET as download } from "@/app/exports/download/route";
import { GET as table } from "@/app/statements.csv/route";
import { GET as twin } from "@/app/statements.json/route";
import { type Actor, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { assertNamed, describeSelection, eachEntry } from "@/lib/exports/server";
import type { StatementFilter } from "@/lib/statements";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";

// a file of less than what was named would be taken for all of it

let actor: Actor = VISITOR;
vi.mock("@/lib/auth/server", () => ({ getActor: async () => actor }));

const UNKNOWN = {
  id: "st-zzzzzz",
  speaker: "agda-of-nowhere",
  source: "src-zzzzzz",
  story: "no-such-story",
  claim: "no-such-claim",
} as const;
type Name = keyof typeof UNKNOWN;
const NAMES = Object.keys(UNKNOWN) as Name[];
let hidden: Record<Name, string>;
let open: Record<Name, string>;
let retracted: string;
let editor: Actor;

async function planted(state: string, name: string): Promise<Record<Name, string>> {
  const speaker = await makeSpeaker(name);
  const source = await makeSource(`“Words of ${name},” she said.`);
  const story = await db.story.create({ data: { slug: `${name}-story`, title: name } });
  const { id, publicId } = await makeStatement({
    ...{ wording: `“Words of ${name},”`, state, speakerId: speaker.id, sourceId: source.id },
    storyId: story.id,
  });
  const by = (await makeUser("reviewer")).id;
  const claim = await db.claim.create({
    data: {
      ...{ slug: `${name}-claim`, proposition: name, createdById: by },
      state: state === "published" ? "published" : "draft",
      positions: { create: { stance: "asserts", statementId: id, takenById: by, takenAt: new Date() } },
    },
  });
  return {
    id: publicId,
    speaker: speaker.slug,
    source: source.publicId,
    story: story.slug,
    claim: claim.slug,
  };
}

beforeAll(async () => {
  editor = await makeUser("editor");
  [hidden, open] = [await planted("captured", "hidden"), await planted("published", "open")];
  retracted = (await makeStatement({ state: "retracted" })).publicId;
});

const get = (path: string) => new Request(`https://desk.example${path}`);
const ROUTES: Record<string, (query: string) => Promise<Response>> = {
  "/exports/download": (query) => download(get(`/exports/download?format=ris&${query}`)),
  "/statements.csv": (query) => table(get(`/statements.csv?${query}`)),
  "/statements.json": (query) => twin(get(`/statements.json?${query}`)),
  "/api/v1/statements": (query) =>
    apiGet(get(`/api/v1/statements?${query}`), { params: Promise.resolve({ path: ["statements"] }) }),
};

describe.each(NAMES)("a %s", (name) => {
  test("that is hidden is answered exactly as one that is nowhere, by every route", async () => {
    actor = VISITOR;
    for (const [route, ask] of Object.entries(ROUTES)) {
      const [none, secret] = [await ask(`${name}=${UNKNOWN[name]}`), await ask(`${name}=${hidden[name]}`)];
      expect([route, none.status, secret.status]).toEqual([route, 404, 404]);
      const words = await none.text();
      expect(words).toContain(`${UNKNOWN[name]} was not found.`);
      expect(await secret.text()).toBe(words.replaceAll(UNKNOWN[name], hidden[name]));
    }
  });

  test("that is there is answered with what it has", async () => {
    actor = VISITOR;
    for (const [route, ask] of Object.entries(ROUTES)) {
      const answer = await ask(`${name}=${open[name]}`);
      expect([route, answer.status]).toEqual([route, 200]);
      expect(await answer.text()).toContain("Words of open");
    }
    actor = editor;
    for (const ask of Object.values(ROUTES).slice(0, 3))
      expect(await (await ask(`${name}=${hidden[name]}`)).text()).toContain("Words of hidden");
  });
});

test("each that is missing is named, and nothing that is there", async () => {
  const asked: StatementFilter = {
    id: [open.id, UNKNOWN.id, hidden.id],
    speaker: [open.speaker, UNKNOWN.speaker],
    source: open.source,
    story: UNKNOWN.story,
    claim: hidden.claim,
  };
  await expect(assertNamed(VISITOR, asked)).rejects.toThrow(
    `Statements ${UNKNOWN.id}, ${hidden.id}; Speaker ${UNKNOWN.speaker}; Story ${UNKNOWN.story}; Claim ${hidden.claim} were not found.`,
  );
});

test("the last of many speakers is asked for as the first is", async () => {
  const speaker = [...Array.from({ length: 8 }, () => open.speaker), hidden.speaker];
  await expect(describeSelection(VISITOR, { speaker })).rejects.toThrow(
    `Speaker ${hidden.speaker} was not found.`,
  );
});

test("of very many the first are told, each as far as a line goes", async () => {
  const id = Array.from({ length: 30 }, (_, at) => `st-${at}-${"x".repeat(200)}`);
  const error: unknown = await assertNamed(VISITOR, { id }).catch((failure: unknown) => failure);
  expect(String(error)).toMatch(/ and 10 more were not found\.$/u);
  expect(String(error).length).toBeLessThan(2500);
});

test("a retracted statement that is named is in the file, and not only where its state is asked for", async () => {
  const found: string[] = [];
  for await (const { publicId } of eachEntry(VISITOR, { id: [retracted, open.id] })) found.push(publicId);
  expect(found.sort()).toEqual([retracted, open.id].sort());
});
