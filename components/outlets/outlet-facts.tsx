import type { Route } from "next";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { countryName } from "@/lib/outlets";
import { languageName } from "@/lib/statements";

interface OutletFactsProps {
  outlet: {
    readonly slug: string;
    readonly kind: string;
    readonly homepage: string | null;
    readonly country: string | null;
    readonly language: string | null;
    readonly sources: number;
  };
}

const UNKNOWN = <span className="unknown">not recorded</span>;

/** What is known of an outlet; what is not is said to be missing. */
export function OutletFacts({ outlet }: OutletFactsProps) {
  const { slug, kind, homepage, country, language, sources } = outlet;
  return (
    <Facts
      columns={2}
      facts={[
        { name: "Kind", value: kind === "unspecified" ? UNKNOWN : outletKindWord(kind) },
        {
          name: "Homepage",
          value:
            homepage && /^https?:\/\//u.test(homepage) ? (
              <a href={homepage} rel="noopener nofollow external">
                {homepage}
              </a>
            ) : (
              (homepage ?? UNKNOWN)
            ),
        },
        { name: "Country", value: country ? countryName(country) : UNKNOWN },
        { name: "Language", value: language ? languageName(language) : UNKNOWN },
        {
          name: "Sources",
          value: (
            <Link href={`/sources?outlet=${encodeURIComponent(slug)}` as Route}>
              {countOf(sources, "source")}
            </Link>
          ),
        },
      ]}
    />
  );
}

/** A kind of outlet in words. */
export function outletKindWord(kind: string): string {
  if (kind === "non_profit") return "Non-profit";
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
