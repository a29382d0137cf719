import { withoutMarks } from "./beside";
import { literal } from "./literal";
import type { Source } from "./material";
import { isSamePerson, nameWords } from "./names";
import { NATIONS } from "./posts";

const KIN =
  /^(?:(?:his|her|their|the|my|seine?|ihre?|su|la|el) )?(?:(?:late|elder|older|younger|twin|step|ex)[ -])?(?:husband|wife|widow|widower|father|mother|mum|mom|dad|son|daughter|brother|sister|grandfather|grandmother|grandson|granddaughter|uncle|aunt|nephew|niece|cousin|partner|fiancé|fiancée|parents?|mann|frau|vater|mutter|sohn|tochter|bruder|schwester|marido|esposa|padre|madre|hijo|hija|hermano|hermana)$/iu;
const NAME =
  /\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?: (?:(?:van|von|de|del|der|al|bin) )?\p{Lu}[\p{L}\p{M}’'-]*\p{Ll})*/gu;
const COURTESY =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Sir|Lady|Lord|Dame|Frau|Herr|Her|His|The|He|She|They|On|In|At)$/u;
const REACH_UTF16 = 500;

/** Kin of somebody whom the text has named, and no name. */
export const isKin = (name: string): boolean => KIN.test(name.trim());

/** Whether of two with one surname the text has named `theirs` last, by the first name, before a pronoun. */
export function isFirstBefore(
  theirs: readonly string[],
  own: readonly string[],
  text: string,
  at: number,
): boolean {
  const before = text.slice(0, at);
  const lastOf = (names: readonly string[]) =>
    Math.max(
      -1,
      ...names.flatMap((name) => {
        const words = nameWords(name);
        const first = words.at(-2);
        return first === undefined || first.length < 3
          ? []
          : [...before.matchAll(new RegExp(`(?<!\\p{L})${literal(first)}(?!\\p{L})`, "giu"))].map(
              ({ index }) => index,
            );
      }),
    );
  const there = lastOf(theirs);
  return there >= 0 && there > lastOf(own);
}

/** "His daughter said" is not he: whether the one whose kin speaks is whom the draft names. */
export function isKinOf(own: readonly string[], { text }: Source, start: number, end: number): boolean {
  const from = Math.max(0, start - REACH_UTF16);
  const told = withoutMarks(text.slice(from, end + 80));
  const kin = [...told.matchAll(/(?<!\p{L})(?:his|her)\s+(?:\p{Ll}+\s)?\p{Ll}+/giu)]
    .filter(({ 0: words }) => isKin(words))
    .at(-1);
  if (kin === undefined) return false;
  const names = [...told.slice(0, kin.index).matchAll(NAME)]
    .map(([name]) => name)
    .filter((name) => !COURTESY.test(name));
  const whose = names.at(-1);
  if (whose === undefined) return false;
  // a surname that two bear says nothing
  if (!whose.includes(" ") && bearersOf(text, whose) > 1) return false;
  return own.some((name) => isSamePerson(name, whose) === "yes");
}

/** How many first names a text prints before a surname. */
function bearersOf(text: string, last: string): number {
  const found = [
    ...text.matchAll(
      new RegExp(`(\\p{Lu}\\p{L}+)(?: (?:and|und|y) (\\p{Lu}\\p{L}+))? ${literal(last)}(?!\\p{L})`, "gu"),
    ),
  ].flatMap(([, one, other]) => [one ?? "", other ?? ""]);
  return new Set(found.filter((name) => name !== "" && !COURTESY.test(name))).size;
}

const OF_A_COUNTRY =
  /^(?:the )?(?:dane|swede|finn|pole|spaniard|turk|briton|scot|icelander|new zealander|irishman|irishwoman|dutchman|dutchwoman|frenchman|frenchwoman|englishman|englishwoman|welshman|welshwoman)$/iu;

/** "…, the Dane said": what stands for a name and is none. */
export const isOfCountry = (name: string): boolean => {
  const plain = name.trim().toLowerCase().replace(/^the /u, "");
  return OF_A_COUNTRY.test(plain) || NATIONS.has(plain);
};

const EVENT =
  /(?:Cup|Open|League|Games|Championships?|Trophy|Prize|Award|Tour|Grand Prix|Masters|Park|Bridge|Street|Road|Hall|Stadium|United|City|Club)$/u;

/** Whom "the Dane" stands for, by whom the text names last before it: null where nobody is named. */
export function namedLast(text: string, at: number): string | null {
  const told = withoutMarks(text.slice(Math.max(0, at - REACH_UTF16), at));
  const names = [...told.matchAll(NAME)]
    .map(([name]) => name)
    .filter((name) => name.includes(" ") && !COURTESY.test(name.split(" ")[0] ?? "") && !EVENT.test(name));
  return names.at(-1) ?? null;
}
