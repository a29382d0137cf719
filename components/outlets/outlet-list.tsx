import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Run } from "@/components/ui/tag";
import { countryName } from "@/lib/outlets";
import { outletKindWord } from "./outlet-facts";

interface OutletListProps {
  outlets: readonly {
    readonly slug: string;
    readonly name: string;
    readonly kind: string;
    readonly country: string | null;
    readonly sources: number;
  }[];
}

/** Outlets with what is recorded of them; what is not known says so. */
export function OutletList({ outlets }: OutletListProps) {
  return (
    <ul className="rows">
      {outlets.map(({ slug, name, kind, country, sources }) => (
        <li key={slug} data-list-item>
          <Link className="rows__title" href={`/outlets/${slug}` as Route} dir="auto" data-open>
            {name}
          </Link>
          <Run>
            <span>{kind === "unspecified" ? "Kind not recorded" : outletKindWord(kind)}</span>
            {country ? <span>{countryName(country)}</span> : null}
            <Link href={`/sources?outlet=${encodeURIComponent(slug)}` as Route}>
              {countOf(sources, "source")}
            </Link>
          </Run>
        </li>
      ))}
    </ul>
  );
}
