import type { Article } from "../grammar";
import type { Span } from "../model";
import type { Stretch } from "../text";
import { isTitled } from "../text";
import { countWords } from "../weights";
import { isVoice } from "./kickers";
import type { Labelled } from "./labelled";

// “We stayed”: Rosa Vidal on the flood
const NAMED_BEHIND =
  /^(?<dash>:)\s(?<name>\p{Lu}[\p{L}.’'-]*(?:\s(?:\p{Ll}{2,3}\s)?\p{Lu}[\p{L}.’'-]*){1,3})(?=\s*$|\s(?:on|about|after|over|speaks|talks)\s[^.!?]*$)/u;
const SIGNATURE =
  /^\s*(?<dash>―|—|–|--|-)\s*(?:(?:the\s|an?\s)?(?<role>(?:\p{Lu}[\p{L}.’'-]*\s){0,3}(?:(?!(?:of|for|the|and|de|del|la|van|von|al|bin)\s)\p{Ll}[\p{L}’'-]*\s){1,4}))?(?<name>@[\p{L}\p{N}_.]{2,40}|(?:\p{Lu}[\p{L}.’'-]*)(?:\s(?:of(?:\sthe)?|for(?:\sthe)?|and|&|de|del|la|van|von|al|bin|\p{Lu}[\p{L}.’'-]*)){0,6})(?=\s*(?:$|[,(])|\s(?:at|in|on|to|via|speaking|during|from|after)\s[^.!?]*$)/u;

/** Quotations with a name behind them: “…” — Baqir Syed. */
export function signed(article: Article): Labelled[] {
  const { text, paragraphs, stretches } = article;
  const found: Labelled[] = [];
  const short = new Set<number>();
  let at = 0;
  for (const stretch of stretches) {
    while (at + 1 < paragraphs.length && (paragraphs[at]?.endUtf16 ?? 0) < stretch.endUtf16) at += 1;
    const own = paragraphs[at];
    const next = paragraphs[at + 1];
    if (own === undefined) continue;
    const label =
      signatureIn(article, stretch.endUtf16, own.endUtf16) ??
      (own.endUtf16 <= stretch.endUtf16 && next !== undefined
        ? signatureIn(article, next.startUtf16, next.endUtf16)
        : null);
    const isAtStart = stretch.startUtf16 <= own.startUtf16 + 2;
    if (label !== null && (isWhole(text, stretch) || isAtStart)) {
      if (!isWhole(text, stretch)) short.add(stretch.startUtf16);
      found.push({
        rule: "signed",
        ...label,
        content: [{ startUtf16: stretch.startUtf16, endUtf16: stretch.endUtf16 }],
      });
    }
  }
  // “Never.” – Bo Lind: a word or two is somebody's among other lines of the kind
  return found.length > 1 ? found : found.filter(({ content }) => !short.has(content[0]?.startUtf16 ?? -1));
}

function signatureIn(
  { text, language }: Article,
  from: number,
  to: number,
): { speaker: Span; cue: Span } | null {
  if (to - from > 160) return null;
  const match = SIGNATURE.exec(text.slice(from, to)) ?? NAMED_BEHIND.exec(text.slice(from, to));
  if (match?.groups === undefined) return null;
  // “We Are Not Afraid”: Teacher Defies Ban — a headline that goes on, and no name
  const line = text.slice(text.lastIndexOf("\n", from) + 1, to);
  if (match.groups.dash === ":" && isTitled(line) && isSentence(language, match.groups.name ?? ""))
    return null;
  // "— farmer Bill Ott"
  const role = match.groups.role?.trim().split(" ").at(-1);
  if (role !== undefined && (language.trained === null || !isVoice(language.trained.cast, role))) return null;
  const dash = match.groups.dash ?? "";
  const name = match.groups.name ?? "";
  const cueStart = from + match[0].indexOf(dash);
  const nameStart = from + match[0].indexOf(name, match[0].indexOf(dash) + dash.length);
  return {
    speaker: { startUtf16: nameStart, endUtf16: nameStart + name.length },
    cue: { startUtf16: cueStart, endUtf16: cueStart + dash.length },
  };
}

/** "Survivors Recall Flood": words of a headline that hold no first name, and are many or begin with a word for somebody. */
function isSentence({ trained }: Article["language"], words: string): boolean {
  const parts = words.toLowerCase().split(" ");
  if (trained === null) return false;
  const { maleNames, femaleNames, sharedNames } = trained.cast;
  if (parts.some((part) => maleNames.has(part) || femaleNames.has(part) || sharedNames.has(part)))
    return false;
  return parts.length > 2 || isVoice(trained.cast, parts[0] ?? "");
}

function isWhole(text: string, stretch: Stretch): boolean {
  return countWords(text.slice(stretch.startUtf16, stretch.endUtf16)) >= 3;
}
