import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Actor, Role } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { sourceKeyOf, statementKeyOf } from "@/lib/query";
import { normaliseForMatching, printableId, searchKeyOf } from "@/lib/text";

export type Reader = Role | "visitor";
type Registry = "desk" | "nobody" | "admin" | "everybody";

const READERS: Readonly<Record<Registry, readonly Reader[]>> = {
  desk: ["reporter", "reviewer", "editor"],
  nobody: [],
  admin: ["admin"],
  everybody: ["visitor", "reader", "reporter", "reviewer", "editor", "admin"],
};

/** A secret: one word that stands nowhere else, in one field of one record. */
export interface Canary {
  readonly field: string;
  readonly token: string;
  readonly readers: readonly Reader[];
}

export type Planted = Awaited<ReturnType<typeof plantCanaries>>;

/** The fields of the schema that hold text which a person, a source or a key put there, as Model.field. */
export function textFields(): string[] {
  const schema = readFileSync(path.join(import.meta.dirname, "../prisma/schema.prisma"), "utf8");
  return [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gmsu)].flatMap(([, model = "", body = ""]) =>
    [...body.matchAll(/^\s+(\w+)\s+String\b/gmu)].flatMap(([, field = ""]) =>
      NO_TEXT.test(field) ? [] : [`${model}.${field}`],
    ),
  );
}

// keys, and words of a vocabulary that tell nothing by themselves
const NO_TEXT =
  /^(?:id|\w+Id|slug|kind|state|form|role|language|\w*[pP]recision|sha256|stance|type|axis|key|decision|resolution|outcome|item|facet|value|action|hash|previousHash|mac|seals|colour|icon|stamp|actorRole|fromState|toState|subject\w*|attributionTerms|sourceIdentity|channel|proximity|origin|reliability|country|fields|model)$/u;

/** Fields without a canary, each with its reason. A field that is neither planted nor here fails the test. */
export const NOT_PLANTED: Readonly<Record<string, string>> = {
  "User.name": "shown beside what the person did, to the desk; the fixtures' own people have names",
  "FormDraft.place": "the path of a page",
  "FormDraft.window": "a name made at random",
  "User.image": "no screen sets or shows it",
  "Session.ipAddress": "as the token of the same row",
  "Session.userAgent": "as the token of the same row",
  "Account.accessToken": "no provider is offered",
  "Account.refreshToken": "no provider is offered",
  "Account.idToken": "no provider is offered",
  "Account.scope": "no provider is offered",
  "AuditEntry.actorName": "a person's name, as User.name",
  "AuditEntry.before": "the chain is not written by hand; what the desk's history shows has no before",
  "AuditEntry.after": "the chain is not written by hand; what the desk's history shows has no after",
  "AuditEntry.reason": "the chain is not written by hand; reasons are planted where they are given",
  "Anchor.exact": "the words of Statement.wording, planted there",
  "Anchor.prefix": "the words of Edition.text before it, planted there",
  "Anchor.suffix": "the words of Edition.text behind it, planted there",
  "Anchor.pieces": "offsets",
  "Sighting.pieces": "offsets",
  "SpeakerMerge.moved": "ids, and names that are planted where they stand",
  "SpeakerSplit.moved": "ids, and names that are planted where they stand",
  "Sighting.settlement": "one of two words of the program",
  "ApiKey.scopes": "words of the program",
  "AddedStyle.title": "public: the name of a style that everybody is offered",
  "AddedStyle.label": "public: the name of a style that everybody is offered",
  "AddedStyle.format": "one of five words of the program",
  "Webhook.events": "words of the program",
  "Webhook.offBecause": "one of two words of the program",
  "WebhookDelivery.event": "a word of the program",
  "Check.scope": "one of three words of the program",
  "CheckDecision.findingKey": "a hash",
  "ProofMark.sentenceKey": "a hash",
  "Edition.extent": "one word of the program",
  "ImportDraft.joins": "the public id of a source",
  "ImportBatch.accepts": "one of three words of the program",
  "BatchFile.joinsBy": "one of two words of the program",
  "StatementTable.headersKey": "a hash",
  "TableRow.headersKey": "a hash",
  "Edition.marks": "numbers: pages, and the seconds of a recording",
  "ImportDraft.marks": "as Edition.marks",
  "Arrival.how": "one of two words of the program",
  "Arrival.encoding": "the name of an encoding",
  "ArrivedBytes.packed": "one of two words of the program",
  "Outlet.nameKey": "Outlet.name in another case",
  "Speaker.sortName": "Speaker.name in another order",
  "SpeakerAlias.nameKey": "SpeakerAlias.name in another case",
  "SpeakerAlias.searchKey": "words of SpeakerAlias.name, folded",
  "Outlet.searchKey": "words of Outlet.name, folded",
  "ImportSpeakerKind.nameKey": "a name in the text of an import, in another case; no screen reads it",
  "ImportProposal.knownHow": "one of two words of the program",
  "Statement.wordingKey": "Statement.wording in another case",
  "Claim.propositionKey": "Claim.proposition in another case",
  "Statement.searchKey": "words of fields of Statement, folded",
  "Source.searchKey": "words of fields of Source, folded",
  "Passage.searchKey": "words of Edition.text, folded",
  "Story.searchKey": "words of Story.title, folded",
  "Claim.searchKey": "words of Claim.proposition, folded",
  "TruthScale.name": "public: the desk's scale",
  "ScaleLabel.label": "public: the desk's scale",
  "ScaleLabel.definition": "public: the desk's scale",
};

