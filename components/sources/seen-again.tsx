import type { Route } from "next";
import { ChangedWords } from "@/components/corrections/changed-words";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { fateWords } from "./fates";

interface SeenAgainProps {
  sighting: {
    readonly state: string;
    readonly found: string;
    readonly was: string;
    readonly since: Date;
    readonly seenAt: Date;
    readonly from: number | null;
    readonly to: number;
    readonly sourceId: string;
    readonly settlement: string;
    readonly note: string;
  };
  language: string;
}

/** What its source prints of a statement's words by now, and since when: for the desk. */
export function SeenAgain({ sighting, language }: SeenAgainProps) {
  const { state, found, was, since, seenAt, from, to, sourceId, settlement, note } = sighting;
  const { label, icon, tone } = fateWords(state);
  return (
    <div className="stack stack--tight above-5">
      <p className="small">
        <Tag icon={icon} tone={tone}>
          {label}
        </Tag>{" "}
        in edition {to} of its source, seen <Time value={since} precision="time" isShort />
        {since.getTime() === seenAt.getTime() ? null : (
          <>
            {" "}
            first and <Time value={seenAt} precision="time" isShort /> last
          </>
        )}
        . {settlement === "kept" ? "The words were kept. " : null}
        {from !== null && from !== to ? (
          <Link href={`/sources/${sourceId}/editions/${from}..${to}` as Route}>All that changed</Link>
        ) : null}
      </p>
      {state === "changed" ? (
        <p>
          <ChangedWords was={was} now={found} language={language} />
        </p>
      ) : null}
      {note ? (
        <p className="small" dir="auto">
          {note}
        </p>
      ) : null}
    </div>
  );
}
