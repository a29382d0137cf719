import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { type Actor, can } from "@/lib/auth";
import type { QueueView } from "@/lib/review";

interface WaitingWorkProps {
  actor: Actor;
  counts: Readonly<Record<QueueView, number>>;
  /** The views that hold more than was counted. */
  more: ReadonlySet<QueueView>;
  /** How many of the actor's own imports are not stored yet, and where the newest is. */
  drafts: { readonly count: number; readonly newest: string | null };
  /** How many findings of checks colleagues ask the actor about. */
  asked: number;
}

/** What waits for this person by what their role does, each with its number; what is nought is not listed. */
export function WaitingWork({ actor, counts, more, drafts, asked }: WaitingWorkProps) {
  const isEditor = can(actor, "review:approve");
  const rows = (
    [
      [asked, "/check?view=asked#checks", "finding", "that a colleague asks you about"],
      [drafts.count, `/import${drafts.newest ? `/${drafts.newest}` : ""}`, "import", "not stored yet"],
      [
        can(actor, "review:take") ? counts.unassigned : 0,
        "/review?view=unassigned",
        "statement",
        "without a reviewer",
      ],
      [isEditor ? counts.to_decide : 0, "/review?view=to_decide", "statement", "to approve"],
      [
        isEditor ? counts.to_confirm : 0,
        "/review?view=to_confirm",
        "statement",
        "with a proposal to confirm",
      ],
      [
        can(actor, "statement:edit") ? counts.changed : 0,
        "/review?view=changed",
        "statement",
        "that the source prints otherwise by now",
      ],
      [isEditor ? counts.to_publish : 0, "/review?view=to_publish", "statement", "to publish"],
    ] as const
  ).filter(([count]) => count > 0);
  if (rows.length === 0) return null;
  return (
    <ul className="waits">
      {rows.map(([count, href, word, what]) => (
        <li key={href}>
          <Link href={href as Route}>
            {[...more].some((view) => href.endsWith(`view=${view}`)) ? "more than " : ""}
            {countOf(count, word)} {what}
          </Link>
        </li>
      ))}
    </ul>
  );
}
