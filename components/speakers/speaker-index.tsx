import type { Route } from "next";
import { speakerKindWord } from "@/components/statements/words";
import { Link } from "@/components/ui/link";
import { Numeral } from "@/components/ui/numeral";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";

interface SpeakerIndexProps {
  speakers: readonly {
    readonly slug: string;
    readonly name: string;
    readonly kind: string;
    readonly role: string | null;
    readonly statements: number;
  }[];
}

/** Speakers by name, with what they are and how many of their statements are held. */
export function SpeakerIndex({ speakers }: SpeakerIndexProps) {
  return (
    <Table label="Speakers" least="s">
      <thead>
        <tr>
          <th scope="col" className="w-40">
            Speaker
          </th>
          <th scope="col">Role</th>
          <th scope="col">Kind</th>
          <th scope="col" className="r">
            Statements held
          </th>
        </tr>
      </thead>
      <tbody>
        {speakers.map(({ slug, name, kind, role, statements }) => {
          const { label, icon } = speakerKindWord(kind);
          return (
            <tr key={slug} data-list-item tabIndex={-1}>
              <th scope="row" dir="auto">
                <Link href={`/speakers/${slug}` as Route}>{name}</Link>
              </th>
              <td data-label={role ? undefined : "Role"}>
                {role ?? <span className="small">not recorded</span>}
              </td>
              <td className="nowrap">
                <Tag icon={icon}>{label}</Tag>
              </td>
              <td className="r" data-label="Statements">
                <Numeral value={statements} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
