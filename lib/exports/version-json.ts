import { absoluteUrl } from "@/lib/http";
import { companyOf, wordedInFull } from "@/lib/statements";
import { typedDate } from "@/lib/text";
import type { VersionCorrection } from "@/lib/versions";
import type { VersionDetail } from "@/lib/versions/server";

/** A version of a statement as its `.json` twin gives it; dates are as long as they are known, absent things are null. */
export function toVersionJson(version: VersionDetail) {
  const { statement, publicId, number, newest, made, versions } = version;
  const { speaker, source } = statement;
  const address = (other: number) => absoluteUrl(`/statements/${publicId}/versions/${other}`);
  const retractedAt = statement.retractions.at(-1);
  return {
    id: publicId,
    version: number,
    url: address(number),
    statementUrl: absoluteUrl(`/statements/${publicId}`),
    // first of all what must be read with the words, for whoever copies only them
    notice: companyOf(statement).notice,
    inFull: wordedInFull(statement),
    retraction: retractedAt?.confirmedAt
      ? { at: retractedAt.confirmedAt.toISOString(), reason: retractedAt.reason }
      : null,
    isCurrent: number === newest,
    newestVersion: newest,
    publishedAt: version.publishedAt.toISOString(),
    correction: made?.correction ? correctionOf(made.correction) : null,
    changes: (made?.changes ?? []).map(({ field, was, now }) => ({ field, was, now })),
    wording: statement.wording,
    language: statement.language,
    form: statement.form,
    isDenial: statement.isDenial,
    translation:
      statement.originalWording || statement.originalLanguage || statement.translatedBy
        ? {
            originalWording: statement.originalWording,
            originalLanguage: statement.originalLanguage,
            translatedBy: statement.translatedBy,
          }
        : null,
    speaker: speaker ? { name: speaker.name, role: statement.roleThen || null } : null,
    attribution: statement.attribution,
    cue: statement.cue,
    introduction: statement.introduction,
    addressee: statement.addressee,
    through: statement.hops.map(({ name }) => name),
    occasion: {
      saidOn: typedDate(statement.saidOn, statement.saidOnPrecision) || null,
      precision: statement.saidOn ? statement.saidOnPrecision : null,
      note: statement.saidOnNote,
      place: statement.place,
      event: statement.event,
    },
    context: statement.context,
    source: source && { id: source.publicId, title: source.title, outlet: source.outlet?.name ?? null },
    grade: statement.grade,
    verdicts: version.verdicts.map(({ axis, value, label }) => ({ axis, value, label })),
    versions: versions.map((one) => ({
      version: one.number,
      url: address(one.number),
      publishedAt: one.publishedAt.toISOString(),
      correction: one.correction ? correctionOf(one.correction) : null,
    })),
  };
}

function correctionOf({ kind, note, givenAt }: VersionCorrection) {
  return { kind, note, at: givenAt.toISOString() };
}
