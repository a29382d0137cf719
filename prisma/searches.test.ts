import { beforeAll, expect, it } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { createClaim, takePosition } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { statementKeyOf } from "@/lib/query";
import { askedFor } from "@/lib/statements/server";
import { foldForSearch, normaliseName } from "@/lib/text";
import { makeSource, makeSpeaker, makeUser } from "./factories";
import { clearDatabase } from "./testing/database";
import { numbersFrom } from "./testing/random";

// What a search finds is written down once, and both engines are held to it: each has an index of words of its own.

const WORDS = [
  ...["the", "the", "the", "border", "harbour", "cease-fire", "ceasefire", "Straße", "détente", "naïve"],
  ...["10", "2025", "3.5", "O’Brien", "e-mail", "U.S.", "ﬁre", "İstanbul", "ΟΔΟΣ", "Ёлка", "r/minister"],
  ...["کابل", "وزیر", "和平", "东京", "สันติภาพ", "a_b", "50%", "C++", "x".repeat(140), "y".repeat(101)],
  ...["can’t", "Åland", "øy", "łódź", "æon", "l’État", "semi\u00adcolon", "zero\u200bwidth"],
];
const NAMES = [
  "Sami Yousafzai",
  "Agda Élan-Holm",
  "Straßer, Jan",
  "李明",
  "The Border Agency",
  "Ann O’Brien",
];
const ROLES = ["", "", "Foreign Minister", "Minister for Ports", "spokesman"];
const STATEMENTS = 240;

const random = numbersFrom(20261127);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const some = (most: number) => Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(WORDS));
const pad = (n: number) => String(n).padStart(3, "0");

let editor: Actor;

beforeAll(async () => {
  await clearDatabase();
  editor = await makeUser("editor");
  const outlet = await db.outlet.create({
    data: { slug: "wire", name: "The Wire", nameKey: normaliseName("The Wire"), searchKey: " the wire " },
  });
  const speakers = await inTurn(NAMES, (name) => makeSpeaker(name));
  const titles = [
    "On the border",
    "Ein Straßenfest",
    "和平 at last",
    "A cease-fire, and the harbour",
    "Ports",
  ];
  const sources = await inTurn(titles, (title) => makeSource(title, title, outlet.id));
  await db.statement.createMany({
    data: Array.from({ length: STATEMENTS }, (_, n) => {
      const wording = some(7).join(" ");
      const fields = {
        wording,
        roleThen: pick(ROLES),
        place: pick(["", "Åland", "Lima"]),
        event: some(2).join(" "),
      };
      const isPublic = n % 4 !== 0;
      return {
        ...{ id: `st-${pad(n)}`, publicId: `st-a${pad(n)}`, ...fields, form: n % 3 ? "direct" : "indirect" },
        ...{ wordingKey: foldForSearch(wording), searchKey: statementKeyOf(fields) },
        ...{ speakerId: n % 5 ? pick(speakers).id : null, sourceId: pick(sources).id },
        ...{ state: isPublic ? "published" : "captured", publishedVersion: isPublic ? 1 : null },
        occurredAt: new Date(Date.UTC(2025, 0, 1 + (n % 90))),
      };
    }),
  });
  for (const [at, proposition] of ["The harbour is closed", "Nobody crosses the border"].entries()) {
    const { id: claimId } = await createClaim(editor as never, { proposition });
    for (const n of [at + 1, at + 10, at + 20])
      await takePosition(editor as never, { claimId, statementId: `st-a${pad(n)}`, stance: "asserts" });
  }
});

async function inTurn<T, Made>(list: readonly T[], make: (one: T) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const one of list) made.push(await make(one));
  return made;
}

/** A search as somebody might type it: of one to three pieces. */
function typed(): string {
  const word = () => pick([...WORDS, ...NAMES.flatMap((name) => name.split(" ")), "lima", "nowhere", "wire"]);
  const one = () => {
    const kinds = [
      word,
      word,
      word,
      () => `"${word()} ${word()}"`,
      () =>
        `${Array.from(word())
          .slice(0, 1 + Math.floor(random() * 4))
          .join("")}*`,
      () => `-${word()}`,
      () => `${word()} OR ${word()}`,
      () => `"${pick(WORDS)} ${Array.from(word()).slice(0, 2).join("")}"*`,
      () => `speaker:${pick(["yousafzai", "elan", "border", "李明", "sami-yousafzai"])}`,
      () => `role:${pick(["minister", "min*", '"foreign minister"', "spokesman"])}`,
      () =>
        pick(["source:border", "outlet:wire", "claim:harbour", "form:direct", "state:captured", "has:place"]),
      () => pick(["-speaker:elan", "-claim:border", "-source:ports", "-role:minister", "st-a017", "src-1"]),
    ];
    return pick(kinds)();
  };
  return Array.from({ length: 1 + Math.floor(random() * 3) }, one).join(" ");
}

const SEARCHES = [...new Set([...WORDS, ...Array.from({ length: 300 }, typed)])];

const found = async (actor: Actor, q: string) => {
  const { where } = await askedFor(actor, { q });
  const rows = await db.statement.findMany({ where, select: { publicId: true }, orderBy: { id: "asc" } });
  return rows.map(({ publicId }) => publicId.slice(4));
};

it("finds the same on either engine, three hundred times", async () => {
  expect(SEARCHES.length).toBeGreaterThan(300);
  const told: string[] = [];
  const tell = async (who: string, actor: Actor, q: string) =>
    told.push(
      `${who} ${q.slice(0, 60)}${q.length > 60 ? `… ${q.length}` : ""} -> ${(await found(actor, q)).join(" ")}`,
    );
  for (const [at, q] of SEARCHES.entries()) {
    await tell("desk", SYSTEM, q);
    if (at % 5 === 0) await tell("reader", VISITOR, q);
  }
  expect(told.filter((line) => !line.endsWith("-> ")).length).toBeGreaterThan(250);
  expect(told.join("\n")).toMatchSnapshot();
});
