import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { verifyAudit } from "@/lib/audit/server";
import { type Actor, can, ROLES, SYSTEM } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Forbidden, Refused } from "@/lib/errors";
import { FetchRefused } from "@/lib/networks/server";
import { acceptAll } from "@/lib/proposals/server";
import { getStatement } from "@/lib/statements/server";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { findArrivedBytes } from "./arrivals";
import { createDraft, getDraft, importAddress, importDocument, storeDraft } from "./server";

const RAIN =
  "Rain fell in the north for the ninth day, and the trains to the coast were late again, as they had been all week.";
const SAID =
  "“We will sign the treaty tomorrow,” Dr Mira Tanvald told reporters in the hall. “Nobody will stop us.”";
const PAGE = `<!doctype html><html lang="en"><head><title>Treaty near</title>
<meta property="og:site_name" content="The Tanvald Post"><meta property="article:published_time" content="2025-10-28T09:00:00Z">
<link rel="canonical" href="https://post.example/treaty"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Treaty near</h1>${[SAID, RAIN, RAIN, RAIN].map((words) => `<p>${words}</p>`).join("")}</article></body></html>`;
const SUBTITLES = `WEBVTT

00:00:02.000 --> 00:00:06.000
The hall is full tonight.

01:02:05.000 --> 01:02:09.000
<v Mira Tanvald>We will sign the treaty tomorrow, whatever they say.
`;

let reporter: Actor;

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

const bring = (text: string, name: string, actor = reporter) =>
  importDocument(actor, { arriving: { bytes: Buffer.from(text), name } });

describe("a file that is brought", () => {
  it("becomes a draft of its article, with what it says of itself and its bytes", async () => {
    const { draftId, isNew } = await bring(PAGE, "treaty.html");
    expect(isNew).toBe(true);
    const draft = await getDraft(reporter, { draftId });
    expect(draft).toMatchObject({
      ...{
        text: [SAID, RAIN, RAIN, RAIN].join("\n\n"),
        title: "Treaty near",
        outletName: "The Tanvald Post",
      },
      ...{ address: "https://post.example/treaty", publishedOn: "2025-10-28", language: "en" },
    });
    const sha256 = createHash("sha256").update(PAGE).digest("hex");
    expect(draft.arrivals).toMatchObject([
      {
        how: "file",
        name: "treaty.html",
        kind: "html",
        encoding: "UTF-8",
        sha256,
        sizeBytes: Buffer.byteLength(PAGE),
      },
    ]);
    expect(draft.arrivals[0]?.details.outletName).toEqual({
      value: "The Tanvald Post",
      from: "Open Graph (og:site_name)",
    });
    expect(Buffer.from((await findArrivedBytes(db, sha256)) ?? []).toString()).toBe(PAGE);
  });

  it("is told apart from what its person typed, which counts", async () => {
    const arriving = { bytes: Buffer.from(PAGE), name: "treaty.html" };
    const { draftId } = await importDocument(reporter, { arriving, title: "Ours", outletName: " " });
    expect(await getDraft(reporter, { draftId })).toMatchObject({
      title: "Ours",
      outletName: "The Tanvald Post",
    });
  });

  it("once more is the same draft, and no second arrival", async () => {
    const first = await bring(PAGE, "treaty.html");
    expect(await bring(PAGE, "copy of treaty.html")).toEqual({ ...first, isNew: false });
    expect(await db.arrival.count()).toBe(1);
    // the same text by another way is another arrival of the same draft
    const pasted = await bring([SAID, RAIN, RAIN, RAIN].join("\n\n"), "treaty.txt");
    expect(pasted.draftId).toBe(first.draftId);
    expect((await db.arrival.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind)).toEqual([
      "html",
      "text",
    ]);
  });

  it("whose bytes are its text is not kept a second time", async () => {
    await bring(`${SAID}\n\n${RAIN}`, "treaty.txt");
    expect([await db.arrival.count(), await db.arrivedBytes.count()]).toEqual([1, 0]);
  });

  it("is known by the edition that it became, which is of the moment at which it arrived", async () => {
    const { draftId } = await bring(PAGE, "treaty.html");
    await acceptAll(reporter, { draftId });
    await storeDraft(reporter, { draftId });
    const edition = await db.edition.findFirstOrThrow({ include: { arrivals: true } });
    expect(edition.arrivals).toHaveLength(1);
    expect(edition.arrivals[0]).toMatchObject({ canonical: "https://post.example/treaty" });
    expect(edition.retrievedAt).toEqual(edition.arrivals[0]?.arrivedAt);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  });

  it("that is a recording gives a statement its second", async () => {
    const { draftId } = await bring(SUBTITLES, "talk.vtt");
    await acceptAll(reporter, { draftId });
    await storeDraft(reporter, { draftId });
    const { publicId } = await db.statement.findFirstOrThrow();
    expect((await getStatement(reporter, publicId)).anchor?.stands).toEqual({ ms: 3_725_000 });
  });

  it("that is a fact check by others is read as one", async () => {
    const review = {
      "@type": "ClaimReview",
      url: "https://checks.example/1",
      claimReviewed: "The bridge was sold",
      reviewRating: { alternateName: "False" },
    };
    const { draftId } = await bring(JSON.stringify(review), "check.json");
    expect((await getDraft(reporter, { draftId })).text).toContain("False");
  });

  it.each([
    [
      "a packed file that is no document",
      Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(40)]),
      "x.docx",
    ],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "x.png"],
    ["nothing", Buffer.alloc(0), "x.txt"],
    ["elements without end", Buffer.from(`<html>${"<div>".repeat(5000)}x`), "x.html"],
  ])("and is %s is refused in the field of the file, with its name", async (_, bytes, name) => {
    const refused = await importDocument(reporter, { arriving: { bytes, name } }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({
      refusals: [{ field: "file", message: expect.stringContaining(`${name}: `) }],
    });
    expect(await db.importDraft.count()).toBe(0);
  });

  it("is taken from those who may import", async () => {
    for (const role of ROLES) {
      const actor = await makeUser(role);
      const brought = bring(`${SAID} ${role}`, "a.txt", actor);
      if (can(actor, "source:import")) expect((await brought).isNew).toBe(true);
      else await expect(brought).rejects.toThrow(Forbidden);
    }
  });

  it("keeps nothing of what is pasted but its words", async () => {
    await createDraft(reporter, { text: SAID });
    expect(await db.arrival.count()).toBe(0);
  });
});

