import { EXAMPLES, type FieldName } from "@/lib/query";

const MEANINGS: Readonly<Record<FieldName, string>> = {
  exact: "said in just these words, signs and all",
  near: "said almost so: a few of the words are others",
  speaker: "by one speaker, by name or address",
  role: "by somebody in that role then",
  source: "in a source, by title or id",
  outlet: "printed or sent by it",
  story: "in a story",
  claim: "with a position on a claim",
  state: "at that step of the process",
  form: "all, some or none of it in marks",
  type: "in a document of that kind",
  relation: "tied so to another statement",
  verdict: "judged so; verdict:true is any",
  grade: "that grade; B2.. is that or better",
  anchor: "how it stands in its text now",
  said: "said within; a day, month or year",
  published: "published here since then",
  assignee: "whose work it is; nobody, or a name",
  has: "has one; also relation, verdict, claim, correction, translation, date, place, speaker",
  is: "is one; also corrected, retracted, published, assigned",
};

const SIGNS = [
  ['"domestic popularity"', "these words in this order"],
  ["negotiat*", "words that begin so"],
  ["ceasefire OR truce", "either"],
  ["-wire", "without it; before a field as well"],
] as const;

/** What can be typed into the search of statements, each with an example. */
export function SearchGrammar() {
  const rows = [
    ...SIGNS,
    ...(Object.keys(EXAMPLES) as FieldName[]).map((name) => [EXAMPLES[name], MEANINGS[name]] as const),
  ];
  return (
    <details className="grammar noprint">
      <summary>How to write a search</summary>
      <p className="small">
        Words are looked for in the quotation, its context, speaker, role, place, occasion, addressee, source,
        outlet and claims, with or without their accents; all of them must be found.
      </p>
      <dl>
        {rows.map(([example, meaning]) => (
          <div key={example}>
            <dt>{example}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
