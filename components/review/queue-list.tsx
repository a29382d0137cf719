import type { Route } from "next";
import { StateTag } from "@/components/statements/marks";
import { directionOfWords, InCompany } from "@/components/statements/quotation";
import { speakerName } from "@/components/statements/words";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { isOverdue } from "@/lib/review";
import type { Worded } from "@/lib/statements";

export interface QueueItem extends Worded {
  publicId: string;
  attribution: string;
  speaker: { name: string } | null;
  source: { title: string };
  dueOn: Date | null;
  assignee: string | null;
  openComments: number;
  suggestions: number;
  /** What waits for a second editor. */
  waiting: readonly {
    readonly what: "correction" | "retraction";
    readonly by: string | null;
    readonly at: Date;
  }[];
}

// a list is for finding: two lines are enough to know a statement by
const MOST_UTF16 = 180;

const WAITING = {
  correction: { word: "Correction proposed", icon: "pencil-line" },
  retraction: { word: "Retraction proposed", icon: "archive-x" },
} as const;

interface QueueListProps {
  items: readonly QueueItem[];
  /** The present moment, to tell what is overdue. */
  now: Date;
}

/** Statements under work, one a row: who said what, where it stands, who has it, when it is due. */
export function QueueList({ items, now }: QueueListProps) {
  return (
    <ol className="queue">
      {items.map((item) => (
        <li key={item.publicId} data-list-item>
          <div>
            <p className="q q--1 queue__words" lang={item.language} dir={directionOfWords(item)}>
              <Link href={`/review/${item.publicId}` as Route} data-open>
                <InCompany statement={item} most={MOST_UTF16} />
              </Link>
            </p>
            <p className="meta">
              <b>
                <bdi>{speakerName(item)}</bdi>
              </b>{" "}
              · <bdi>{item.source.title}</bdi> · <span className="id">{item.publicId}</span>
            </p>
          </div>
          <p className="meta queue__side">
            <StateTag state={item.state} />
            {item.waiting.length > 0 ? null : <span>{item.assignee ?? "Nobody yet"}</span>}
            {item.waiting.map(({ what, by, at }) => (
              <Tag key={what} icon={WAITING[what].icon} tone="care">
                {WAITING[what].word}, {by ?? "an editor"}, <Time value={at} precision="day" isShort />
              </Tag>
            ))}
            {item.dueOn ? (
              <Tag
                icon={isOverdue(item.dueOn, now) ? "triangle-alert" : "calendar"}
                tone={isOverdue(item.dueOn, now) ? "care" : "plain"}
              >
                {isOverdue(item.dueOn, now) ? "overdue, " : "due "}
                <Time value={item.dueOn} precision="day" isShort />
              </Tag>
            ) : null}
            {item.openComments > 0 ? (
              <Tag icon="message-square">{countOf(item.openComments, "open comment")}</Tag>
            ) : null}
            {item.suggestions > 0 ? (
              <Tag icon="circle-dashed">{countOf(item.suggestions, "suggested relation")}</Tag>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
