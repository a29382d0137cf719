import { normaliseName } from "@/lib/text";
import { literal } from "./literal";
import { NATIONS } from "./posts";
import { KINDS } from "./role-words";
import { likenessOf } from "./senses";
import { readWords, type Word } from "./words";

// what else somebody may be: names of trades, ranks and posts that are surnames too, so that none of them tells a name from a role
const TRADES = new Set(
  "organist pianist violinist guitarist drummer choirmaster verger churchwarden critic reviewer ecologist oceanographer glaciologist zoologist botanist astronomer geographer sociologist psychologist psychiatrist philosopher linguist statistician meteorologist seismologist midwife paramedic pharmacist physiotherapist physio vet veterinarian electrician mechanic welder miner sailor fisher forester gardener butcher chef cook waiter waitress barber hairdresser tailor shoemaker typesetter printer bookseller librarian archivist photographer journalist reporter columnist blogger novelist poet playwright composer musician pianist violinist cellist guitarist drummer dancer choreographer sculptor designer programmer developer researcher lecturer tutor translator interpreter detective firefighter policeman policewoman soldier barrister solicitor notary broker banker trader auditor cleaner caretaker porter postman carer therapist anaesthetist doctor physician curator headteacher headmaster headmistress conductor producer officer skipper mate commander lieutenant sergeant corporal constable colonel goalkeeper striker defender midfielder cyclist rider sprinter swimmer runner boxer jockey priest rabbi imam pastor vicar archbishop abbot alderman dean provost clerk warden ombudswoman speaker whip consul envoy apprentice intern trainee surgeon registrar counsel".split(
    " ",
  ),
);
// trades in German and Spanish, as `normaliseName` has them
const ABROAD = new Set(
  normaliseName(
    "fischer fischerin landwirt landwirtin bauer bäuerin bäcker bäckerin arzt ärztin lehrer lehrerin pfarrer pfarrerin anwalt anwältin ingenieur ingenieurin förster försterin polizist polizistin händler händlerin maler malerin schriftsteller schriftstellerin sänger sängerin schauspieler schauspielerin professor professorin historiker historikerin ökonom ökonomin biologe biologin chemiker chemikerin physiker physikerin apotheker krankenschwester pfleger hebamme wirt wirtin koch köchin médico médica maestro maestra abogado abogada agricultor agricultora ganadero ganadera pescador pescadora panadero panadera pintor pintora escritor escritora ingeniero ingeniera bombero bombera policía periodista economista historiador historiadora profesor profesora enfermero enfermera biólogo bióloga pastor cocinero cocinera taxista farmacéutico",
  ).split(" "),
);
const INSTRUMENTS = new Set(
  "violin viola cello oboe clarinet flute horn trumpet trombone tuba piano harp bassoon soprano alto tenor baritone".split(
    " ",
  ),
);
const TRADE = /(?:ologist|ographer|onomer|ician|iatrist)$/u;
const ORDINAL = /^(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|senior|junior|principal|co)$/u;
const BRANCH =
  /^(?:financial|operating|executive|technical|technology|marketing|legal|medical|scientific|commercial|communications)$/u;
const SAME: Readonly<Record<string, string>> = {
  physio: "physiotherapist",
  physician: "doctor",
  spokeswoman: "spokesman",
  spokesperson: "spokesman",
  chairwoman: "chair",
  chairman: "chair",
  chairperson: "chair",
  headmaster: "headteacher",
  headmistress: "headteacher",
  principal: "headteacher",
  trainer: "coach",
  barrister: "lawyer",
  solicitor: "lawyer",
  attorney: "lawyer",
  counsel: "lawyer",
  ceo: "executive",
  boss: "executive",
};

/** A role as it is printed: what somebody is, in which rank, and of what by name. */
interface Office {
  readonly nouns: readonly string[];
  readonly ranks: readonly string[];
  readonly bodies: readonly string[];
}

const isNoun = (word: string) =>
  TRADES.has(word) ||
  ABROAD.has(word) ||
  INSTRUMENTS.has(word) ||
  TRADE.test(word) ||
  BRANCH.test(word) ||
  KINDS.some((kind) => kind.has(word));

const OWNS = /^(?:owner|founder|landlord|tenant)$/u;
const isCalled = (noun: string) => TRADES.has(noun) || TRADE.test(noun) || KINDS[1]?.has(noun) === true;

