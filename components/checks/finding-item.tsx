import { CopyButton } from "@/components/citations/copy-button.client";
import { ActionForm } from "@/components/forms/action-form";
import { Fold } from "@/components/forms/fold.client";
import { Hidden } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { countOf } from "@/components/ui/numeral";
import { PressButton } from "@/components/ui/submit-button.client";
import { Tag } from "@/components/ui/tag";
import { isMaterial } from "@/lib/checks";
import type { FormAction } from "@/lib/forms";
import { DecideFinding } from "./decide-finding";
import { FindingWords } from "./finding-words";
import { labelWord } from "./label-words";
import { placeOfMatch, type ShownFinding } from "./shown";

interface FindingItemProps {
  check: {
    readonly publicId: string;
    readonly language: string;
    readonly isClosed: boolean;
    readonly show: "all" | "open";
  };
  finding: ShownFinding;
  number: number;
  /** What must be read with the words of stored statements that have such, by their printed ids. */
  company: ReadonlyMap<string, string>;
  decide: FormAction;
  /** Begins the import of the material that has the words. */
  capture: FormAction;
}

/** One finding: what it is called, why, both wordings, where the record has it, and what was decided. */
export function FindingItem({ check, finding, number, company, decide, capture }: FindingItemProps) {
  const { label, speaker, reason, match, aligned, hidden, others, settles } = finding;
  // a figure that differs may be both the reason and a note of its own
  const notes = finding.notes.filter(({ says }) => says !== reason);
  const word = labelWord(label);
  const hasDifference = aligned.some(({ kind }) => kind !== "same");
  return (
    <li id={`f${number}`} data-list-item data-open-finding={finding.isOpen || undefined} tabIndex={-1}>
      <a className="n" href={`#t${number}`} aria-label={`Finding ${number}, show it in the draft`}>
        {number}
      </a>
      <div className="done">
        <h3>
          <bdi>{speaker ?? "Nobody named"}</bdi>
        </h3>
        <span className="done__tags">
          <Tag icon={word.icon} tone={word.isToLook ? "care" : "pass"}>
            {word.name}
          </Tag>
        </span>
      </div>
      {match === null || !hasDifference ? (
        <p className="q q--list serif" lang={check.language} dir="auto">
          {finding.text}
        </p>
      ) : (
        <FindingWords draft={finding.text} record={match.text} aligned={aligned} language={check.language} />
      )}
      <p className="why">{reason}</p>
      {hidden.length > 0 ? (
        <p className="why">
          Left out or replaced:{" "}
          {hidden.map((words, at) => (
            <span key={words}>
              {at > 0 ? "; " : ""}
              <q className="serif" lang={check.language}>
                {words}
              </q>
            </span>
          ))}
        </p>
      ) : null}
      {notes.length > 0 ? (
        <ul className="why check__notes">
          {notes.map((note) => (
            <li key={`${note.kind}${note.start}`}>{note.says}</li>
          ))}
        </ul>
      ) : null}
      {match ? (
        <p className="why print-only">
          The record: <bdi>{match.title}</bdi>
          {match.statement ? `, ${match.statement}` : ""}
        </p>
      ) : null}
      {match ? (
        <Fold className="why">
          <summary>
            Where the record has it: <bdi>{match.title}</bdi>
          </summary>
          <blockquote className="serif check__around" lang={check.language} dir="auto">
            {match.around.text.slice(0, Math.max(0, match.start - match.around.start))}
            <mark className="hl hl--direct">{match.text}</mark>
            {match.around.text.slice(Math.max(0, match.end - match.around.start))}
          </blockquote>
          <p>
            <MatchLink check={check} match={match} />
            {match.speaker ? (
              <>
                ; there <bdi>{match.speaker}</bdi> {finding.company === "" ? "says it" : "is its speaker"}
              </>
            ) : null}
          </p>
        </Fold>
      ) : null}
      {others.length > 0 ? (
        <Fold className="why">
          <summary>Who else has it: {countOf(others.length, "place")}</summary>
          <ul className="check__others">
            {others.map((other) => (
              <li key={`${other.source}${other.start}`}>
                <MatchLink check={check} match={other} />{" "}
                <q className="serif" lang={check.language}>
                  {other.text}
                </q>
                {other.statement && company.has(other.statement) ? ` ${company.get(other.statement)}` : null}
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
      {settles && finding.isOpen ? <p className="why why--care">{settles}</p> : null}
      {finding.company === "" ? null : <p className="why why--care">{finding.company}</p>}
      {match && (word.isToLook || hasDifference || isMaterial(match.source)) ? (
        <div className="acts noprint">
          {word.isToLook || hasDifference ? (
            <CopyButton text={copied(match.text, finding.company)} isPlain copies="quotation">
              Copy the record’s words
            </CopyButton>
          ) : null}
          {isMaterial(match.source) && !check.isClosed ? (
            <ActionForm
              action={capture}
              id={`capture-${finding.key}`}
              label={`Capture the words of finding ${number}`}
            >
              <Hidden values={{ checkId: check.publicId, findingKey: finding.key }} />
              <PressButton className="btn btn--quiet">
                <Icon name="clipboard-paste" />
                Capture as a statement<span className="vh">, finding {number}</span>
              </PressButton>
            </ActionForm>
          ) : null}
        </div>
      ) : null}
      <DecideFinding check={check} finding={finding} number={number} decide={decide} />
    </li>
  );
}

/** Words never travel without what must be read with them. */
function copied(words: string, company: string): string {
  return company === "" ? words : `${words} [${company.replace(/\.$/u, "")}]`;
}

function MatchLink({
  check,
  match,
}: Pick<FindingItemProps, "check"> & { match: ShownFinding["others"][number] }) {
  const { href, words } = placeOfMatch(check.publicId, match);
  // a page that is opened anew: only then does a browser look for the words
  return (
    <a href={href}>
      <bdi>{words}</bdi>
    </a>
  );
}
