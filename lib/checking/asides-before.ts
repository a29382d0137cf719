import type { Around } from "./qualifiers";

const OPENS =
  "(?:^|[,;:–—(]\\s*|(?<!\\p{L})(?:and|but|so|because|that|which|und|aber|denn|dass|y|pero|porque|que)\\s+)";
/** "At best, | this buys us time", "and, for now, | a majority": how far or how long the words hold, right before them. */
const FAR = new RegExp(
  `${OPENS}(at (?:the )?(?:very )?(?:best|worst|most|least|earliest|latest)|so far|thus far|to date|until now|till now|up to now|up to this point|for now|for the (?:moment|time being|present|most part)|at (?:present|this stage|this point|first)|as (?:things stand|of now|yet)|in (?:part|theory|principle|places|some ways)|initially|on (?:average|paper)|(?:nach|zum) (?:jetzigem stand|teil)|bestenfalls|schlimmstenfalls|im besten fall|fürs erste|zurzeit|bislang|bisher|vorerst|como (?:mucho|máximo)|en el mejor de los casos|hasta ahora|por ahora|de momento|en (?:parte|teoría|principio)),?\\s*$`,
  "iu",
);
/** "In my judgment, | it was luck". */
const TO_ME = new RegExp(
  `${OPENS}((?:in|to) (?:my|our) (?:own )?(?:view|opinion|judge?ment|experience|estimation|mind|eyes)|meiner (?:meinung|ansicht) nach|a mi (?:juicio|entender)|en mi opinión),?\\s*$`,
  "iu",
);

/** An aside that stands right before quoted words in the record's clause and takes a part of them back; null without one. */
export function asideBefore(before: string): Around | null {
  const far = FAR.exec(before)?.[1];
  if (far !== undefined) return { is: "scope", text: far };
  const mine = TO_ME.exec(before)?.[1];
  return mine === undefined ? null : { is: "hedge", text: mine };
}
