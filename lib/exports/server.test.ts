import { expect, test } from "vitest";
import { VISITOR } from "@/lib/auth";
import { publishClaim, rephraseClaim, takePosition, withdrawClaim } from "@/lib/claims/server";
import { listStatements } from "@/lib/statements/server";
import { createStory, editStory, withdrawStory } from "@/lib/stories/server";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import { entriesOf, formatOf, readClaimJson, readStoryJson } from "./server";

const publicNote = "The desk was told that this was wrong.";

test("the data of what was withdrawn tell a reader the notice alone, and the desk all", async () => {
  const [reviewer, editor] = [await makeUser("reviewer"), await makeUser("editor")];
  const story = await createStory(reviewer, { title: "The mayor took a bribe" });
  const { publicId } = await makeStatement({ state: "published", storyId: story.id });
  const proposition = "The mayor took the bribe himself";
  const taken = { proposition, statementId: publicId, stance: "asserts" } as const;
  const { claimId, slug } = await takePosition(reviewer, taken);
  await publishClaim(editor, { claimId, version: 1 });
  await rephraseClaim(editor, {
    ...{ claimId, version: 2, proposition: "Somebody took a bribe", note: "", publicNote },
  });
  await withdrawClaim(editor, { claimId, version: 3, publicNote });
  const address = story.slug;
  await editStory(editor, {
    ...{ slug: address, version: 1, title: "A bribe is alleged", summary: "", publicNote },
  });
  await withdrawStory(editor, { slug: address, version: 2, publicNote });
  for (const [read, name] of [
    [readClaimJson, slug],
    [readStoryJson, address],
  ] as const) {
    const told = await read(VISITOR, name);
    expect(told.changes).toMatchObject([{ note: publicNote, changes: [{ before: "", after: "" }] }]);
    expect(JSON.stringify(told.changes)).not.toMatch(/mayor/u);
    expect(JSON.stringify((await read(editor, name)).changes)).toMatch(/mayor/u);
  }
});

test.each([
  ["signs of two halves before them", "😀👩‍👩‍👧 𐌰𐌱. “We left,” she said. 𝔉in.", "“We left,”"],
  ["signs of two halves in them", "She said: “We 😀 left 𐌰,” and 😀 left.", "“We 😀 left 𐌰,”"],
  ["such a sign at each end", "😀 She said 𝔉we left😀 and left.", "𝔉we left😀"],
  ["marks that are signs of their own", "é 🇵🇰 said: “nai\u0308ve ﷽,” 😀", "“nai\u0308ve ﷽,”"],
  ["nothing of the kind", "She said: “We left,” and left.", "“We left,”"],
])("an annotation counts signs, not halves of them: %s", async (_, text, wording) => {
  const source = await makeSource(text);
  const { publicId } = await makeStatement({ state: "published", sourceId: source.id, wording });
  const { items } = await listStatements(VISITOR, { id: [publicId] });
  const format = formatOf("web-annotation");
  if (!format) throw new Error("no such format");
  const entries = await entriesOf(VISITOR, items, format);
  const of = { title: "One", address: "https://a.example", madeAt: new Date(0), style: "apa" as const };
  let file = "";
  for await (const piece of format.write(entries, { ...of, isOne: true })) file += String(piece);
  const { target } = JSON.parse(file) as {
    target: { selector: { type: string; start: number; end: number; exact: string }[] };
  };
  const place = target.selector.find(({ type }) => type === "TextPositionSelector");
  expect([...text].slice(place?.start, place?.end).join("")).toBe(wording);
  expect(target.selector.find(({ type }) => type === "TextQuoteSelector")?.exact).toBe(wording);
});
