import { foundIn, placesIn, type Query } from "@/lib/query";
import { speakerName } from "./words";

/** What of a statement in a list may hold the words of a search. */
export interface Searched {
  readonly wording: string;
  readonly attribution: string;
  readonly roleThen: string;
  readonly place: string;
  readonly event: string;
  readonly addressee: string;
  readonly context: string;
  readonly speaker: { readonly name: string } | null;
  readonly source: { readonly title: string };
}

const FIELDS = {
  speaker: "Speaker",
  attribution: "Attribution",
  role: "Role",
  place: "Place",
  event: "Occasion",
  addressee: "Said to",
  context: "Context",
  source: "Source",
} as const;

/** Where words of a search stand that are not in the quotation: the reason why it was found. */
export function FoundElsewhere({ statement, query }: { statement: Searched; query: Query }) {
  const { wording, attribution, roleThen, place, event, addressee, context, source } = statement;
  const { found, unseen } = foundIn<keyof typeof FIELDS>(query, wording, [
    ["speaker", speakerName(statement)],
    ["attribution", attribution],
    ["role", roleThen],
    ["place", place],
    ["event", event],
    ["addressee", addressee],
    ["context", context],
    ["source", source.title],
  ]);
  // an id stands in the row, and so does the name of the speaker
  const elsewhere = unseen.filter((typed) => !/^\W*(?:st|src)-/iu.test(typed));
  return (
    <>
      {found
        .filter(({ field }) => field !== "speaker")
        .map(({ field, text }) => (
          <span key={field} className="meta foundin">
            {FIELDS[field]}:{" "}
            <bdi>
              <Found text={text} query={query} />
            </bdi>
          </span>
        ))}
      {elsewhere.length > 0 ? (
        <span className="meta foundin">
          <bdi>“{elsewhere.join("”, “")}”</bdi>: in its original, its outlet, a claim or another name of its
          speaker
        </span>
      ) : null}
    </>
  );
}

/** A text with the words of a search marked. */
export function Found({ text, query }: { text: string; query: Query }) {
  let at = 0;
  return placesIn(text, query)
    .flatMap(([from, to]) => {
      const before = text.slice(at, from);
      at = to;
      return [
        before,
        <mark key={from} className="found">
          {text.slice(from, to)}
        </mark>,
      ];
    })
    .concat(text.slice(at));
}
