import { withoutMarks } from "./beside";
import { literal } from "./literal";
import { nameWords } from "./names";
import { sentenceAround } from "./sentences";

const REACH_UTF16 = 20_000;
const OUTSIDE =
  /(?<!\p{L})(?:(?:was|is|were|has been|had been)(?:n['’]t| not)|not|un)\s?(?:a )?(?:involved|part of|connected|member)|(?<!\p{L})had no (?:part|role|hand)/iu;
const INSIDE =
  /(?<!\p{L})(?:(?:lead |senior |first |chief |principal )?co-?authors?(?:ed)?|(?:lead|senior|first|principal) (?:author|investigator|researcher)|who (?:led|leads|headed|ran|took part|worked on|designed|supervised|oversaw|wrote|co-?wrote|carried out)|(?:an? |the )?leader of the (?:study|trial|team|research|project)|(?:was|is) involved in|one of the authors)(?!\p{L})/iu;

/** "A co-author of the study" of somebody of whom the record says that he "was not involved". */
function involvementAgainst(told: string, near: readonly string[]): string | null {
  const own = INSIDE.exec(told)?.[0];
  const there = near.map((sentence) => OUTSIDE.exec(sentence)?.[0]).find((found) => found !== undefined);
  return own === undefined || there === undefined || OUTSIDE.test(told)
    ? null
    : `The draft has “${own}” of the speaker, the record “${there.trim()}”.`;
}

const bodyOf = (text: string, last: string) =>
  [
    ...text.matchAll(
      new RegExp(
        `(?<!\\p{L})${literal(last.slice(0, 1).toUpperCase() + last.slice(1))},? of (the )?((?:\\p{Lu}[\\p{L}’'-]+(?: (?:of|for|and) (?=\\p{Lu}))? ?){1,5})`,
        "gu",
      ),
    ),
  ].flatMap(([, the, body = ""]) =>
    /^\p{Lu}/u.test(body) ? [{ isThe: the !== undefined, body: body.trim() }] : [],
  );

/** "Dirk Assmann of the Greens" where the record has him "of the Free Voters". */
function bodyAgainst(told: string, near: readonly string[], last: string): string | null {
  const own = bodyOf(told, last)[0];
  if (own === undefined) return null;
  const theirs = near
    .flatMap((sentence) => bodyOf(sentence, last))
    .filter(({ isThe }) => isThe === own.isThe);
  const words = own.body.toLowerCase().split(" ");
  const isSame = near.some((sentence) =>
    words.some((word) => word.length > 2 && sentence.toLowerCase().includes(word.replace(/s$/u, ""))),
  );
  return theirs[0] === undefined || isSame
    ? null
    : `The draft has the speaker “of ${own.body}”, the record “of ${theirs[0].body}”.`;
}

/** What a draft tells of its speaker beside the name, where the record tells the contrary or another body. */
export function belongingAgainst(draft: string, at: number, name: string, text: string): string | null {
  const last = nameWords(name).at(-1);
  if (last === undefined || last.length < 3) return null;
  const told = withoutMarks(draft.slice(...sentenceAround(draft, at, at)));
  const near = withoutMarks(text.slice(0, REACH_UTF16))
    .split(/(?<=[.!?]["”]?)\s+|\n/u)
    .filter((sentence) => new RegExp(`(?<!\\p{L})${literal(last)}(?!\\p{L})`, "iu").test(sentence));
  return involvementAgainst(told, near) ?? bodyAgainst(told, near, last);
}
