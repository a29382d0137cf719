import { expect, test } from "vitest";
import { VISITOR } from "@/lib/auth";
import { publishClaim, rephraseClaim, takePosition, withdrawClaim } from "@/lib/claims/server";
import { createStory, editStory, withdrawStory } from "@/lib/stories/server";
import { makeStatement, makeUser } from "@/prisma/factories";
import { readClaimJson, readStoryJson } from "./server";

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