/** The trades and offices among words, each by the name that stands for all of its like. */
export const nounsIn = (title: string): string[] => officeOf(title, []).nouns.slice();

function officeOf(title: string, name: readonly string[]): Office {
  const words = title.match(/[\p{L}\p{M}\p{N}]+(?:-\p{L}+)*/gu) ?? [];
  const plain = words.map((word) => normaliseName(word));
  const nouns = plain.filter(isNoun).map((word) => SAME[word] ?? word);
  return {
    // "chief engineer": of what somebody is the chief stands with it
    nouns: nouns.filter((word) => word !== "chief"),
    ranks: plain.filter((word, at) => ORDINAL.test(word) && isNoun(plain[at + 1] ?? "")),
    bodies: words.flatMap((word, at) => {
      const own = plain[at] ?? "";
      const isName =
        /^\p{Lu}/u.test(word) && !isNoun(own) && !name.includes(own) && !TITLE.test(own) && !BODY.test(own);
      return isName && own.length > 1 ? [own] : [];
    }),
  };
}

/** What many bodies are called by: "a curator of the Harbour Museum" is no curator of another museum. */
const BODY =
  /^(?:museum|gallery|university|college|school|academy|institute|hospital|court|party|ministry|department|office|agency|council|committee|commission|bank|company|group|union|association|society|club|church|team|city|county|district|national|royal|international)$/u;
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|the|an?|his|her|our|st|kc|sc|qc|mp|cllr|ald|capt|gen|sen|rep|gov|lt|sgt|col|rev|hon|asked|general|state|former)$/u;

/** A role that the draft prints with a name, where the record's are all others; null where one of them is the same or nobody knows. */
export function officeAgainst(
  draft: readonly string[],
  record: readonly string[],
  name: readonly string[],
  text: string,
): string | null {
  const [mine, there] = [draft, record].map((titles) => titles.flatMap(nationsOf));
  if (mine?.[0] !== undefined && there?.[0] !== undefined && !mine.some((one) => there.includes(one)))
    return `The draft has “${mine[0]}” with the name, the record “${there[0]}”.`;
  const theirs = record
    .map((title) => ({ title, ...officeOf(title, name) }))
    .filter(({ nouns }) => nouns.length > 0);
  if (theirs.length === 0) return ofAnother(draft, name, text) ?? ofOtherCalling(draft, record, name, text);
  for (const title of draft) {
    const own = officeOf(title, name);
    if (own.nouns.length === 0) continue;
    // a nurse may have bought a lighthouse
    if (own.nouns.every((noun) => OWNS.test(noun)) && theirs.every(({ nouns }) => nouns.some(isCalled)))
      continue;
    const same = theirs.filter(({ nouns }) => nouns.some((noun) => own.nouns.includes(noun)));
    const says = (other: string) => `The draft has “${title}” with the name, the record “${other}”.`;
    if (same.length === 0) {
      // somebody may be a writer and a mother; what the text does not know of anybody is another thing
      const isKnown = own.nouns.some((noun) => new RegExp(`(?<!\\p{L})${noun}`, "iu").test(text));
      if (!isKnown || theirs.every(({ nouns }) => nouns.some(isTrade)) === own.nouns.some(isTrade))
        return says(theirs[0]?.title ?? "");
      continue;
    }
    const branch = ofOtherBranch(title, same, name, text) ?? ofOtherHouse(title, same, text);
    if (branch !== null) return says(branch);
    const ranked = same.filter(({ ranks }) => ranks.length > 0);
    if (
      own.ranks.length > 0 &&
      ranked.length > 0 &&
      !ranked.some(({ ranks }) => ranks.some((rank) => own.ranks.includes(rank)))
    )
      return says(ranked[0]?.title ?? "");
    const placed = same.filter(({ bodies }) => bodies.length > 0);
    if (
      own.bodies.length > 0 &&
      placed.length > 0 &&
      !placed.some(({ bodies }) => bodies.some((body) => own.bodies.some((one) => isAlike(one, body)))) &&
      placed.length >= same.length * 0.5
    )
      return says(placed[0]?.title ?? "");
  }
  return null;
}

