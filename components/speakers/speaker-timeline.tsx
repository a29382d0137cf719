import { latestDayOf, type SaidAtLatest } from "@/components/statements/said-at-latest";
import type { ShownStatement } from "@/components/statements/shown";
import { formWord, speakerName } from "@/components/statements/words";
import { Icon, type IconName } from "@/components/ui/icon";
import { Scroll, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { isConflict, RELATION_TYPES } from "@/lib/relations";
import { termOf } from "@/lib/text";
import { TimelineChart } from "./timeline-chart";
import { LEAST_WIDTH, layOutTimeline, type TimelineStatement } from "./timeline-layout";

interface SpeakerTimelineProps {
  name: string;
  /** Newest first, as the list below numbers them. */
  statements: readonly (ShownStatement & SaidAtLatest)[];
}

/** A speaker's statements in time, with the ties to what others said; the same as a table behind it. */
export function SpeakerTimeline({ name, statements }: SpeakerTimelineProps) {
  const own = statements.map((statement) => marked(statement, name));
  const held = new Set(own.map(({ publicId }) => publicId));
  const tied = new Map(
    statements.flatMap(({ ties }) =>
      ties
        .filter(({ other }) => !held.has(other.publicId))
        .map(({ other }) => [other.publicId, marked(other, otherName(other, name))] as const),
    ),
  );
  const ties = statements.flatMap(({ publicId, ties: all }) =>
    all
      // a tie between two of the speaker's own statements is drawn once
      .filter(({ isFrom, other }) => isFrom || !held.has(other.publicId))
      .map(({ other, type, state }) => ({ from: publicId, to: other.publicId, type, state })),
  );
  const timeline = layOutTimeline(own, [...tied.values()], ties);
  return (
    <figure>
      <Scroll label="Timeline, chart" isFromEnd={timeline.width > LEAST_WIDTH}>
        <TimelineChart timeline={timeline} name={name} />
      </Scroll>
      <figcaption>
        <Legend />
        <details className="behind">
          <summary>The table behind this chart</summary>
          <Table
            label="Timeline"
            least="m"
            caption="A day is drawn as wide as its statements need; days of which nothing is held are drawn narrow."
          >
            <thead>
              <tr>
                <th scope="col">No.</th>
                <th scope="col">Form</th>
                <th scope="col">Said</th>
                <th scope="col">Tied to</th>
              </tr>
            </thead>
            <tbody>
              {statements.map((statement, index) => (
                <tr key={statement.publicId}>
                  <th scope="row">{index + 1}</th>
                  <td>{formWord(statement.form).label}</td>
                  <td>{own[index]?.when}</td>
                  <td className="words" data-label="Tied to">
                    {statement.ties.map(tieInWords).join("; ") || "none"}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </details>
      </figcaption>
    </figure>
  );
}

function Legend() {
  const lines = [
    { word: "conflicts", dashes: undefined, width: 1.5 },
    { word: "other ties", dashes: "1 4", width: 2 },
    { word: "suggested, not confirmed", dashes: "6 4", width: 1.5 },
  ];
  return (
    <div className="legend">
      {(["direct", "mixed", "indirect"] as const).map((form) => (
        <Tag key={form} icon={formWord(form).icon}>
          {formWord(form).label}:{" "}
          {form === "direct" ? "all words theirs" : form === "mixed" ? "some" : "none"}
        </Tag>
      ))}
      {lines.map(({ word, dashes, width }) => (
        <span key={word}>
          <svg className="ln" width="34" height="12" aria-hidden="true">
            <path
              d="M1 6h32"
              stroke="currentColor"
              strokeWidth={width}
              strokeDasharray={dashes}
              strokeLinecap="round"
            />
          </svg>
          {word}
        </span>
      ))}
      <span>
        <Icon name={"chevron-left" satisfies IconName} /> said on that day or before
      </span>
    </div>
  );
}

function marked(
  statement: SaidAtLatest & { publicId: string; form: string },
  name: string,
): TimelineStatement {
  const { day, isExact, words } = latestDayOf(statement);
  const { publicId, form } = statement;
  return { publicId, form, name, day, isExact, when: words };
}

type Tie = ShownStatement["ties"][number];

function tieInWords({ type, state, isFrom, other }: Tie): string {
  const term = termOf(RELATION_TYPES, type);
  const word = (isFrom ? term?.label : term?.inverse) ?? type;
  const doubt = state === "suggested" ? ", suggested" : "";
  return `${speakerName(other)} (${word.toLowerCase()}${doubt}${isConflict(type) ? "" : ", no conflict"})`;
}

function otherName(other: Tie["other"], own: string): string {
  const name = speakerName(other);
  // an older statement of the speaker's own that is not on this chart
  return name === own ? `${name}, earlier` : name;
}
