import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormFold } from "@/components/forms/fold.client";
import { PublicNote } from "@/components/notices/public-note";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time, timeInWords } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";

interface NamedStillProps {
  statements: readonly { readonly publicId: string; readonly places: readonly string[] }[];
  /** Of how many statements the sentences around the words were not looked at. */
  unread: number;
  /** What else visitors read, with where it is put right. */
  elsewhere: readonly {
    readonly title: string;
    readonly address: string;
    readonly places: readonly string[];
  }[];
  /** How many roles the speaker's page lists. */
  roles: number;
  /** How many public notes print it, which are listed below. */
  notes: number;
}

/** Where the name of somebody who is not named any more can still be read, each with the way to put it right. */
export function NamedStill({ statements, unread, elsewhere, roles, notes }: NamedStillProps) {
  if (statements.length + unread + elsewhere.length + roles + notes === 0) return null;
  return (
    <Note tone="care" title="The former name, or what tells it, can still be read">
      {roles > 0 ? <p>The speaker’s page lists roles: take them away below if they tell who it is.</p> : null}
      {statements.length > 0 ? (
        <>
          <p>
            Of the newest 500 statements, these print a word of it. Correct each, or retract it; its former
            versions do not show it.
          </p>
          <ul>
            {statements.map(({ publicId, places }) => (
              <li key={publicId}>
                <Link href={`/review/${publicId}#correct` as Route}>{publicId}</Link>: {places.join(", ")}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {unread > 0 ? (
        <p>
          Their texts are too long to be all read here: of {countOf(unread, "statement")} the sentences around
          the words were not looked at. Open them one by one.
        </p>
      ) : null}
      {elsewhere.length > 0 ? (
        <>
          <p>
            A word of it stands in what the desk wrote elsewhere, of the newest 500 of each kind. It may mean
            somebody else; what is changed is told in a public note, which is listed here in turn while it
            shows the former words.
          </p>
          <ul>
            {elsewhere.map(({ title, address, places }) => (
              <li key={`${address} ${places.join()}`}>
                <Link href={address as Route}>
                  <bdi>{title}</bdi>
                </Link>
                : {places.join(", ")}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {notes > 0 ? (
        <p>
          {countOf(notes, "public note")} {notes === 1 ? "prints" : "print"} a word of it:{" "}
          <a href="#notes">read and withhold them below</a>.
        </p>
      ) : null}
    </Note>
  );
}

interface NamedNotesProps {
  speakerId: string;
  notes: readonly {
    readonly of: string;
    readonly id: string;
    readonly givenAt: Date;
    readonly what: string;
    readonly note: string;
    readonly changes: readonly { readonly what: string; readonly before: string; readonly after: string }[];
    readonly page: { readonly title: string; readonly address: string } | null;
  }[];
  action: FormAction;
}

/** Public notes and the words of decisions in which a name that was taken away may stand, each with the way to withhold its words. */
export function NamedNotes({ speakerId, notes, action }: NamedNotesProps) {
  return (
    <ul className="rows">
      {notes.map(({ of, id, givenAt, what, note, changes, page }) => (
        <li key={id}>
          <ActionForm
            action={action}
            id={`withhold-${id}`}
            label={`Withhold ${what === "" ? "the note" : what} of ${timeInWords(givenAt, "day")}`}
            className="stack"
          >
            <Hidden values={{ speakerId, of, id }} />
            <div>
              <p className="meta">
                <Time value={givenAt} precision="day" />
                {what === "" ? null : `, ${what}`}
                {page === null ? null : (
                  <>
                    , at{" "}
                    <Link href={page.address as Route}>
                      <bdi>{page.title}</bdi>
                    </Link>
                  </>
                )}
              </p>
              <p dir="auto">{note}</p>
              {changes.map((change) => (
                <p key={change.what} className="small" dir="auto">
                  {[change.what, change.before, change.after].filter(Boolean).join(" · ")}
                </p>
              ))}
            </div>
            <FormFold className="behind" summary="Withhold its words" names={["publicNote"]}>
              <PublicNote />
              <SubmitButton variant="plain" isSmall icon="eye-off">
                {what === "" ? "Withhold the note" : "Withhold these words"}
              </SubmitButton>
            </FormFold>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
