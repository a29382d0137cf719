import type { FoundSpeaker } from "@/lib/extraction";
import { normaliseName } from "@/lib/text";
import { isLastBefore, isNamedBeside } from "./beside";
import type { Claimed } from "./draft";
import { isIssuer } from "./issuers";
import { isFirstBefore, isKin, isKinOf, isOfCountry, namedLast } from "./kin";
import { literal } from "./literal";
import type { Source } from "./material";
import type { FindingNote } from "./model";
import { isSamePerson, isSpeltLike, nameWords } from "./names";
import { nounsIn } from "./office";
import { isRoleWord } from "./role-words";
import { titlesOf } from "./titles";
import type { Voice } from "./voices";
import { hashesOf, readWords } from "./words";

/** How the speaker of the draft stands to the voice of the record. */
export interface Agreement {
  readonly speaker: "yes" | "no" | "unknown";
  /** Asked by a reporter there. */
  readonly isAsked: boolean;
  /** The text is a release of the speaker's, and tells this itself. */
  readonly isIssuer?: boolean;
  readonly notes: readonly FindingNote[];
}

const ASKING = /\b(?:reporter|journalist|interviewer|moderator|host|presenter|anchor|correspondent)s?\b/iu;

/** A report, a ruling or a survey, which speaks and is nobody. */
const THING =
  /(?:^|\s)(?:rulings?|reports?|statements?|stud(?:y|ies)|documents?|websites?|posts?|memos?|letters?|filings?|polls?|surveys?|lawsuits?|complaints?|estimates?|figures|data|statistics|records?|papers?|books?|articles?|orders?|decisions?|verdicts?)$/iu;

/** The words of the record have a thing for a voice: "estimates suggest". */
export function isThing({ name, aliases }: Voice): boolean {
  const own = name ?? aliases[0] ?? "";
  return !/\p{Lu}\S*$/u.test(own) && THING.test(own);
}

