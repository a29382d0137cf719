import type { Article } from "../grammar";
import type { Span } from "../model";
import type { Draft } from "./draft";

/**
 * The attribution as printed around a mention, its apposition included: "Baqir Sajjad Syed, a national security
 * journalist and former Wilson Center fellow". It is a slice that begins with the mention.
 */
export function attributionSpan({ text }: Article, draft: Draft, mention: Span): Span {
  const cue = draft.cue;
  if (cue === null || cue.startUtf16 >= mention.startUtf16) return afterwards(text, mention);
  const between = text.slice(mention.endUtf16, cue.startUtf16);
  return afterwards(text, mention, between.length);
}

// ", a judge at the court,": a description begins with an article, a number, a title or an adjective, never with a verb
const ASIDE =
  /^(?:\s*\([^()\n]{1,60}\))?,\s(?:a|an|the|one|another|his|her|its|their|who|whose|which|\d{1,3}|former|then|now|also|deputy|chief|head|director|president|minister|secretary|professor|founder|leader|spokes\p{L}+|executive|senior|vice|editor|author|chair\p{L}*|co-\p{L}+|assistant|associate|general|managing|\p{Lu}[\p{L}’'-]+[’']s?)\b[^;:“”"\n]*?(?=,|;|$)/u;

function afterwards(text: string, mention: Span, room = 240): Span {
  const rest = text.slice(mention.endUtf16, mention.endUtf16 + Math.min(room, 240));
  const cut = /[.!?]\s|[“”"\n;]/u.exec(rest)?.index ?? rest.length;
  const aside = ASIDE.exec(rest.slice(0, cut).replace(/[.\s]+$/, ""));
  const bracket = /^\s\([^()\n]{1,60}\)/u.exec(rest);
  const length = aside?.[0].length ?? bracket?.[0].length ?? 0;
  return { startUtf16: mention.startUtf16, endUtf16: mention.endUtf16 + length };
}
