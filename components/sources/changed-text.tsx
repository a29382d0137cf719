import type { Route } from "next";
import { ChangedWords } from "@/components/corrections/changed-words";
import { Now, Was } from "@/components/corrections/was-now";
import { SignBefore, type Signed } from "@/components/statements/sign-before";
import { speakerName } from "@/components/statements/words";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Tag } from "@/components/ui/tag";
import { directionOf } from "@/lib/text";
import { paragraphsOf } from "./edition-diff";
import { fateWords } from "./fates";

interface ChangedTextProps {
  stretches: Parameters<typeof paragraphsOf>[0];
  language: string;
}

/** Two texts as one: what only the former has is struck through, what only the later one has is underlined twice. */
export function ChangedText({ stretches, language }: ChangedTextProps) {
  return (
    <div className="reader" lang={language}>
      {paragraphsOf(stretches).map((paragraph, index) =>
        paragraph.kind === "gap" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of two texts that never change
          <p className="reader__gap" key={index}>
            {countOf(paragraph.paragraphs, "paragraph")} the same
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <p key={index} dir={directionOf(paragraph.stretches.map(({ text }) => text).join(""), language)}>
            {paragraph.stretches.map(({ kind, text }, at) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              if (kind === "was") return <Was key={at}>{text}</Was>;
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              if (kind === "now") return <Now key={at}>{text}</Now>;
              return text;
            })}
          </p>
        ),
      )}
    </div>
  );
}

type Marked = Signed & Parameters<typeof speakerName>[0] & { readonly publicId: string };

interface TouchedListProps {
  language: string;
  statements: readonly {
    readonly statement: Marked;
    readonly state: string;
    readonly was: string;
    readonly now: string;
  }[];
}

/** What became of each statement, those that changed first, with the words of either text. */
export function TouchedList({ statements, language }: TouchedListProps) {
  const order = ["changed", "lost", "moved", "exact"];
  const sorted = [...statements].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return (
    <ol className="rows">
      {sorted.map(({ statement, state, was, now }) => {
        const { label, icon, tone } = fateWords(state);
        return (
          <li key={statement.publicId}>
            <Tag icon={icon} tone={tone}>
              {label}
            </Tag>{" "}
            <Link href={`/statements/${statement.publicId}` as Route}>
              <bdi>{speakerName(statement)}</bdi> <span className="id">{statement.publicId}</span>
            </Link>
            <p>
              <SignBefore statement={statement} />
              {state === "changed" ? (
                <ChangedWords was={was} now={now} language={language} />
              ) : (
                <span dir="auto" lang={language}>
                  {was}
                </span>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