/** Whether the record's voice at a place is the speaker that the draft names. */
export function agreementOf(
  claim: Claimed,
  voice: Voice,
  source: Source,
  start: number,
  end: number,
): Agreement {
  const speaker = claim.proposal?.speaker ?? null;
  if (speaker === null) return { speaker: "unknown", isAsked: false, notes: [] };
  if (voice.how === "narrated" && isIssuer(claim, source))
    return { speaker: "yes", isAsked: false, isIssuer: true, notes: [] };
  const own = [speaker.canonical, speaker.kind === "named" ? speaker.mention.text : null].filter(
    isProperName,
  );
  const isNamed = own.length > 0;
  if (voice.asks)
    return {
      speaker: "unknown",
      isAsked: (isNamed || speaker.kind === "role") && !ASKING.test(speaker.mention.text),
      notes: [],
    };
  const theirs = [voice.name, ...voice.aliases].filter((name) => name !== null);
  // "pia_b wrote" where somebody has that name in the chat, in small letters
  const handle = speaker.mention.text;
  if (/^\p{Ll}/u.test(handle) && voice.others.includes(handle) && voice.name !== null)
    return { speaker: handle === voice.name ? "yes" : "no", isAsked: false, notes: [] };
  // "Rask's wife said" is not Rask
  const owner = OWNED.exec(speaker.mention.text)?.[1];
  if (
    owner !== undefined &&
    theirs.some((other) => isProperName(other) && isSamePerson(owner, other) === "yes")
  )
    return { speaker: "no", isAsked: false, notes: [] };
  const answers = own.flatMap((one) => theirs.map((other) => isSamePerson(one, other)));
  const isSame = answers.includes("yes");
  if (isSame) return { speaker: "yes", isAsked: false, notes: spellingOf(speaker.mention, own, theirs) };
  if (own.some((name) => speaksFor(name, speaker, voice)))
    return { speaker: "yes", isAsked: false, notes: [] };
  // two bearers of one surname
  if (own.some((one) => theirs.some((other) => isOtherFirst(one, other))))
    return {
      speaker:
        voice.pronounAt === null || isFirstBefore(theirs, own, source.text, voice.pronounAt)
          ? "no"
          : "unknown",
      isAsked: false,
      notes: [],
    };
  // "her husband said": a text that does not say who that is does not say that it is somebody else
  if (isNamed && theirs.length > 0 && theirs.every(isKin))
    return { speaker: isKinOf(own, source, start, end) ? "no" : "unknown", isAsked: false, notes: [] };
  // "the Dane said": whoever was named last
  if (isNamed && theirs.length > 0 && theirs.every(isOfCountry)) {
    const last = namedLast(source.text, start);
    const same =
      last === null ? "unknown" : own.map((name) => isSamePerson(name, last)).find((one) => one !== "no");
    return { speaker: same ?? "unknown", isAsked: false, notes: [] };
  }
  // the text may name another one within another's report, or a pronoun may have been taken for somebody else
  const isGuessed = voice.how !== "said" || voice.pronounAt !== null || voice.name === null;
  if (isNamed && isGuessed && voice.statement === null && voice.others.length === 0) {
    const isHere =
      isNamedBeside(own, source, start, end) ||
      (voice.pronounAt !== null && isLastBefore(own, theirs, source.text, voice.pronounAt));
    if (isHere) return { speaker: "yes", isAsked: false, notes: [] };
  }
  // the draft's own pronoun may stand for somebody else than was taken for it
  if (claim.lead !== "" && isLastBefore(theirs, own, claim.lead, claim.lead.length))
    return { speaker: "yes", isAsked: false, notes: [] };
  // before whoever is named next: a report that is quoted is nobody's introduction
  if (isNamed && isThing(voice)) return { speaker: "no", isAsked: false, notes: [] };
  if (isNamed && isIntroduced(voice, own, source, end)) return { speaker: "yes", isAsked: false, notes: [] };
  if (answers.includes("no") && voice.name !== null) return { speaker: "no", isAsked: false, notes: [] };
  // "the mayor" where the record has a mayor
  const role = normaliseName(speaker.mention.text)
    .split(" ")
    .filter((word) => word.length > 3);
  const there = normaliseName(`${voice.role ?? ""} ${voice.name ?? ""} ${voice.aliases.join(" ")}`).split(
    " ",
  );
  if (!isNamed && role.some((word) => there.includes(word)))
    return { speaker: "yes", isAsked: false, notes: [] };
  if (isNamed && isElse(voice, own, source)) return { speaker: "no", isAsked: false, notes: [] };
  // "THE JUDGE" is not the witness, who has a voice there
  const isAnother =
    isNamed && own.some((one) => voice.others.some((other) => isSamePerson(one, other) === "yes"));
  const isOther =
    isAnother ||
    (!isNamed && (isAnotherOffice(role, voice) || isSomebodyElse(speaker.mention.text, voice, source))) ||
    (isNamed && (isOtherPronoun(voice, own, source) || isNamedLater(voice, own, source)));
  return { speaker: isOther ? "no" : "unknown", isAsked: false, notes: [] };
}

