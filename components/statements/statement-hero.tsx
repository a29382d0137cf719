import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { type HeldRole, roleInWords } from "@/lib/speakers";
import { FormTag, StateTag } from "./marks";
import { HeroQuotation } from "./quotation";
import { SaidInWords } from "./said";
import type { ShownStatement } from "./shown";
import { speakerName, upperFirst } from "./words";

interface StatementHeroProps {
  statement: ShownStatement & {
    readonly place: string;
    readonly event: string;
    readonly publishedVersion: number | null;
  };
  title: string;
  /** Roles that the speaker surely held on that day, by the record: said where none is printed. */
  held?: readonly HeldRole[] | undefined;
  /** What the desk is told of the role. */
  beside?: ReactNode;
  /** What can be done with the statement. */
  actions: ReactNode;
  /** A retraction or correction that must be read first. */
  notice?: ReactNode;
}

/** The quotation as the head of its page, with who spoke and when. */
export function StatementHero({ statement, title, held = [], beside, actions, notice }: StatementHeroProps) {
  const { publicId, form, state, speaker, publishedVersion } = statement;
  return (
    <header className="hero">
      <div className="hero__m">
        <FormTag form={form} />
        <StateTag state={state} version={publishedVersion} />
        <span className="id">{publicId}</span>
      </div>
      <div>
        <h1 className="vh">{title}</h1>
        {notice}
        <HeroQuotation statement={statement} />
        <p className="byline byline--hero">
          <b>
            {speaker ? (
              <Link href={`/speakers/${speaker.slug}` as Route}>
                <bdi>{speaker.name}</bdi>
              </Link>
            ) : (
              <bdi>{speakerName(statement)}</bdi>
            )}
          </b>
          <Occasion statement={statement} held={held} />
        </p>
        {beside}
        <div className="btns noprint above-5">{actions}</div>
      </div>
    </header>
  );
}

function Occasion({
  statement,
  held,
}: Required<Pick<StatementHeroProps, "held">> & Pick<StatementHeroProps, "statement">) {
  const { roleThen, place, event, addressee } = statement;
  const known = [
    [event, `at ${event}`],
    [place, `in ${place}`],
    [addressee, `to ${addressee}`],
  ].flatMap(([value, words]) => (value ? [words] : []));
  const missing = [
    [place, "place"],
    [event, "event"],
    [addressee, "addressee"],
  ].flatMap(([value, word]) => (value ? [] : [word]));
  return (
    <>
      {roleThen ? (
        <>{upperFirst(roleThen)}, as of that day. </>
      ) : held?.length ? (
        <>No role is printed; by our record {held.map(roleInWords).join("; ")} on that day. </>
      ) : (
        "No role is recorded. "
      )}
      Said <SaidInWords {...statement} />
      {known.length > 0 ? `, ${known.join(", ")}` : null}
      {missing.length > 0 ? `; ${listed(missing)} ${missing.length > 1 ? "are" : "is"} not stated` : null}.
    </>
  );
}

function listed(words: readonly (string | undefined)[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
