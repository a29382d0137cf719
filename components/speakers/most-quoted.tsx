import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Numeral } from "@/components/ui/numeral";
import { Bar } from "@/components/ui/table";

interface MostQuotedProps {
  speakers: readonly { readonly slug: string; readonly name: string; readonly statements: number }[];
}

/** The speakers of whom most is held, as figures with a bar beside each. */
export function MostQuoted({ speakers }: MostQuotedProps) {
  const [first] = speakers;
  if (!first) return <p className="small">Nobody is quoted yet.</p>;
  return (
    <>
      <table className="table mostq">
        <caption className="vh">Speakers by number of statements held</caption>
        <thead className="vh">
          <tr>
            <th scope="col">Speaker</th>
            <th scope="col">Statements</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {speakers.map(({ slug, name, statements }) => (
            <tr key={slug}>
              <th scope="row">
                <Link href={`/speakers/${slug}` as Route}>{name}</Link>
              </th>
              <td className="r">
                <Numeral value={statements} />
              </td>
              <td className="barcell" aria-hidden="true">
                <Bar value={statements} max={first.statements} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small above-2">Statements held here, not statements made.</p>
    </>
  );
}