/** Plants a secret into every field that holds text, beside a statement that is published. */
export async function plantCanaries(editor: Actor) {
  const canaries: Canary[] = [];
  const run = randomUUID().replaceAll("-", "").slice(0, 6);
  const plant = (field: string, readers: Registry = "desk"): string => {
    const token = `zq${run}x${canaries.length.toString(36)}vk`;
    canaries.push({ field, token, readers: READERS[readers] });
    return token;
  };
  const at = new Date();
  const later = new Date(at.getTime() + 30 * 86_400_000);
  const words = { open: `“Zebras graze near ${plant("public Statement.wording", "everybody")},”` };
  const hiddenKinds = ["captured", "declined", "approved", "off_record", "embargoed"] as const;
  const hiddenWords = hiddenKinds.map((kind) => `“They whisper of ${plant(`Statement.wording ${kind}`)},”`);
  const parts = [
    `${plant("Edition.text")} stood far away.\n\nThe council met.`,
    `${words.open} said Ada Open. “Zebras sleep,” she said.`,
    // the speaker of hidden words is named in their sentence only
    ...hiddenWords.map(
      (hidden, index) => `${hidden} said ${plant(`Edition.text beside ${hiddenKinds[index]}`)}.`,
    ),
  ];
  const text = parts.join(" ");
  // a headline may repeat what is off the record or under an embargo
  const [, , , offRecord = "", embargoed = ""] = hiddenWords;
  const headline = `Open report ${plant("public Source.title", "everybody")}. ${offRecord} they say. ${embargoed}`;
  const source = await sourceWith(text, { title: headline });
  const outlet = await db.outlet.create({
    data: {
      ...{ slug: `o${run}`, name: plant("Outlet.name"), nameKey: `o${run}` },
      homepage: `https://${plant("Outlet.homepage")}.example`,
    },
  });
  const hiddenSource = await sourceWith(`“${plant("Edition.text of a hidden source")}” they wrote.`, {
    ...{ title: plant("Source.title"), author: plant("Source.author"), outletId: outlet.id },
    authorNames: JSON.stringify([{ kind: "body", literal: plant("Source.authorNames") }]),
    address: `https://${plant("Source.address")}.example/`,
    archiveAddress: `https://${plant("Source.archiveAddress")}.example/`,
    titleRomanised: plant("Source.titleRomanised"),
    titleTranslated: plant("Source.titleTranslated"),
  });
  const speaker = await db.speaker.create({
    data: {
      ...{ slug: `hidden-${run}`, name: plant("Speaker.name"), sortName: "zz", kind: "anonymous" },
      nameParts: JSON.stringify([{ kind: "body", literal: plant("Speaker.nameParts") }]),
      ...{ description: plant("Speaker.description"), wikidataId: plant("Speaker.wikidataId") },
      aliases: { create: { name: plant("SpeakerAlias.name"), nameKey: `zz${run}`, kind: "alias" } },
      affiliations: { create: { role: plant("Affiliation.role"), body: plant("Affiliation.body") } },
      confidentialIdentity: {
        create: {
          ...{
            identity: plant("ConfidentialIdentity.identity", "nobody"),
            recordedById: "x",
            recordedAt: at,
          },
          reason: plant("ConfidentialIdentity.reason", "nobody"),
        },
      },
    },
  });
  const openSpeaker = await db.speaker.create({
    data: {
      ...{ slug: `open-${run}`, name: `Ada ${plant("public Speaker.name", "everybody")}`, sortName: "ada" },
      kind: "person",
    },
  });
  await db.speakerMerge.create({
    data: {
      ...{ fromId: speaker.id, intoId: openSpeaker.id, moved: "{}", mergedById: "x", mergedAt: at },
      reason: plant("SpeakerMerge.reason"),
      undoReason: plant("SpeakerMerge.undoReason"),
    },
  });
  await db.speakersApart.create({
    data: {
      ...{ oneId: speaker.id, otherId: openSpeaker.id, decidedById: "x", decidedAt: at },
      reason: plant("SpeakersApart.reason"),
    },
  });
  await db.speakerSplit.create({
    data: {
      ...{ fromId: openSpeaker.id, intoId: speaker.id, splitById: "x", splitAt: at },
      moved: JSON.stringify({ statements: [] }),
      reason: plant("SpeakerSplit.reason"),
      undoReason: plant("SpeakerSplit.undoReason"),
    },
  });
  const story = await db.story.create({
    data: { slug: `hidden-${run}`, title: plant("Story.title"), summary: plant("Story.summary") },
  });
  const openStory = await db.story.create({ data: { slug: `open-${run}`, title: `Open ${run}` } });
  const statement = (wording: string, state: string, rest: object) => {
    const start = Math.max(0, text.indexOf(wording));
    const isOut = state === "published";
    return db.statement.create({
      data: {
        ...{
          publicId: printableId("st"),
          wording,
          wordingKey: normaliseForMatching(wording),
          form: "direct",
        },
        ...{ sourceId: source.id, state, occurredAt: at, publishedVersion: isOut ? 1 : null },
        publishedAt: isOut ? at : null,
        ...rest,
        anchors: {
          create: {
            ...{
              editionId: source.editions[0]?.id ?? "",
              startUtf16: start,
              endUtf16: start + wording.length,
            },
            ...{ exact: wording, pieces: `[[${start},${start + wording.length}]]`, checkedAt: at },
            prefix: text.slice(Math.max(0, start - 32), start),
            suffix: text.slice(start + wording.length, start + wording.length + 60),
            ...{ contextStartUtf16: Math.max(0, text.indexOf("The council")), contextEndUtf16: text.length },
            explanation: isOut ? "" : plant(`Anchor.explanation ${state}`),
          },
        },
      },
    });
  };
  const open = await statement(words.open, "published", { speakerId: openSpeaker.id, storyId: openStory.id });
  const other = await statement("“Zebras sleep,”", "published", { speakerId: openSpeaker.id });
  const hidden: { id: string; publicId: string }[] = [];
  for (const [index, kind] of hiddenKinds.entries()) {
    const named = (field: string) => plant(`Statement.${field} ${kind}`);
    const isPublished = kind === "off_record" || kind === "embargoed";
    const made = await statement(hiddenWords[index] ?? "", isPublished ? "published" : kind, {
      ...{ speakerId: speaker.id, storyId: story.id, attribution: named("attribution") },
      ...{ roleThen: named("roleThen"), saidOnNote: named("saidOnNote"), context: named("context") },
      ...{
        event: named("event"),
        place: named("place"),
        cue: named("cue"),
        introduction: named("introduction"),
        addressee: named("addressee"),
        translatedBy: named("translatedBy"),
      },
      originalWording: named("originalWording"),
      originalLanguage: named("originalLanguage"),
      editMarks: JSON.stringify([{ kind: "sic", text: named("editMarks"), startUtf16: 0, endUtf16: 1 }]),
    });
    hidden.push(made);
    await assess(made.id, plant(`SourcingAssessment.note ${kind}`), {
      attributionTerms: kind === "off_record" ? "off_record" : "on_record",
      embargoedUntil: kind === "embargoed" ? later : null,
    });
  }
  const [captured] = hidden;
  if (!captured) throw new Error("nothing was planted");
  await besideThePublished();
  await changedSince();
  const draft = await ofOnePerson();
  const table = await tableOfSomebody();
  const batch = await batchOfSomebody();
  const webhook = await ofAdministrators();
  const check = await checkOfTheDesk();
  await keepSearched();
  // the text itself arrived as a file, which the desk may save as it came
  for (const { editions } of [source, hiddenSource]) {
    for (const { id: editionId, sha256 } of editions)
      await db.arrival.create({
        data: {
          ...{ editionId, ownerId: draft.ownerId, how: "file", name: "page.txt", kind: "text" },
          ...{ sha256, sizeBytes: 1, arrivedAt: new Date() },
        },
      });
  }
  return {
    canaries,
    open,
    other,
    captured,
    hidden,
    source,
    hiddenSource,
    outlet,
    speaker,
    openSpeaker,
    story,
    openStory,
    draft,
    table,
    batch,
    webhook,
    check,
  };

  /** Many files that somebody brought: their owner's alone. */
  async function batchOfSomebody() {
    const batch = await db.importBatch.create({
      data: {
        ...{ publicId: printableId("bat"), ownerId: `nobody-${run}`, accepts: "none", createdAt: at },
        ...{
          outletName: plant("ImportBatch.outletName", "nobody"),
          author: plant("ImportBatch.author", "nobody"),
        },
        publishedOn: plant("ImportBatch.publishedOn", "nobody"),
        language: plant("ImportBatch.language", "nobody"),
      },
    });
    await db.batchFile.create({
      data: {
        ...{ batchId: batch.id, ordinal: 1, state: "refused", sha256: run, sizeBytes: 1 },
        ...{ name: plant("BatchFile.name", "nobody"), reason: plant("BatchFile.reason", "nobody") },
        packed: Uint8Array.from(gzipSync(plant("BatchFile.packed", "nobody"))),
      },
    });
    return batch;
  }

  /** A table on its way into the record, and a row of it that is there: its owner's alone. */
  async function tableOfSomebody() {
    const rows = `Quote;Who\n“${plant("StatementTable.packed", "nobody")},”;Ada\n`;
    const table = await db.statementTable.create({
      data: {
        ...{ publicId: printableId("tab"), ownerId: `nobody-${run}`, sha256: run, sizeBytes: rows.length },
        ...{ name: plant("StatementTable.name", "nobody"), packed: Uint8Array.from(gzipSync(rows)) },
        ...{ headersKey: run, sheet: plant("StatementTable.sheet", "nobody"), createdAt: at },
        choices: JSON.stringify({ title: plant("StatementTable.choices", "nobody") }),
        kinds: JSON.stringify({ [plant("StatementTable.kinds", "nobody")]: null }),
      },
    });
    await db.tableRow.create({
      data: {
        ...{ tableId: table.id, number: 2, headersKey: run, statementId: open.id },
        rowKey: plant("TableRow.rowKey", "nobody"),
      },
    });
    return table;
  }

  /** A later edition, in which the published statement stands by a correction, and what was seen of it and of a hidden one. */
  async function changedSince() {
    const later = `${text}\n\n${plant("Edition.text of a later one")} was put in.`;
    const edition = await db.edition.create({
      data: {
        ...{ sourceId: source.id, number: 2, text: later, lengthUtf16: later.length, retrievedAt: at },
        sha256: createHash("sha256").update(later).digest("hex"),
      },
    });
    const { id: _, ...place } = await db.anchor.findFirstOrThrow({ where: { statementId: open.id } });
    await db.anchor.create({ data: { ...place, editionId: edition.id } });
    for (const { id } of [open, ...hidden])
      await db.sighting.create({
        data: {
          ...{ statementId: id, editionId: edition.id, state: "changed", seenAt: at },
          ...{ found: plant("Sighting.found"), note: plant("Sighting.note") },
        },
      });
  }

  /** Records of the desk that hang on the published statement itself. */
  async function besideThePublished() {
    await assess(open.id, plant("SourcingAssessment.note"), {});
    await db.attributionHop.create({
      data: {
        ...{ statementId: open.id, ordinal: 1, name: plant("AttributionHop.name", "everybody") },
        ...{ speakerId: speaker.id, sourceId: hiddenSource.id },
      },
    });
    await db.statementVersion.create({
      data: {
        ...{ statementId: open.id, number: 1, wording: words.open, publishedAt: at },
        snapshot: JSON.stringify({
          prefix: plant("StatementVersion.snapshot", "nobody"),
          source: { publicId: source.publicId, title: headline, outlet: null, publishedOn: null },
        }),
      },
    });
    await db.statementVersion.create({
      data: {
        ...{
          statementId: captured?.id ?? "",
          number: 1,
          wording: plant("StatementVersion.wording"),
          snapshot: "{}",
        },
        publishedAt: at,
      },
    });
    await db.correction.create({
      data: {
        ...{
          statementId: captured?.id ?? "",
          versionNumber: 1,
          kind: "typo",
          note: plant("Correction.note"),
        },
        givenAt: at,
      },
    });
    await db.retraction.create({
      data: {
        ...{ statementId: open.id, proposedById: editor.id ?? "", proposedAt: at },
        reason: plant("Retraction.reason"),
      },
    });
    await db.retraction.create({
      data: {
        ...{ statementId: open.id, proposedById: editor.id ?? "", proposedAt: at, withdrawnAt: at },
        ...{ reason: "Taken back.", withdrawnReason: plant("Retraction.withdrawnReason") },
      },
    });
    await db.correctionProposal.create({
      data: {
        ...{ statementId: open.id, baseVersion: 1, kind: "correction", proposedAt: at },
        ...{ note: plant("CorrectionProposal.note"), explanation: plant("CorrectionProposal.explanation") },
        ...{
          changes: JSON.stringify({ wording: plant("CorrectionProposal.changes") }),
          proposedById: editor.id,
        },
        renewals: {
          create: {
            ...{
              subject: "sourcing",
              recordId: plant("CorrectionRenewal.recordId", "desk"),
              outcome: "holds",
            },
            ...{ given: JSON.stringify({ note: plant("CorrectionRenewal.given") }), givenAt: at },
            reason: plant("CorrectionRenewal.reason"),
          },
        },
      },
    });
    await db.correctionProposal.create({
      data: {
        ...{ statementId: open.id, baseVersion: 1, kind: "correction", proposedAt: at, withdrawnAt: at },
        ...{ note: "Taken back.", changes: "{}", proposedById: editor.id },
        withdrawnReason: plant("CorrectionProposal.withdrawnReason"),
      },
    });
    const claim = await db.claim.create({
      data: {
        ...{ slug: `hidden-${run}`, proposition: plant("Claim.proposition"), propositionKey: `zz${run}` },
        note: plant("Claim.note"),
        positions: {
          create: { statementId: open.id, stance: "asserts", note: plant("Position.note"), takenAt: at },
        },
        stories: { create: { storyId: openStory.id } },
      },
    });
    await db.storySource.createMany({
      data: [
        { storyId: openStory.id, sourceId: hiddenSource.id },
        { storyId: story.id, sourceId: source.id },
      ],
    });
    const relation = (fromId: string, toId: string, state: string, suffix: string) =>
      db.relation.create({
        data: {
          ...{ publicId: printableId("rel"), type: "contradicts", fromId, toId, state, createdAt: at },
          ...{ rationale: plant(`Relation.rationale ${suffix}`), unit: plant(`Relation.unit ${suffix}`) },
          comparability: plant(`Relation.comparability ${suffix}`),
          suggestedBy: plant(`Relation.suggestedBy ${suffix}`),
          wordingsKey: plant(`Relation.wordingsKey ${suffix}`, "desk"),
          valueFrom: plant(`Relation.valueFrom ${suffix}`),
          valueTo: plant(`Relation.valueTo ${suffix}`),
          period: plant(`Relation.period ${suffix}`),
          decisions: {
            create: { decision: state, reason: plant(`RelationDecision.reason ${suffix}`), madeAt: at },
          },
        },
      });
    await relation(open.id, other.id, "suggested", "suggested");
    const tied = await relation(open.id, captured?.id ?? "", "confirmed", "to a hidden one");
    const evidence = (owner: object, suffix: string) => ({
      ...{
        stance: "supports",
        sourceId: hiddenSource.id,
        addedAt: at,
        title: plant(`Evidence.title ${suffix}`),
      },
      ...{ excerpt: plant(`Evidence.excerpt ${suffix}`), note: plant(`Evidence.note ${suffix}`) },
      address: `https://${plant(`Evidence.address ${suffix}`)}.example`,
      ...owner,
    });
    await db.evidence.create({ data: evidence({ relationId: tied.id }, "of a hidden tie") });
    const verdict = await db.verdict.create({
      data: {
        ...{
          statementId: open.id,
          axis: "said",
          value: "confirmed",
          reasons: "Heard.",
          asOf: at,
          givenAt: at,
        },
        evidence: {
          create: {
            stance: "supports",
            sourceId: source.id,
            addedAt: at,
            excerpt: `${hiddenWords[0]} said he.`,
            title: `${hiddenWords[1]} they print.`,
          },
        },
      },
    });
    await db.evidence.create({
      data: { stance: "supports", sourceId: hiddenSource.id, addedAt: at, verdictId: verdict.id },
    });
    await db.verdict.create({
      data: {
        ...{ statementId: captured?.id ?? "", axis: "said", value: "confirmed", asOf: at, givenAt: at },
        ...{ reasons: plant("Verdict.reasons"), uncertainty: plant("Verdict.uncertainty") },
        speakerAnswered: plant("Verdict.speakerAnswered"),
      },
    });
    await db.review.create({
      data: {
        ...{ statementId: open.id, openedAt: at },
        comments: { create: { body: plant("ReviewComment.body"), authorId: editor.id ?? "", writtenAt: at } },
        checks: {
          create: { item: "words_match", isDone: false, note: plant("ReviewCheck.note"), checkedAt: at },
        },
        transitions: {
          create: {
            ...{ fromState: "submitted", toState: "changes_requested", actorRole: "editor", at },
            reason: plant("ReviewTransition.reason"),
          },
        },
      },
    });
    await db.notice.create({
      data: {
        ...{ subjectType: "speaker", subjectId: speaker.id, note: plant("Notice.note"), givenAt: at },
        changes: JSON.stringify([{ what: "name", before: plant("Notice.changes"), after: "x" }]),
        places: { create: { subjectType: "speaker", subjectId: speaker.id } },
      },
    });
    // what was told of the published, and would tell of the hidden by now
    const notice = (what: string, after: string, places: readonly (readonly [string, string])[]) =>
      db.notice.create({
        data: {
          ...{
            subjectType: places[0]?.[0] ?? "",
            subjectId: places[0]?.[1] ?? "",
            note: "It was wrong.",
            givenAt: at,
          },
          changes: JSON.stringify([{ what, before: "", after }]),
          places: { create: places.map(([subjectType, subjectId]) => ({ subjectType, subjectId })) },
        },
      });
    const proposition = plant("Notice.changes of a hidden claim");
    await notice("The source’s title", headline, [["source", source.id]]);
    await notice("Put into the story, a source", headline, [
      ["story", openStory.id],
      ["source", source.id],
    ]);
    await notice("Put into the story, a claim", proposition, [
      ["story", openStory.id],
      ["claim", claim.id],
    ]);
    await notice("The claim", proposition, [["claim", claim.id]]);
    return claim;
  }

  /** A draft compared with its material; both belong to the desk, as does what was found. */
  function checkOfTheDesk() {
    const text = `“${plant("CheckedDraft.text")}” she said.`;
    const finding = {
      ...{ key: "0".repeat(24), start: 0, end: text.length, text, label: "not_found", form: "direct" },
      ...{ speaker: null, reason: plant("CheckRun.findings"), match: null, aligned: [], hidden: [] },
      ...{ notes: [], others: [], settles: null },
    };
    const found = {
      findings: JSON.stringify([finding]),
      searched: JSON.stringify({ texts: 1, words: 1, statements: 0, by: plant("CheckRun.searched") }),
      statements: JSON.stringify({ [plant("CheckRun.statements")]: 1 }),
    };
    const material = `${plant("CheckMaterial.text")} stood in the notes.`;
    return db.check.create({
      data: {
        ...{ publicId: printableId("chk"), title: plant("Check.title"), createdAt: at },
        drafts: { create: { number: 1, text, sha256: run, lengthUtf16: text.length, createdAt: at } },
        materials: {
          create: {
            ...{ ordinal: 1, name: plant("CheckMaterial.name"), text: material, sha256: run },
            ...{ lengthUtf16: material.length, addedAt: at },
          },
        },
        runs: { create: { draftNumber: 1, ...found, ranAt: at } },
        decisions: {
          create: {
            ...{ findingKey: finding.key, kind: "asked", note: plant("CheckDecision.note"), givenAt: at },
          },
        },
        marks: {
          create: {
            ...{ sentenceKey: "0".repeat(24), startUtf16: 0, endUtf16: 1, state: "query", givenAt: at },
            ...{ note: plant("ProofMark.note"), evidence: plant("ProofMark.evidence") },
          },
        },
      },
    });
  }

  /** An address that is told of nothing, and what was tried there. */
  function ofAdministrators() {
    const tried = [{ at: at.toISOString(), status: null, error: plant("WebhookDelivery.tries", "admin") }];
    return db.webhook.create({
      data: {
        ...{ label: plant("Webhook.label", "admin"), salt: plant("Webhook.salt", "nobody"), events: "" },
        ...{ url: `https://${plant("Webhook.url", "admin")}.invalid`, fromSeq: 0, createdAt: at },
        deliveries: {
          create: {
            ...{ event: "test", subjectType: "webhook", subjectId: run, state: "failed" },
            ...{ tries: JSON.stringify(tried), happenedAt: at, createdAt: at },
          },
        },
      },
    });
  }

  /** What belongs to one colleague, or to the program alone. */
  async function ofOnePerson() {
    // a style is set in, and its file handed to nobody
    await db.addedStyle.create({
      data: {
        ...{ key: `zebra-${run}`, kind: "locale", cslId: "xx", title: `Words ${run}`, label: "xx" },
        ...{ format: "note", language: "xx", text: plant("AddedStyle.text", "nobody"), sha256: run },
      },
    });
    const owner = await db.user.create({
      data: {
        ...{ name: `Owner ${run}`, email: `${plant("User.email", "admin")}@example.test`, role: "reporter" },
        sessions: { create: { token: plant("Session.token", "nobody"), expiresAt: later } },
        apiKeys: {
          create: {
            ...{ label: plant("ApiKey.label", "nobody"), prefix: plant("ApiKey.prefix", "nobody") },
            ...{ keyHash: plant("ApiKey.keyHash", "nobody"), scopes: "read" },
          },
        },
        searches: {
          create: [
            {
              ...{
                name: plant("SavedSearch.name", "nobody"),
                asked: `q=${plant("SavedSearch.asked", "nobody")}`,
              },
              ...{ salt: plant("SavedSearch.salt", "nobody"), createdAt: at },
            },
            {
              ...{ name: plant("SavedSearch.name shared"), asked: `q=${plant("SavedSearch.asked shared")}` },
              ...{ isShared: true, salt: plant("SavedSearch.salt shared", "nobody"), createdAt: at },
            },
          ],
        },
        accounts: {
          create: {
            ...{ accountId: run, providerId: "credential", password: plant("Account.password", "nobody") },
          },
        },
        formerNames: { create: { name: plant("FormerName.name"), until: at } },
        typed: {
          create: {
            ...{ place: `/review/${open.publicId}`, form: "verdict-said", keptAt: at },
            values: JSON.stringify({ reasons: plant("FormDraft.values", "nobody") }),
          },
        },
      },
    });
    await db.verification.create({
      data: {
        ...{
          identifier: plant("Verification.identifier", "nobody"),
          value: plant("Verification.value", "nobody"),
        },
        expiresAt: later,
      },
    });
    return db.importDraft.create({
      data: {
        ...{
          publicId: printableId("imp"),
          ownerId: owner.id,
          text: plant("ImportDraft.text", "nobody"),
          sha256: run,
        },
        ...{ title: plant("ImportDraft.title", "nobody"), author: plant("ImportDraft.author", "nobody") },
        outletName: plant("ImportDraft.outletName", "nobody"),
        address: `https://${plant("ImportDraft.address", "nobody")}.example`,
        publishedOn: plant("ImportDraft.publishedOn", "nobody"),
        arrivals: {
          create: {
            ...{
              ownerId: owner.id,
              how: "address",
              kind: "html",
              sha256: run,
              sizeBytes: 1,
              arrivedAt: later,
            },
            name: plant("Arrival.name", "nobody"),
            address: `https://${plant("Arrival.address", "nobody")}.example`,
            canonical: `https://${plant("Arrival.canonical", "nobody")}.example`,
            headers: JSON.stringify([["server", plant("Arrival.headers", "nobody")]]),
            details: JSON.stringify({
              title: { value: plant("Arrival.details", "nobody"), from: "the page" },
            }),
            notices: JSON.stringify([plant("Arrival.notices", "nobody")]),
          },
        },
        acts: { create: { changed: JSON.stringify({ kind: plant("ImportAct.changed", "nobody") }) } },
        proposals: {
          create: {
            ...{ ordinal: 1, startUtf16: 0, endUtf16: 1 },
            found: JSON.stringify({ what: plant("ImportProposal.found", "nobody") }),
            edited: JSON.stringify({ what: plant("ImportProposal.edited", "nobody") }),
            speakerKey: plant("ImportProposal.speakerKey", "nobody"),
            speakerShown: JSON.stringify({ what: plant("ImportProposal.speakerShown", "nobody") }),
          },
        },
      },
    });
  }
}

