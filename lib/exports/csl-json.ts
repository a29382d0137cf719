import { type CslItem, type CslName, familyOfCsl, givenOfCsl, toCslItem } from "@/lib/citations";
import { type ExportFormat, STATEMENT_SCOPES } from "./format";

/** https://citationstyles.org/: one item a statement, on a line of its own, in one list. */
export const CSL_JSON: ExportFormat = {
  id: "csl-json",
  label: "CSL-JSON",
  extension: "csl.json",
  mediaType: "application/vnd.citationstyles.csl+json",
  isBinary: false,
  isReference: true,
  about: "For Zotero, pandoc and whatever formats with the Citation Style Language.",
  scopes: STATEMENT_SCOPES,
  omits: [
    "what was judged: sourcing, verdicts, relations and positions",
    "the place and the day of the words apart from the note",
    "words past the first thousand signs: the address has the rest",
  ],
  async *write(statements) {
    let before = "[\n  ";
    for await (const one of statements) {
      yield `${before}${JSON.stringify(withWholeNames(toCslItem(one)))}`;
      before = ",\n  ";
    }
    yield before === "[\n  " ? "[]\n" : "\n]\n";
  },
};

/**
 * Particles within the names that they belong to: processors find them there by their small letters, and Zotero reads no
 * other field of a name than these two, and would file "van der Berg" as Berg.
 */
export function withWholeNames(item: CslItem): CslItem {
  const { author, interviewer } = item;
  if (!author?.some(hasParticle) && !interviewer?.some(hasParticle)) return item;
  return {
    ...item,
    ...(author ? { author: author.map(wholeName) } : {}),
    ...(interviewer ? { interviewer: interviewer.map(wholeName) } : {}),
  };
}

function hasParticle(name: CslName): boolean {
  return "non-dropping-particle" in name || "dropping-particle" in name;
}

function wholeName(name: CslName): CslName {
  if ("literal" in name) return name;
  const { "non-dropping-particle": particle, "dropping-particle": dropping, ...rest } = name;
  if (!particle && !dropping) return name;
  const given = givenOfCsl(name);
  return { ...rest, family: familyOfCsl(name), ...(given ? { given } : {}) };
}