const OWNED =
  /^(\p{Lu}[\p{L}\p{M}.’'-]*?(?: \p{Lu}[\p{L}\p{M}.’'-]*?)*)['’]s? (?:\p{Ll}[\p{L}-]* ){0,2}(?:husband|wife|widow|widower|father|mother|son|daughter|brother|sister|partner|lawyers?|solicitor|barrister|attorney|spokesman|spokeswoman|spokesperson|agent|manager|deputy|neighbour|neighbor|colleague|boss|doctor|predecessor|successor|critics|rival|opponent|friend|aunt|uncle|cousin)$/u;

/** "The chair said" where the transcript has a chair, and somebody else speaks. */
const isAnotherOffice = (role: readonly string[], { how, others }: Voice) =>
  how === "said" &&
  role.length > 0 &&
  others.some((label) => {
    const words = normaliseName(label).split(" ");
    return role.every((word) => words.includes(word));
  });

const SOME = /^(?:an?|one|two|three|four|several|some|many|other|another)\s/iu;

/** "A spokeswoman said" where two people close to the board say it, and the text has a spokeswoman besides. */
function isSomebodyElse(mention: string, { name, aliases }: Voice, { text }: Source): boolean {
  const theirs = name ?? aliases[0] ?? "";
  const headOf = (described: string) =>
    /^(?:(?:an?|the|one|two|three|four|several|some|many|other|another)\s)?((?:[\p{Ll}’'-]+\s?)+)/iu
      .exec(described)?.[1]
      ?.split(/\s(?:of|for|at|in|from|with|close|who|familiar|near|on)(?:\s|$)/u)[0]
      ?.trim()
      .split(/\s/u)
      .at(-1)
      ?.toLowerCase() ?? "";
  const [own, other] = [headOf(mention), headOf(theirs)];
  if (!SOME.test(theirs) || own.length < 4 || other.length < 4 || own === other) return false;
  if (theirs.toLowerCase().includes(own) || mention.toLowerCase().includes(other)) return false;
  return new RegExp(`(?<!\\p{L})${literal(own)}(?!\\p{L})`, "iu").test(text);
}

const SOMEBODY =
  /(?<![\p{L}.’'-])\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?: (?:van|von|de|del|der|al|bin|la|le))?(?: \p{Lu}[\p{L}\p{M}’'-]*\p{Ll})+/u;

/** "A tailor does not live in the suit, she said" where the draft names somebody whom the text names further down alone. */
function isNamedLater(
  { pronounAt, name, how, aliases, end }: Voice,
  own: readonly string[],
  { text }: Source,
): boolean {
  if (name !== null || how !== "said" || (pronounAt === null && aliases.length > 0)) return false;
  // words in marks that nobody is named for: whoever is named in the same paragraph or the next may have said them
  const next = /\n\s*[^\n]+/u.exec(text.slice(end));
  const stop = next === null ? text.length : end + next.index + next[0].length;
  const before = text.slice(0, pronounAt ?? stop);
  if (!SOMEBODY.test(before)) return false;
  const plain = normaliseName(before).split(" ");
  return own.every((one) => nameWords(one).every((word) => word.length < 3 || !plain.includes(word)));
}

/** "The critic of the Evening Star called it …" where the draft names the cook, and the text prints what she is. */
function isElse({ name, aliases, pronounAt, how }: Voice, own: readonly string[], { text }: Source): boolean {
  const described = aliases[0] ?? "";
  if (
    name !== null ||
    pronounAt !== null ||
    how !== "said" ||
    own.some((one) => isSamePerson(one, described) === "yes")
  )
    return false;
  const nouns = nounsIn(described);
  const theirs = own.flatMap((one) => titlesOf(text, one)).flatMap(nounsIn);
  return nouns.length > 0 && theirs.length > 0 && !nouns.some((noun) => theirs.includes(noun));
}

/** "She told the jury" where the draft names somebody whom the text calls "Mr Pell". */
function isOtherPronoun({ pronounAt, name }: Voice, own: readonly string[], { text }: Source): boolean {
  if (pronounAt === null || name !== null) return false;
  const pronoun = /^(?:s?he)(?!\p{L})/iu.exec(text.slice(pronounAt, pronounAt + 4))?.[0].toLowerCase();
  if (pronoun === undefined) return false;
  const other = pronoun === "she" ? "Mr|Sir|Lord|Herr" : "Mrs|Ms|Miss|Lady|Dame|Frau";
  return own.some((one) => {
    const last = nameWords(one).at(-1) ?? "";
    return (
      last.length > 1 &&
      new RegExp(`(?<!\\p{L})(?:${other})\\.? (?:\\p{Lu}\\S* )?${literal(last)}(?!\\p{L})`, "iu").test(text)
    );
  });
}

/** "Ida Rask" and "the baker Jon Rask": the surname is the same, and the name before it is not. */
function isOtherFirst(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)];
  const [first, before] = [a.at(-2), b.at(-2)];
  if (first === undefined || before === undefined || a.at(-1) !== b.at(-1)) return false;
  if (first.length < 3 || before.length < 3 || isSpeltLike(first, before)) return false;
  return !a.includes(before) && !b.includes(first) && /^\p{Lu}/u.test(one) && !isRoleWord(before);
}

const NEXT_NAME =
  /(?<![\p{L}.’'-])\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?: (?:van|von|de|del|der|al|bin|la|le))?(?: \p{Lu}[\p{L}\p{M}’'-]*\p{L})+/u;
const INTRODUCING_UTF16 = 500;

/** "A former accountant told the court …", and the paragraph behind it begins with her name: a lead names nobody yet. */
function isIntroduced(
  { name, aliases }: Voice,
  own: readonly string[],
  { text }: Source,
  end: number,
): boolean {
  const described = name ?? aliases[0] ?? "";
  if (!/^an?\s\p{Ll}/iu.test(described)) return false;
  const stop = text.indexOf("\n", end);
  if (stop < 0) return false;
  const next = NEXT_NAME.exec(text.slice(stop, stop + INTRODUCING_UTF16))?.[0];
  return next !== undefined && own.some((one) => isSamePerson(one, next) === "yes");
}

const NOT_FOR = /\b(?:former|ex|critics?|opponents?|rivals?|victims?|against)\b/u;

/** "The State Department said" where its spokesman says it, or the other way round: a body speaks through somebody. */
function speaksFor(name: string, speaker: FoundSpeaker, voice: Voice): boolean {
  const isIn = (body: string | null, role: string) => {
    const [words, there] = [body === null ? [] : nameWords(body), normaliseName(role)];
    return words.length > 0 && !NOT_FOR.test(there) && words.every((word) => there.split(" ").includes(word));
  };
  if (speaker.bearer?.sort === "organisation") return isIn(name, voice.role ?? "");
  return voice.isBody && isIn(voice.name, `${speaker.role ?? ""} ${speaker.attribution}`);
}

/** Whether a text names the draft's speaker anywhere: of whom it does not it is no record. */
export function isNamedIn({ proposal }: Claimed, { scan, statement }: Source): boolean {
  const speaker = proposal?.speaker ?? null;
  if (speaker === null || statement !== null) return true;
  const words = nameWords(speaker.canonical ?? speaker.mention.text).filter((word) => word.length > 1);
  return words.every((word) => hashesOf(readWords(word)).every((hash) => scan.hashes.includes(hash)));
}

/** Whether words name somebody, and do not only say what somebody is: "chief executive", "Pensioner". */
function isProperName(name: string | null): name is string {
  if (name === null || !/\p{Lu}|\p{Lo}/u.test(name)) return false;
  // "chief executive of Kestrel Bank": whose office it is, and no name of who holds it
  const office = /^(?:the )?(\p{Ll}[^,]*?) (?:of|at|for|in) (?:the )?\p{Lu}/u.exec(name)?.[1];
  if (office?.split(/[\s-]+/u).every(isRoleWord)) return false;
  return nameWords(name).some((word) => !isRoleWord(word));
}

/** A name that is spelled otherwise than in the record. */
function spellingOf(
  mention: { readonly startUtf16: number; readonly endUtf16: number; readonly text: string },
  own: readonly string[],
  theirs: readonly string[],
): FindingNote[] {
  const record = theirs.flatMap(nameWords);
  const odd = nameWords(mention.text).find(
    (word) => !record.includes(word) && record.some((each) => isSpeltLike(word, each)),
  );
  const other = odd && record.find((each) => isSpeltLike(odd, each));
  if (odd === undefined || other === undefined || own.length === 0) return [];
  const printed = theirs.find((name) => nameWords(name).includes(other)) ?? other;
  return [
    {
      kind: "name",
      start: mention.startUtf16,
      end: mention.endUtf16,
      says: `The draft spells the name “${mention.text}”, the record “${printed}”.`,
    },
  ];
}
