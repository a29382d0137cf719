import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Run, Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { directionOf } from "@/lib/text";

interface ShownCheck {
  readonly publicId: string;
  readonly title: string;
  readonly language: string;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly by: string | null;
  readonly story: { readonly slug: string; readonly title: string } | null;
  readonly findings: number;
  readonly open: number;
  readonly changed: number;
  readonly asked: number;
}

/** The desk's checks, each with what is still to be decided in it. */
export function CheckList({ checks }: { checks: readonly ShownCheck[] }) {
  return (
    <ul className="rows">
      {checks.map(({ publicId, title, language, ...check }) => (
        <li key={publicId} data-list-item>
          <Link
            className="rows__title"
            href={`/check/${publicId}` as Route}
            lang={language}
            dir={directionOf(title, language)}
          >
            {title}
          </Link>
          <Run>
            <CheckState {...check} />
            <Time value={check.createdAt} precision="time" isShort />
            {check.by ? <bdi>{check.by}</bdi> : null}
            {check.story ? <bdi>{check.story.title}</bdi> : null}
            <span>{countOf(check.findings, "statement")}</span>
            {check.asked > 0 && check.closedAt === null ? (
              <Tag icon="message-square" tone="care">
                {check.asked} asked of you
              </Tag>
            ) : null}
            {check.changed > 0 ? (
              <Tag icon="history" tone="care">
                {countOf(check.changed, "quotation")} changed since
              </Tag>
            ) : null}
          </Run>
        </li>
      ))}
    </ul>
  );
}

/** Closed, or how much of it is open. */
export function CheckState({ closedAt, open }: { closedAt: Date | null; open: number }) {
  if (closedAt) return <Tag icon="lock">Closed</Tag>;
  if (open === 0)
    return (
      <Tag icon="circle-check" tone="pass">
        Nothing open
      </Tag>
    );
  return (
    <Tag icon="triangle-alert" tone="care">
      {open.toLocaleString("en-GB")} to look at
    </Tag>
  );
}
