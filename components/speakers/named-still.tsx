import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";

interface NamedStillProps {
  statements: readonly { readonly publicId: string; readonly places: readonly string[] }[];
  /** Of how many statements the sentences around the words were not looked at. */
  unread: number;
  /** How many roles the speaker's page lists. */
  roles: number;
}

/** Where the name of somebody who is not named any more can still be read, each with the way to put it right. */
export function NamedStill({ statements, unread, roles }: NamedStillProps) {
  if (statements.length === 0 && unread === 0 && roles === 0) return null;
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
    </Note>
  );
}
