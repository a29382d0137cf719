import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Numeral } from "@/components/ui/numeral";
import { Table } from "@/components/ui/table";
import { stretchInWords } from "@/components/ui/time";

interface TimeClustersProps {
  clusters: readonly { readonly key: string; readonly count: number }[];
  addressOf: (cluster: { key: string }) => Route;
}

/** How many statements lie in each part of a time, as bars with their figures; each leads into its part. */
export function TimeClusters({ clusters, addressOf }: TimeClustersProps) {
  const most = Math.max(...clusters.map(({ count }) => count));
  return (
    <Table label="Statements in time">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col" className="r">
            Statements
          </th>
          <th scope="col" className="w-60">
            <span className="vh">As a bar</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {clusters.map((cluster) => (
          <tr key={cluster.key} data-list-item tabIndex={-1}>
            <th scope="row" className="nowrap">
              <Link href={addressOf(cluster)}>{stretchInWords(cluster.key)}</Link>
            </th>
            <td className="r">
              <Numeral value={cluster.count} />
            </td>
            <td>
              <svg className="timebar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
                <rect width={Math.max(4, Math.round((1000 * cluster.count) / most))} height="12" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
