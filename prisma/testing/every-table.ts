import { appendAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { countRecords, db, RECORDED_MODELS, transact } from "@/lib/db/server";

const AT = new Date("2026-01-01T00:00:00Z");

/** Rows in every recorded table that a statement published on a claim left empty, sealed as any change is. */
export async function fillEveryTable(): Promise<void> {
  const [user, speaker, source, statement, claim] = await Promise.all([
    db.user.findFirstOrThrow({ orderBy: { id: "asc" } }),
    db.speaker.findFirstOrThrow({ orderBy: { id: "asc" } }),
    db.source.findFirstOrThrow({ orderBy: { id: "asc" } }),
    db.statement.findFirstOrThrow({ orderBy: { id: "asc" } }),
    db.claim.findFirstOrThrow({ orderBy: { id: "asc" } }),
  ]);
  const [of, by] = [{ statementId: statement.id }, user.id];
  await transact(async (tx) => {
    const key = { label: "A bot", prefix: "vbk_aaaaaa", keyHash: "0".repeat(64), scopes: "read" };
    await tx.apiKey.create({ data: { ...key, userId: by, createdAt: AT } });
    await tx.formerName.create({ data: { userId: by, name: "Another name", until: AT } });
    await tx.affiliation.create({ data: { speakerId: speaker.id, role: "Planner", recordedAt: AT } });
    const other = await tx.speaker.create({
      data: { slug: "another-planner", name: "Another Planner", sortName: "planner", kind: "person" },
    });
    const merged = { moved: "{}", mergedById: by, mergedAt: AT };
    await tx.speakerMerge.create({ data: { fromId: other.id, intoId: speaker.id, ...merged } });
    const split = { moved: "{}", splitById: by, splitAt: AT };
    await tx.speakerSplit.create({ data: { fromId: speaker.id, intoId: other.id, ...split } });
    const apart = { reason: "Two.", decidedById: by, decidedAt: AT };
    await tx.speakersApart.create({ data: { oneId: speaker.id, otherId: other.id, ...apart } });
    const identity = { identity: "Nobody", reason: "A test", recordedById: by, recordedAt: AT };
    await tx.confidentialIdentity.create({ data: { ...identity, speakerId: speaker.id } });
    const edition = await tx.edition.findFirstOrThrow({
      where: { sourceId: source.id },
      orderBy: { id: "asc" },
    });
    await tx.sighting.create({ data: { ...of, editionId: edition.id, state: "lost", seenAt: AT } });
    await tx.attributionHop.create({ data: { ...of, ordinal: 1, name: "Axios" } });
    const proposed = { ...of, proposedById: by, proposedAt: AT };
    const correction = { baseVersion: 1, kind: "correction", note: "A place.", changes: "{}" };
    const { id: proposalId } = await tx.correctionProposal.create({ data: { ...proposed, ...correction } });
    const renewal = { subject: "sourcing", recordId: "", outcome: "holds", reason: "It does.", givenAt: AT };
    await tx.correctionRenewal.create({ data: { ...renewal, proposalId } });
    await tx.retraction.create({ data: { ...proposed, reason: "Nobody said it." } });
    const style = { kind: "style", cslId: "https://x.example/style", title: "A style", label: "Style" };
    const file = { format: "note", language: "", text: "<style/>", sha256: "0".repeat(64), addedById: by };
    await tx.addedStyle.create({ data: { key: "a-style", ...style, ...file, addedAt: AT } });
    const told = { label: "The website", url: "https://x.example/told", events: "statement.published" };
    await tx.webhook.create({ data: { ...told, salt: "a salt", fromSeq: 0, createdAt: AT } });
    const arrived = { ownerId: by, how: "file", name: "notes.txt", kind: "text", sha256: "0".repeat(64) };
    await tx.arrival.create({ data: { ...arrived, sizeBytes: 8, arrivedAt: AT } });
    const written = { text: "A draft.", sha256: "0".repeat(64), lengthUtf16: 8 };
    const given = { givenById: by, givenAt: AT };
    const check = await tx.check.create({
      data: { publicId: "chk-000000", title: "A draft", createdById: by, createdAt: AT },
    });
    const at = { checkId: check.id };
    await tx.checkedDraft.create({ data: { ...at, number: 1, ...written, createdAt: AT } });
    await tx.checkMaterial.create({
      data: { ...at, ordinal: 1, name: "notes.txt", ...written, addedAt: AT },
    });
    const found = { findings: "[]", searched: "{}", statements: "{}" };
    await tx.checkRun.create({ data: { ...at, draftNumber: 1, ...found, ranAt: AT } });
    await tx.checkDecision.create({
      data: { ...at, findingKey: "0".repeat(24), kind: "waived", note: "It may.", ...given },
    });
    await tx.proofMark.create({
      data: { ...at, sentenceKey: "0".repeat(24), startUtf16: 0, endUtf16: 1, state: "query", ...given },
    });
    const definition = { key: "true", label: "True", definition: "It holds.", colour: "go", icon: "check" };
    const scale = await tx.truthScale.create({ data: { key: "two-way", name: "Two-way", isOrdered: true } });
    const label = await tx.scaleLabel.create({
      data: { ...definition, scaleId: scale.id, ordinal: 1, number: 2 },
    });
    const { id: verdictId } = await tx.verdict.create({
      data: {
        ...{ claimId: claim.id, axis: "true", value: "true", scaleLabelId: label.id, givenById: by },
        ...{ reasons: "It was measured.", asOf: AT, givenAt: AT },
      },
    });
    await tx.evidence.create({
      data: { verdictId, stance: "supports", title: "A measurement", sourceId: source.id, addedAt: AT },
    });
    const story = await tx.story.create({
      data: { slug: "the-bridge", title: "The bridge", createdById: by, createdAt: AT },
    });
    await tx.storyClaim.create({ data: { storyId: story.id, claimId: claim.id } });
    await tx.storySource.create({ data: { storyId: story.id, sourceId: source.id } });
    const subject = { subjectType: "statement", subjectId: statement.id };
    const notice = await tx.notice.create({
      data: { ...subject, changes: "[]", note: "Asked.", givenAt: AT },
    });
    await tx.noticePlace.create({ data: { noticeId: notice.id, ...subject } });
    await appendAudit(tx, { actor: SYSTEM, action: "statement.filled", ...subject, after: {} });
  });
  for (const model of RECORDED_MODELS)
    if ((await countRecords(db, model)) === 0) throw new Error(`no row of ${model} to tamper with`);
}
