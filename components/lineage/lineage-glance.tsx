import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import type { Printing } from "@/lib/lineage";
import { printedIn } from "@/lib/lineage";
import { printedInWords } from "./lineage-words";

interface Printed {
  readonly publicId: string;
  readonly anchors: readonly { readonly edition: { readonly retrievedAt: Date } }[];
  readonly source: Pick<Printing["source"], "publicId" | "title" | "outlet"> & {
    readonly publishedOn: Date | null;
    readonly publishedOnPrecision: string | null;
  };
}

interface LineageGlanceProps {
  printed: readonly Printed[];
  /** There are more than these. */
  isCut: boolean;
  /** The page of the lineage. */
  href: string;
  /** The desk is led to the texts that hold the words uncaptured, also where one statement alone is captured. */
  isForDesk: boolean;
}

/** On a statement's page: in how many places its words were printed, and who was first. */
export function LineageGlance({ printed, isCut, href, isForDesk }: LineageGlanceProps) {
  const isAlone = printed.length < 2;
  if (isAlone && !isForDesk) return null;
  return (
    <Section id="printed" title="Where it was printed" margin="As far as it is captured here.">
      <p>
        {isAlone
          ? "No other printing of it is captured. "
          : `${isCut ? "Among many: " : ""}${printedInWords(printedIn(printed.map(dated)))} `}
        <Link href={href as Route}>
          {isAlone ? "Look for texts that hold the words" : "See who changed what"}
        </Link>
      </p>
    </Section>
  );
}

const dated = ({ source, anchors }: Printed) => ({
  source,
  printedOn: source.publishedOn,
  printedOnPrecision: source.publishedOnPrecision,
  retrievedAt: anchors[0]?.edition.retrievedAt ?? null,
});
