import type { Route } from "next";
import { speakerKindWord } from "@/components/statements/words";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { DOUBLE_REASONS, type DoubleReason } from "@/lib/speakers";

interface Side {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  readonly description: string;
  readonly statements: number;
}

interface DoubleListProps {
  pairs: readonly { readonly one: Side; readonly other: Side; readonly reason: DoubleReason }[];
  /** The address of the list. */
  at: string;
}

/** Pairs of speakers who may be one, each with the reason and with what can be decided. */
export function DoubleList({ pairs, at }: DoubleListProps) {
  return (
    <Table label="Likely doubles" least="m">
      <thead>
        <tr>
          <th scope="col">One</th>
          <th scope="col">The other</th>
          <th scope="col">Why</th>
          <th scope="col">Decide</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ one, other, reason }) => {
          // what has less goes into what has more
          const [from, into] = one.statements > other.statements ? [other, one] : [one, other];
          const two = encodeURIComponent(`${one.slug}..${other.slug}`);
          return (
            <tr key={`${one.slug} ${other.slug}`} data-list-item tabIndex={-1}>
              <td className="words">
                <Who {...one} />
              </td>
              <td className="words">
                <Who {...other} />
              </td>
              <td className="words">{DOUBLE_REASONS[reason]}</td>
              <td>
                <div className="btns">
                  <LinkButton
                    href={
                      `/speakers/${from.slug}/merge?into=${encodeURIComponent(into.slug)}#becomes` as Route
                    }
                    isSmall
                    label={`Look at both: ${one.name} and ${other.name}`}
                  >
                    Look at both
                  </LinkButton>
                  <LinkButton
                    href={`${at}&two=${two}#two` as Route}
                    isSmall
                    variant="quiet"
                    label={`They are two: ${one.name} and ${other.name}`}
                  >
                    They are two
                  </LinkButton>
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Who({ slug, name, kind, role, description, statements }: Side) {
  const { label, icon } = speakerKindWord(kind);
  return (
    <>
      <Link href={`/speakers/${slug}` as Route}>
        <bdi>{name}</bdi>
      </Link>
      <span className="small">
        {` ${role ?? description}`} · {countOf(statements, "statement")}
      </span>{" "}
      {kind === "person" ? null : <Tag icon={icon}>{label}</Tag>}
    </>
  );
}
