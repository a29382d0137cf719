import type { Route } from "next";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { STANCES } from "@/lib/claims";
import { Judged } from "./judged";

interface ClaimListProps {
  claims: readonly {
    slug: string;
    proposition: string;
    state: string;
    positions: readonly { stance: string }[];
    found: Parameters<typeof Judged>[0]["found"];
  }[];
}

/** Claims, each with how many statements take which position; never a sum over them. */
export function ClaimList({ claims }: ClaimListProps) {
  return (
    <ul className="queue">
      {claims.map((claim) => (
        <li key={claim.slug} data-list-item>
          <p className="q q--1">
            <Link href={`/claims/${claim.slug}` as Route} data-open>
              {claim.proposition}
            </Link>
          </p>
          <p className="meta queue__side">
            <Judged found={claim.found} />
            {STANCES.map(({ key, label, icon }) => {
              const count = claim.positions.filter(({ stance }) => stance === key).length;
              if (count === 0) return null;
              return (
                <span key={key}>
                  <Icon name={icon} /> {label} <span className="num">{count}</span>
                </span>
              );
            })}
            {claim.positions.length === 0 ? <Tag icon="circle-dashed">no position yet</Tag> : null}
            {claim.state === "published" ? null : (
              <Tag icon="eye">{claim.state === "withdrawn" ? "withdrawn" : "at the desk only"}</Tag>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
