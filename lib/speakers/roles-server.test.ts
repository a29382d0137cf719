import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "@/lib/auth";
import { makeStatement, makeUser } from "@/prisma/factories";
import { createSpeaker, editSpeaker, findRoleOnDay, recordAffiliation } from "./server";

const day = (iso: string) => ({ on: new Date(`${iso}T00:00:00Z`), precision: "day" as const });
const SAID = { roleThen: "mayor", saidOn: day("2024-05-11").on, saidOnPrecision: "day" };
const NOTE = { publicNote: "The council’s own list has it so." };

let editor: Awaited<ReturnType<typeof makeUser>>;
beforeAll(async () => {
  editor = await makeUser("editor");
});

it("reads the roles of whoever the actor may see, and of nobody without a name", async () => {
  const { id } = await createSpeaker(editor, { name: "Roland Achterberg", kind: "person" });
  await recordAffiliation(editor, {
    ...{ speakerId: id, role: "mayor", heldFrom: day("2017-01-01"), heldTo: day("2022-12-31") },
  });
  await recordAffiliation(editor, { speakerId: id, role: "deputy mayor", heldFrom: day("2023-01-01") });
  const asked = { ...SAID, speakerId: id };
  expect(await findRoleOnDay(editor, asked)).toMatchObject({
    held: [{ role: "deputy mayor" }],
    conflict: { why: "another_time", role: { role: "mayor" } },
  });
  expect(await findRoleOnDay(VISITOR, asked)).toBeNull();
  expect(await findRoleOnDay(editor, { ...asked, speakerId: null })).toBeNull();
  expect(await findRoleOnDay(editor, { ...asked, saidOn: null })).toBeNull();
  await makeStatement({ speakerId: id, state: "published" });
  expect(await findRoleOnDay(VISITOR, asked)).toMatchObject({ held: [{ role: "deputy mayor" }] });
  await editSpeaker(editor, {
    ...{ id, version: 3, name: "A planner", kind: "anonymous", description: "", ...NOTE },
  });
  for (const actor of [editor, VISITOR]) expect(await findRoleOnDay(actor, asked)).toBeNull();
});
