import { SAYING, withoutMarks } from "./beside";
import { literal } from "./literal";
import { isRoleWord } from "./role-words";

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]*\\p{L}(?: (?:(?:van|von|de|del|der|al|bin|la|le) )?\\p{Lu}[\\p{L}\\p{M}.’'-]*\\p{L}){0,3}";
const SAYS = new RegExp(
  `(?<![\\p{L}.’'-])(?<!(?:of|at|for|in|from|to|by|with) (?:the )?)(?<!\\p{Lu}[\\p{L}.’'-]* )(${NAME})(?:,[^.;:]{1,90},|,)?(?: (?:\\p{Ll}+ ){0,3}?${SAYING})(?!\\p{L})`,
  "u",
);
const SAID_BY = new RegExp(
  `(?<!\\p{L})(?!told|tell|ask|warn|call|describ)${SAYING} (?:(?:the |an? )?(?:\\p{Ll}[\\p{L}’'-]* ){0,5})?(${NAME})(?=\\s*(?:[,.;:]|$)| (?:on|in|at|to|of|as|after|when|during|outside)(?!\\p{L}))`,
  "u",
);
/** A name that opens the sentence, or stands between commas behind what it opens with. */
const OPENS = new RegExp(
  `^(?:(?:The|An?|His|Her|Their|One|Another)(?: [\\p{L}’'-]+){1,9}?, )?(?:(?:Asked|Pressed|Speaking|Questioned)[^,]{1,90}, )?(${NAME})(?=,| \\p{Ll})`,
  "u",
);
/** "Der Fraktionschef der Grünen, Jens Harms, nannte", "El portavoz, Juan Lasa, dijo": who is named behind what they are. */
const APPOSED = new RegExp(
  `^(?:Der|Die|Das|Ein|Eine|El|La|Los|Las|Un|Una) [^,.;:]{3,90}, (${NAME}), \\p{Ll}`,
  "u",
);
/** "His daughter Alice Bos runs the stall": who opens the sentence behind what they are. */
const LED = new RegExp(`^(?:His|Her|Their) (?:\\p{Ll}[\\p{L}-]* ){1,3}(${NAME})(?=,| \\p{Ll})`, "u");
/** "In her office in Brenna, the county ecologist Solveig Hatlem has a map": what she is stands before her name. */
const CALLED = new RegExp(
  `^(?:(?:In|At|On|From|Outside|Inside|Across|Near|Behind|After|Before|During|Back|Over|Under)\\s[^.;:]{2,70}, |(?:His|Her|Their|Its) (?:\\p{Ll}[\\p{L}-]* ){0,2}\\p{Ll}[\\p{L}-]*, )?(?:[Tt]he|[Aa]n?|[Oo]ne) (?:\\p{Ll}[\\p{L}’'-]* ){1,4}(?<!(?:of|for|at|in|to|with|from|by|on|and|near)(?: the)? )(${NAME})(?=,| \\p{Ll})`,
  "u",
);
/** "The judge asked Rask why": who is asked answers. */
const ASKED = new RegExp(
  `(?<!(?:was|were|been|being|is|when) )(?:ask|press|question|challeng)(?:ed|s|es) (${NAME})`,
  "u",
);
const NOBODY =
  /^(?:The|An?|He|She|It|They|We|I|But|And|In|On|At|For|If|When|While|After|Before|Since|As|That|This|There|Those|These|Some|Many|Most|All|No|Not|His|Her|Their|Its|What|Who|How|Why|Where|By|From|With|Two|Three|Four|Five|Several|Asked|Former)$/u;
/** "She went on", "Counsel asked her whether": who is spoken of is who was spoken of before. */
const SAME =
  /^(?:And |But |Then )?(?:He|She)(?!\p{L})|(?<!\p{L})(?:ask|press|question|challeng|remind|warn)(?:ed|s|es) (?:him|her)(?!\p{L})/u;

/** Whom the last sentence of the paragraph before a place has for its subject: whom a pronoun there stands for. */
export function subjectOfParagraph(text: string, at: number): string | null {
  const from = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 1200);
  const before = withoutMarks(text.slice(from, at));
  const cuts = [
    0,
    ...[...before.matchAll(/[.!?…]["”’»)\]]{0,3}\s+/gu)].map(({ index, 0: mark }) => index + mark.length),
  ];
  for (const [step, cut] of [...cuts.entries()].toReversed()) {
    const sentence = before.slice(cut, cuts[step + 1] ?? before.length).trim();
    // an abbreviation is no end of a sentence, and what is left of marks alone names nobody
    if (sentence.length < 4 || SAME.test(sentence)) continue;
    const asked = ASKED.exec(sentence)?.[1];
    if (isPerson(asked) && isFull(asked, text)) return asked;
    const placed = (APPOSED.exec(sentence) ?? LED.exec(sentence) ?? CALLED.exec(sentence))?.[1];
    if (isPerson(placed) && placed.includes(" ")) return placed;
    const found = [SAYS, SAID_BY, OPENS].map((pattern) => pattern.exec(sentence)?.[1]).find(isPerson);
    // "Kestrel chief executive Ana Brodeur will …": whom the office names, and not whose office it is
    const holder = found === undefined ? undefined : holderIn(sentence, found);
    if (holder !== undefined) return holder;
    if (found !== undefined && isFull(found, text)) return found;
  }
  return null;
}

/** Who bears an office that stands between two names: "Kestrel chief executive Ana Brodeur". */
function holderIn(sentence: string, body: string): string | undefined {
  const behind = sentence.slice(sentence.indexOf(body) + body.length);
  const found = new RegExp(
    `^(?:['’]s)? ((?:\\p{Ll}[\\p{L}-]+ ){1,5})(${NAME})(?=[,.;:]| \\p{Ll}|$)`,
    "u",
  ).exec(behind);
  const [, office = "", name = ""] = found ?? [];
  const isOffice = office.trim().split(" ").some(isRoleWord);
  return isOffice && name.includes(" ") ? name : undefined;
}

const isPerson = (name: string | undefined): name is string =>
  name !== undefined && !NOBODY.test(name.split(" ")[0] ?? "") && /\p{Ll}\p{M}*$/u.test(name);

/** "Rask" where the text has "Ida Rask": a single word that nothing stands before may be a place or a company. */
function isFull(name: string, text: string): boolean {
  const words = name.split(" ");
  if (words.length > 1) return true;
  const last = literal(name);
  return new RegExp(`(?<![.!?]["”]?\\s|^)(?<=\\p{Lu}[\\p{L}.’'-]+ )${last}(?!\\p{L})`, "mu").test(text);
}
