// what somebody is, as newspapers print it before a name, in front of which a body or a field may stand: "White House Press Secretary"
const OFFICES = (
  "minister secretary president chancellor spokesman spokeswoman spokesperson ambassador envoy senator governor mayor commissioner premier justice " +
  "hon adviser advisor leader director representative speaker chair chairman chairwoman chairperson attorney prosecutor solicitor chief negotiator " +
  "rapporteur coordinator administrator superintendent whip taoiseach tánaiste emir"
).split(" ");
const ORDERS =
  "[Gg]eneral|[Oo]f [Ss]ta(?:te|ff)|[Oo]f [Pp]olice|[Oo]f [Mm]ission|[Oo]f [Dd]efen[cs]e|[Oo]f the [Tt]reasury|[Oo]f [Ll]abou?r|[Ee]xecutive|[Mm]inister|[Ss]ecretary";
const eitherCase = (word: string) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;
const OFFICE = new RegExp(
  `^(?:[Tt]he\\s+)?(?:[\\p{L}.’'&-]+\\s+){0,4}?(?:${OFFICES.map(eitherCase).join("|")}|CEO|CFO|CM|DG(?:\\s+\\p{Lu}{3,})?)(?:[ -](?:${ORDERS}))*\\.?\\s+(?=\\p{Lu}\\S*\\s+\\p{L})`,
  "u",
);
const OF_AN_OUTLET = /^(\p{Lu}[\p{L} ]*?)[’'](?:s)?\s+(?=\p{Lu}\S*\s+\p{Lu})/u;

/** "Foreign Minister Wang Yi", "European Commission President Ursula von der Leyen": what stands behind the office. */
export function withoutOffice(printed: string): string {
  const bare = printed.replace(OFFICE, "");
  return bare !== printed && !/\s(?:of|for|and)\s/iu.test(bare) ? bare : printed;
}

/** "CNN’s Jake Tapper": whose people they are, and they. */
export function ofAnOutlet(printed: string): { readonly outlet: string; readonly name: string } | null {
  const found = OF_AN_OUTLET.exec(printed);
  return found?.[1] ? { outlet: found[1], name: printed.slice(found[0].length) } : null;
}
