import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Refused } from "@/lib/errors";
import { createDraft } from "@/lib/imports/server";
import { addProposal } from "@/lib/proposals/server";
import { isMaterial, materialOrdinal } from "./material-id";
import { openCheck } from "./mutations";
import { readSheet } from "./sheet";

/**
 * Begins the import of a material, with the words that a finding rests on as a proposal of their own: who says them is filled in as
 * far as the material tells. Nothing is stored and nothing is a source until the actor, whose import it is, accepts and stores it.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when the finding is gone. @throws {Refused} when it rests on no material.
 */
export async function captureMaterial(
  actor: Actor,
  { checkId, findingKey }: { checkId: string; findingKey: string },
): Promise<{ draftId: string; ordinal: number }> {
  assertCan(actor, "check:work");
  assertCan(actor, "source:import");
  const { id, storyId, language } = await openCheck(db, checkId);
  const finding = (await readSheet(db, { id })).findings.find(({ key }) => key === findingKey);
  if (!finding) throw new Conflict("The draft was compared anew, and this is not found in it any more.");
  const { match } = finding;
  if (match === null || !isMaterial(match.source))
    throw new Refused([
      { rule: "check.no_material", message: "These words stand in no material of this check." },
    ]);
  const [material, story] = await Promise.all([
    db.checkMaterial.findUnique({
      where: { checkId_ordinal: { checkId: id, ordinal: materialOrdinal(match.source) } },
      select: { name: true, text: true },
    }),
    storyId === null ? null : db.story.findUnique({ where: { id: storyId }, select: { slug: true } }),
  ]);
  if (!material) throw new Conflict("This material is not with the check any more.");
  const { name: title, text } = material;
  const { draftId } = await createDraft(actor, { text, title, story: story?.slug ?? "", language });
  const { ordinal } = await addProposal(actor, {
    draftId,
    wording: match.text,
    startUtf16: match.start,
  });
  return { draftId, ordinal };
}
