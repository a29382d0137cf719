import type { Route } from "next";
import { Link } from "@/components/ui/link";

interface ListOrderProps {
  order: "relevance" | "newest";
  /** Whether one answer can be better than another: words were looked for. */
  isRankable: boolean;
  /** Whether the other order was asked for; else too many were found for the best of them to be known. */
  isAskedNewest: boolean;
  /** The list in either order. */
  best: string;
  newest: string;
}

/** In which order a list stands, and the way to the other. */
export function ListOrder({ order, isRankable, isAskedNewest, best, newest }: ListOrderProps) {
  if (!isRankable) return <span className="push meta">Newest occasion first</span>;
  if (order === "relevance")
    return (
      <span className="push meta">
        Best answer first. <Link href={newest as Route}>Newest occasion first</Link>
      </span>
    );
  return (
    <span className="push meta">
      Newest occasion first
      {isAskedNewest ? (
        <>
          . <Link href={best as Route}>Best answer first</Link>
        </>
      ) : (
        ", for too many are found to be compared"
      )}
    </span>
  );
}
