import { SAYING } from "./beside";

/** A paragraph behind "Rask added:" that has no marks around it and is her words all the same. */
export interface SetIn {
  /** Where the line that introduces it names who speaks. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /** As that line has it; null for a pronoun. */
  readonly name: string | null;
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}.’'-]+";
const INTRODUCED = new RegExp(
  `^(?=[^\\n]{3,200}:[ \\t]*$)[^\\n“”"„«]*?((?:${NAME} ){0,3}${NAME}|[Hh]e|[Ss]he|[Tt]hey|[Ee]r|[Ss]ie) (?:\\p{Ll}+ ){0,2}${SAYING}(?: [^\\n“”"„«:]{0,80})?:[ \\t]*\\n\\s*([^\\n“”"„«]{40,})$`,
  "gmu",
);
const PRONOUN = /^(?:he|she|they|er|sie)$/iu;

/** The set-in paragraphs of a text, in order. */
export function setInParagraphs(text: string): SetIn[] {
  return [...text.matchAll(INTRODUCED)].flatMap((match) => {
    const [whole, name = "", words = ""] = match;
    if (!/[.!?…]\s*$/u.test(words)) return [];
    const end = match.index + whole.length;
    return [
      {
        from: match.index + whole.indexOf(name),
        start: end - words.length,
        end,
        name: PRONOUN.test(name) ? null : name,
      },
    ];
  });
}
