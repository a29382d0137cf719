import {
  genderOfWord,
  isBodyHead,
  isBodyNoun,
  isDemonym,
  isDocumentNoun,
  isFirstName,
  isNoName,
  isPluralRole,
  isRoleNoun,
  isSpeechVerb,
  isTitle,
  placeLength,
} from "./lexicon";
import type { Token } from "./tokens";

/** "Landlady Bev Crouch", "Gaffer Steve Cooper": a word for somebody that opens the sentence, before a first name and one more. */
export function isCalling(tokens: readonly Token[], from: number, at: number, to: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  // "KP CM Ali Amin Gandapur": the letters of an office before a name of two
  if (token?.isShout && OFFICES.test(token.text) && to - at >= 2 && !next?.isShout) return true;
  if (at !== from || to - at < 2 || !token?.isOpening || token.isShout || isFirstName(token)) return false;
  if (!next?.isJoined) return false;
  return (
    genderOfWord(token) !== null || (isFirstName(next) && token.text.length > 4 && CALLING.test(token.fold))
  );
}

const OFFICES =
  /^(?:PM|CM|HM|EAM|LG|DC|AC|SP|SSP|ASP|DSP|DCP|ACP|IG|DIG|AIG|IGP|DGP|SHO|CEO|CFO|COO|CTO|MLA|MPA|MNA|MLC|CJI|DPO|CJP|CJ)$/;
const CALLING = /(?:[^aeiou]er|tor|ist|ian|ee|ess|man|woman|mate|lady|lord)$/u;

// "Priti Sen": a short title without its stop, behind a word that is none, is a name
export function isShortName(tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (at !== from + 1 || token === undefined || token.text.length > 4 || !isTitle(token) || isRoleNoun(token))
    return false;
  if (!before?.isCapital || before.isShout || tokens[at + 1]?.gap.startsWith(".")) return false;
  return !(
    isTitle(before) ||
    isRoleNoun(before) ||
    isBodyHead(before) ||
    isBodyNoun(before) ||
    isDemonym(before) ||
    isNoName(before) ||
    placeLength(tokens, from, at - 1) > 0
  );
}

// "Transport for London said", "Teach for America says", but not "Lawyers for Musk said"
export function isForName(tokens: readonly Token[], from: number, at: number): boolean {
  const first = tokens[from];
  if (tokens[at]?.fold !== "for" || at - 1 !== from || first === undefined || first.isShout) return false;
  if (isFirstName(first) || isRoleNoun(first) || isPluralRole(first) || isTitle(first)) return false;
  if (first.isOpening && isDocumentNoun(first)) return false;
  let end = at + 1;
  while (end - at < 4 && tokens[end]?.isCapital && tokens[end]?.isJoined) end += 1;
  return end > at + 1 && isSpeechVerb(tokens[end]) && tokens[end]?.isJoined === true;
}
