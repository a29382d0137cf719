import { withoutMarks } from "./beside";
import type { Source } from "./material";
import { isReported } from "./turns";

const HEAD_UTF16 = 400;
/** A text that somebody published: nobody asked, and nobody stood there. */
const RELEASE =
  /(?:^|\n)\W*(?:for immediate release|press release|news release|media release|pressemitteilung|nota de prensa|comunicado de prensa)|(?<!\p{L})today,? announced(?!\p{L})/iu;
const POST =
  /(?:^|\n)[^\n]{0,80}(?:on (?:her|his|their) (?:page|blog|website|account|profile|feed|channel)|posted (?:on|by)|(?:blog|facebook|instagram|linkedin|mastodon|bluesky|telegram) (?:post|page|account|entry)|thread on (?:x|twitter|mastodon|bluesky))(?!\p{L})[^\n]{0,60}:?[ \t]*(?:\n|$)/iu;
const SPOKEN =
  /(?<!\p{L})((?:in|during|at|on) (?:(?:an?|the|his|her|their|this|last|yesterday['’]s) )?(?:[\p{L}’'-]+ ){0,3}?(interview|news conference|press conference|briefing|speech|lecture|debate|hearing|rally|call|podcast|talk show|interview|pressekonferenz|entrevista|rueda de prensa)|told (?:the )?(reporters|journalists|court|jury|parliament|committee|crowd))(?![\p{L}])/iu;

/** "In a radio interview" of words that the record has in a release or a post; null where it may be so. */
export function spokenAgainst(
  draft: { readonly text: string; readonly start: number },
  { text, title, statement }: Source,
): { readonly start: number; readonly end: number; readonly says: string } | null {
  const found = SPOKEN.exec(withoutMarks(draft.text));
  if (found === null || statement !== null) return null;
  const head = `${title}\n${text.slice(0, HEAD_UTF16)}`;
  const isPost = POST.test(text.slice(0, HEAD_UTF16)) && !isReported(text);
  const isRelease = RELEASE.test(head);
  const noun = (found[2] ?? found[3] ?? "").toLowerCase();
  if (!(isPost || isRelease) || text.toLowerCase().includes(noun.split(" ").at(-1) ?? noun)) return null;
  // a release goes to reporters
  if (!isPost && /^(?:reporters|journalists)$/u.test(noun)) return null;
  const start = draft.start + found.index;
  const printed = found[1] ?? "";
  return {
    start,
    end: start + printed.length,
    says: `The draft says “${printed}”, the record has it in a ${isPost ? "post" : "release"}.`,
  };
}

const GROUP =
  /(?<!\p{L})told ((?:the |a |his |her |their )?(analysts|investors|shareholders|students|supporters|employees|staff|voters|residents|parishioners|fans|lawmakers|senators|mps|delegates|union|board|bishops|unions|teachers|parents|farmers|workers|anwohner|aktionäre))(?!\p{L})/iu;

const CALL = /(?<!\p{L})(?:investors?|earnings|results|conference) call(?!\p{L})/iu;
/** A studio or a room where two talk: nobody else was told. */
const ASKED = /^[^\p{L}\n]{0,6}(?:presenter|host|interviewer|anchor)(?!\p{L})[^\n:]{0,20}:/imu;
const CALLED = /^(?:the )?(?:analysts|investors|shareholders|aktionäre)$/iu;

/** What occasion a transcript is of, where the group that a draft names is not who is told there. */
function heardAs(group: string, title: string, text: string): string | null {
  const call = CALLED.test(group) ? undefined : CALL.exec(`${title}\n${text.slice(0, HEAD_UTF16)}`)?.[0];
  return call ?? (ASKED.test(text) ? "an interview" : null);
}

/** "Told analysts" where the record has the words told to a paper by name, and speaks of no analysts whom anybody told. */
export function groupAgainst(
  draft: { readonly text: string; readonly start: number },
  outlet: string | null,
  { text, title, statement }: Source,
): { readonly start: number; readonly end: number; readonly says: string } | null {
  const found = GROUP.exec(withoutMarks(draft.text));
  const group = found?.[2];
  if (found === null || group === undefined || statement !== null) return null;
  const heard = outlet ?? heardAs(group, title, text);
  if (heard === null) return null;
  // what the head of a transcript says of the occasion leaves room for whoever is named in it
  if (outlet === null && new RegExp(`(?<!\\p{L})${group.split(" ").at(-1)}`, "iu").test(text)) return null;
  if (
    new RegExp(`(?<!\\p{L})(?:told|to|with|before|by) (?:\\p{L}+ ){0,2}?${group}(?!\\p{L})`, "iu").test(text)
  )
    return null;
  const start = draft.start + found.index;
  return {
    start,
    end: start + found[0].length,
    says: `The draft says “${found[0]}”, the record “${heard}”.`,
  };
}
