import type { Edit } from "./edits";

/** A name as it is read, nickname among its parts, and as it is kept: Maria Mia Torres is kept as Maria Torres. */
export interface ReadName {
  readonly read: string;
  readonly kept: string;
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}.’'-]*";
const NICK = new RegExp(
  `(?<=^|[\\s("“‘'«])(?<before>${NAME}) (?<mark>["“”„«»‘'‚(])(?<nick>\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: (?:\\p{Lu}|\\p{Ll}{1,3} \\p{Lu})[\\p{L}\\p{M}.’'-]*){0,2}|\\p{Ll}[\\p{L}\\p{M}]{2,12})(?<close>["”“»«’'‘)]) (?<after>(?:(?:van|von|de|der|den|la|el|al|bin|di|da|dos|’t|'t) ){0,2}\\p{Lu}[\\p{L}\\p{M}’'-]+)`,
  "gu",
);
const CLOSES: Readonly<Record<string, string>> = {
  '"': '"',
  "“": '”"',
  "”": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "‘": "’'",
  "'": "'",
  "‚": "‘’",
  "(": ")",
};
// words that begin with a capital at the start of a sentence and are no first names
const NO_NAME =
  /^(?:The|A|An|This|That|His|Her|Its|Their|Our|My|Your|In|On|At|By|For|From|With|Of|To|As|And|But|Or|If|When|While|After|Before|Said|Says|Asked|Called|Titled|Named|Song|Film|Book|Band|Called|Mr|Mrs|Ms|Dr|He|She|It|They|We|I|No|Yes|Not|Is|Was|Are|Were|Like|So|Then|What|Who|Why|How)\.?$/u;
const NO_SURNAME =
  /^(?:The|A|An|He|She|It|They|We|I|You|And|But|Or|Then|This|That|His|Her|Mr|Mrs|Ms|Said|Says|In|On|At|After|When|While|Is|Was)$/u;
const NO_NICKNAME =
  /^(?:Retd?|Rtd|Ret|Hon|Acting|Interim|Labour|Conservative|Democrat|Republican|Green|Greens|Independent|Liberal|Left|Tory|Jr|Sr|Deceased|Junior|Senior)$/u;

/** Nicknames in marks between two parts of a name: without their marks, or quite left out when they are no plain word. */
export function nicknames(text: string): { edits: Edit[]; names: ReadName[] } {
  const edits: Edit[] = [];
  const names: ReadName[] = [];
  NICK.lastIndex = 0;
  for (let match = NICK.exec(text); match !== null; match = NICK.exec(text)) {
    const { before = "", mark = "", nick = "", close = "", after = "" } = match.groups ?? {};
    const isRound = mark === "(";
    const isWord = /^\p{Lu}[\p{L}\p{M}’'-]*$/u.test(nick);
    if (
      !CLOSES[mark]?.includes(close) ||
      NO_NAME.test(before) ||
      NO_SURNAME.test(after) ||
      (before.endsWith(".") && before.length > 5) ||
      (isRound && (!isWord || before.endsWith(".") || nick === nick.toUpperCase() || NO_NICKNAME.test(nick)))
    ) {
      NICK.lastIndex = match.index + before.length;
      continue;
    }
    const from = match.index + before.length + 1;
    const until = from + 1 + nick.length + 1;
    if (isWord && !NO_NAME.test(nick)) {
      edits.push({ startUtf16: from, endUtf16: from + 1, to: "", sort: "name" });
      edits.push({ startUtf16: until - 1, endUtf16: until, to: "", sort: "name" });
      names.push({ read: `${before} ${nick} ${after}`, kept: `${before} ${after}` });
    } else edits.push({ startUtf16: from, endUtf16: until + 1, to: "", sort: "name" });
    NICK.lastIndex = until;
  }
  return { edits, names };
}