function sourceWith(
  text: string,
  fields: { title: string } & Partial<
    Record<
      | "outletId"
      | "author"
      | "authorNames"
      | "address"
      | "archiveAddress"
      | "titleRomanised"
      | "titleTranslated",
      string
    >
  >,
) {
  return db.source.create({
    data: {
      publicId: printableId("src"),
      ...fields,
      editions: {
        create: {
          ...{ number: 1, text, lengthUtf16: text.length, retrievedAt: new Date() },
          sha256: createHash("sha256").update(text).digest("hex"),
        },
      },
    },
    include: { editions: true },
  });
}

function assess(
  statementId: string,
  note: string,
  rest: { attributionTerms?: string; embargoedUntil?: Date | null },
) {
  return db.sourcingAssessment.create({
    data: {
      ...{
        statementId,
        note,
        attributionTerms: "on_record",
        sourceIdentity: "named_person",
        channel: "speech",
      },
      ...{ proximity: "first_hand", origin: "original_reporting", assessedAt: new Date() },
      ...rest,
    },
  });
}

/** What a search looks in, as whatever writes a record keeps it beside it. */
async function keepSearched(): Promise<void> {
  const orderBy = { id: "asc" } as const;
  for (const row of await db.statement.findMany({ orderBy }))
    await db.statement.update({ where: { id: row.id }, data: { searchKey: statementKeyOf(row) } });
  for (const row of await db.source.findMany({ orderBy }))
    await db.source.update({ where: { id: row.id }, data: { searchKey: sourceKeyOf(row) } });
  for (const { id, proposition } of await db.claim.findMany({ orderBy }))
    await db.claim.update({ where: { id }, data: { searchKey: searchKeyOf(proposition) } });
}