const HOUSE =
  /^(?:.*?\s)?(?:director|head|chair\p{L}*|president|owner|founder|manager|leader|secretary|treasurer|editor|chief|boss|master|rector|dean|curator|keeper|captain|coach|mayor) of (?:(?:the|an?|its|their|his|her|our)\s)?([\p{L}’' -]{3,60})$/iu;
const OWNED = /(?:^|\s)(?:its|their|(\p{L}{4,})['’]s?)\s/iu;

/** What somebody heads: "archive" of "the director of the city archive", "museum" of "the museum's director". */
function houseOf(title: string): string | null {
  const behind = HOUSE.exec(title)?.[1]?.split(/\s(?:of|at|in|for|and)\s/iu)[0];
  const own = behind?.trim().split(/\s+/u).at(-1) ?? OWNED.exec(title)?.[1];
  return own === undefined || own.length < 4 ? null : normaliseName(own);
}

/** "The director of the city archive" where the record has the director of the museum, and no archive anywhere. */
function ofOtherHouse(
  title: string,
  same: readonly { readonly title: string }[],
  text: string,
): string | null {
  const own = HOUSE.test(title) ? houseOf(title) : null;
  if (own === null || new RegExp(`(?<!\\p{L})${literal(own.slice(0, 6))}`, "iu").test(text)) return null;
  const theirs = same.map((one) => ({ title: one.title, house: houseOf(one.title) }));
  const other = theirs.find(({ house }) => house !== null);
  const [one, two] = [readWords(own)[0], readWords(other?.house ?? "")[0]];
  if (other === undefined || one === undefined || two === undefined) return null;
  return theirs.some(({ house }) => house === own) || likenessOf(one, two, "en") > 0 ? null : other.title;
}

const HEADS =
  /^(?:director|minister|secretary|officer|manager|editor|professor|lecturer|teacher|coach|engineer|inspector|commissioner|correspondent|executive|surgeon|lawyer|adviser|analyst|captain|judge|ambassador)$/u;
const ANY_BRANCH =
  /^(?:new|old|young|former|retired|then|local|senior|junior|chief|head|deputy|assistant|acting|interim|current|longtime|veteran|own|fellow|general|executive|managing|leading|top|first|second|third|outgoing|incoming|national|regional|state|federal|main|project|company|firm|group|club|team|school|city|county|council|board|museum|hospital|university|government|its|their|his|her)$/u;

/** What stands before the noun of an office: "finance" of "the finance director". */
function branchOf(title: string, name: readonly string[]): string | null {
  const words = normaliseName(title.split(/\s(?:of|at|in|for)\s|,/u)[0] ?? "").split(" ");
  const at = words.findLastIndex((word) => HEADS.test(word));
  const branch = words[at - 1];
  if (at < 1 || branch === undefined || branch.length < 4) return null;
  const isAny = ANY_BRANCH.test(branch) || TITLE.test(branch) || NATIONS.has(branch) || name.includes(branch);
  return isAny || /\d/u.test(branch) ? null : branch;
}

/** "The medical director" where the record has the finance director, and nothing medical anywhere. */
function ofOtherBranch(
  title: string,
  same: readonly { readonly title: string }[],
  name: readonly string[],
  text: string,
): string | null {
  const own = branchOf(title, name);
  if (own === null || new RegExp(`(?<!\\p{L})${literal(own.slice(0, 6))}`, "iu").test(text)) return null;
  const theirs = same.map((one) => ({ title: one.title, branch: branchOf(one.title, name) }));
  const other = theirs.find(({ branch }) => branch !== null);
  if (other === undefined || theirs.some(({ branch }) => branch === own)) return null;
  const [one, two] = [readWords(own)[0], readWords(other.branch ?? "")[0]];
  return one && two && likenessOf(one, two, "en") > 0 ? null : other.title;
}

/** "Gareth Luxton, a banker", where the text has a banker, and he is somebody else by name. */
function ofAnother(draft: readonly string[], name: readonly string[], text: string): string | null {
  for (const title of draft) {
    const labelled = ofAnotherLabel(title, name, text);
    if (labelled !== null) return labelled;
    for (const noun of officeOf(title, name).nouns.filter((each) => isTrade(each) || CALLINGS?.has(each))) {
      const printed = `(?<!\\p{L})[${noun[0]}${noun[0]?.toUpperCase()}]${noun.slice(1)},? (\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)+)`;
      // "Yuki Tanaka (teacher)"
      const bracketed = `(\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)+) \\((?:the )?${noun}\\)`;
      const other = [
        ...text.matchAll(new RegExp(printed, "gu")),
        ...text.matchAll(new RegExp(bracketed, "giu")),
      ]
        .map((match) => match[1] ?? "")
        .find((whole) => !name.some((word) => normaliseName(whole).split(" ").includes(word)));
      if (other !== undefined)
        return `The draft has “${title}” with the name; in the record that is ${other}.`;
    }
  }
  return null;
}

const NAMED_LABEL =
  /^[ \t]*(\p{Lu}[\p{L}.’'-]+(?:[ \t]\p{Lu}[\p{L}.’'-]+){1,3})(?:,[ \t]([^:,\n(]{3,60})|[ \t]\(([^)\n]{3,60})\))[ \t]*:/gmu;

/** "Kuiper, the general secretary", where the label of another voice has that office and his own has it nowhere. */
function ofAnotherLabel(title: string, name: readonly string[], text: string): string | null {
  const { nouns } = officeOf(title, name);
  if (nouns.length === 0) return null;
  for (const [, whole = "", behind, within] of text.matchAll(NAMED_LABEL)) {
    const office = behind ?? within ?? "";
    if (name.some((word) => normaliseName(whole).split(" ").includes(word))) continue;
    if (nouns.every((noun) => officeOf(office, []).nouns.includes(noun)))
      return `The draft has “${title}” with the name; in the record that is ${whole}.`;
  }
  return null;
}

const INTERVIEW =
  /\b(?:interview|conversation|talk|questions) (?:with|to) (?:an? |the )?((?:\p{Ll}[\p{L}-]+ ?){1,4})/iu;

/** "Interview with a glaciologist" above a text that says no more of whoever answers. */
const headOf = (text: string): string[] => {
  const found = INTERVIEW.exec(text.slice(0, 300))?.[1];
  return found === undefined ? [] : [found.trim()];
};

/** "A nurse" of somebody who is a patient in the record: another calling, which the text has nowhere. */
function ofOtherCalling(
  draft: readonly string[],
  record: readonly string[],
  name: readonly string[],
  text: string,
): string | null {
  const own = record.flatMap((title) => headNoun(title, name) ?? []);
  const heads = own.length > 0 ? own : headOf(text).flatMap((title) => headNoun(title, name) ?? []);
  if (heads.length === 0) return null;
  for (const title of draft) {
    const noun = officeOf(title, name).nouns.at(-1);
    const called = readWords(title).find(({ key }) => (SAME[key] ?? key) === noun);
    if (noun === undefined || called === undefined) continue;
    if (new RegExp(`(?<!\\p{L})${called.key.slice(0, 6)}`, "iu").test(text)) continue;
    if (heads.some((head) => likenessOf(called, head, "en") > 0)) continue;
    return `The draft has “${title}” with the name, the record “${heads[0]?.raw ?? ""}”.`;
  }
  return null;
}

/** What a title calls its bearer: "patient" of "Patient", "fishmonger" of "a fishmonger from Portlow". */
function headNoun(title: string, name: readonly string[]): Word | null {
  const plain = title.split(/\s(?:of|at|in|for|from|with|on|who|whose|and|to)\s|,/u)[0] ?? "";
  const word = readWords(plain).at(-1);
  if (word === undefined || !/^\p{L}{4,}$/u.test(word.raw)) return null;
  return name.includes(word.key) || TITLE.test(word.key) || NATIONS.has(word.key) ? null : word;
}

/** "The Danish rider", "the Dane Ida Rask": where somebody is from, at the end of what stands with the name or before a trade. */
function nationsOf(title: string): string[] {
  const words = normaliseName(title).split(" ");
  return words.filter(
    (word, at) => NATIONS.has(word) && (at === words.length - 1 || isNoun(words[at + 1] ?? "")),
  );
}

const CALLINGS = KINDS[1];
const isTrade = (noun: string) =>
  TRADES.has(noun) || ABROAD.has(noun) || TRADE.test(noun) || INSTRUMENTS.has(noun);
const isAlike = (one: string, other: string) =>
  one.slice(0, 4) === other.slice(0, 4) || one.startsWith(other) || other.startsWith(one);