describe("a page that is fetched", () => {
  const from = "https://post.example/short";
  const answered = (html: string) => async () => ({
    ...{
      bytes: Buffer.from(html),
      address: "https://post.example/2025/treaty",
      status: 200,
      charset: "utf-8",
    },
    headers: [["Content-Type", "text/html; charset=utf-8"]] as const,
  });

  it("is kept with the address that was asked and the one that answered, its headers and its bytes", async () => {
    const { draftId } = await importAddress(reporter, { from }, answered(PAGE));
    const { arrivals, address } = await getDraft(reporter, { draftId });
    // the page says itself where it stands
    expect(address).toBe("https://post.example/treaty");
    expect(arrivals).toMatchObject([
      {
        ...{ how: "address", name: from, address: "https://post.example/2025/treaty", status: 200 },
        headers: [["Content-Type", "text/html; charset=utf-8"]],
      },
    ]);
  });

  it("is read also where what is escaped in its address is no text", async () => {
    const address = "https://post.example/2025/caf%e9.html";
    const fetch = async () => ({ ...(await answered(PAGE)()), address });
    const { draftId } = await importAddress(reporter, { from }, fetch);
    expect((await getDraft(reporter, { draftId })).arrivals).toMatchObject([{ address }]);
  });

  it("once more is the same draft, and another arrival: it says that it still stood there", async () => {
    const first = await importAddress(reporter, { from }, answered(PAGE));
    expect(await importAddress(reporter, { from }, answered(PAGE))).toEqual({ ...first, isNew: false });
    expect([await db.arrival.count(), await db.arrivedBytes.count()]).toEqual([2, 1]);
  });

  it.each<[string, string, () => Promise<never>]>([
    [
      "is not reached",
      "No server has this name.",
      () => Promise.reject(new FetchRefused("No server has this name.")),
    ],
    [
      "lies in a closed network",
      "not the internet",
      () => importAddress(reporter, { from: "http://127.0.0.1:1/" }) as Promise<never>,
    ],
  ])("that %s is refused in the field of the address", async (_, words, fetch) => {
    const refused = await importAddress(reporter, { from }, fetch).catch((error: unknown) => error);
    expect(refused).toMatchObject({ refusals: [{ field: "from", message: expect.stringContaining(words) }] });
    expect(await db.importDraft.count()).toBe(0);
  });

  it("is refused without being asked where it is turned off", async () => {
    vi.stubEnv("FETCH", "off");
    const fetch = vi.fn(answered(PAGE));
    await expect(importAddress(reporter, { from }, fetch)).rejects.toThrow(/FETCH=off/);
    expect(fetch).not.toHaveBeenCalled();
    vi.unstubAllEnvs();
  });
});
