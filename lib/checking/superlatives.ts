/** "These are the best numbers", "the worst storm": of more than a few things the first. */
const MOST_OF =
  /(?<!\p{L})(?:the|my|our|his|her|their)\s+(?:(?:second|third|single|very)\s+)?(?:\p{L}{2,}est|best|worst|first|last|only|(?:most|least)\s+\p{L}+)(?:\s+[\p{L}’'-]+){0,3}$/iu;
const NO_MOST =
  /(?<!\p{L})(?:guest|rest|west|forest|interest|request|honest|test|contest|protest|harvest|quest|priest|arrest)(?!\p{L})/iu;
/** "… | we have had", "… | in ten years", "… | since the war": among which. */
const AMONG =
  /^(?:(?:that |which |who |whom )?(?:i|we|you|they|he|she|anyone|anybody|this \p{L}+)(?:['’](?:ve|d|s)| have| has| had)? (?:ever |yet )?\p{L}+|(?:in|of|since|for|outside|among|on) (?:(?:the|my|our|his|her|their|this|these|all|living|recent|a|an|any|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|\d+)(?!\p{L})|\p{Lu}|years|decades|months|memory|history))/iu;

/** What a quotation cuts off behind a superlative, which then holds of everything; null where it cuts nothing off. */
export function amongWhat(words: string, tail: string): string | null {
  const found = MOST_OF.exec(words)?.[0];
  if (found === undefined || NO_MOST.test(found) || !AMONG.test(tail)) return null;
  return (
    tail
      .split(/[.,;:!?”"–—]/u)[0]
      ?.trim()
      .split(/\s+/u)
      .slice(0, 8)
      .join(" ") ?? null
  );
}

const PRAISE =
  /(?<!\p{L})(?:welcome|right|true|fair|good|great|important|understandable|encouraging|promising|impressive|helpful|useful|nice|possible|a (?:good |first |small |big )?(?:start|step|beginning|sign)|willkommen|richtig|wichtig|begrüßenswert|bienvenid[oa]s?|importante|cierto)$/iu;
const BUT = /^,?\s*(?:but|yet|though|although|aber|doch|pero|aunque)\s+\p{L}/iu;

/** "Moves to cut the backlog are welcome | but the answer is not …": what praises only to go on against it. */
export function praisedBut(words: string, behind: string): string | null {
  if (!PRAISE.test(words) || !BUT.test(behind)) return null;
  return (
    behind
      .replace(/^[,\s]+/u, "")
      .split(/[.;:!?”"–—]/u)[0]
      ?.trim()
      .split(/\s+/u)
      .slice(0, 8)
      .join(" ") ?? null
  );
}
