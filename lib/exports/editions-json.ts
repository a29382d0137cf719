import type { EditionsCompared } from "@/lib/editions/server";
import { absoluteUrl } from "@/lib/http";
import { signBefore } from "@/lib/statements";

/** Two editions of a source as the `.json` twin of their comparison gives them. */
export function toEditionsJson(compared: EditionsCompared) {
  const { publicId, title, language, from, to, isWhole, wordsGone, wordsNew } = compared;
  const editionOf = ({ number, sha256, lengthUtf16, retrievedAt }: typeof from) => ({
    ...{ number, sha256, lengthUtf16, retrievedAt: retrievedAt.toISOString() },
  });
  return {
    source: { id: publicId, url: absoluteUrl(`/sources/${publicId}`), title, language },
    url: absoluteUrl(`/sources/${publicId}/editions/${from.number}..${to.number}`),
    from: editionOf(from),
    to: editionOf(to),
    /** Whether the whole texts are compared, or the sentences around what is published in both. */
    isWhole,
    ...{ wordsGone, wordsNew },
    /** In order; `same` as the later edition prints it. */
    stretches: compared.stretches,
    statements: compared.statements.map(({ statement, state, was, now }) => ({
      id: statement.publicId,
      url: absoluteUrl(`/statements/${statement.publicId}`),
      state,
      /** What must be read before the words. */
      notice: signBefore(statement),
      ...{ was, now: state === "lost" ? null : now },
    })),
  };
}
