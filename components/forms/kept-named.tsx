import type { ReactNode } from "react";
import { Drawing } from "@/components/ui/drawing";
import { PENCIL } from "@/components/ui/icon-paths-scripts";

/** What was typed into a form of the page and is not stored. */
export interface KeptOfPage {
  readonly id: string;
  readonly form: string;
  readonly label: string;
}

/** What is kept, each with the way to it. */
export function KeptNamed({ kept, children }: { kept: readonly KeptOfPage[]; children: ReactNode }) {
  return (
    <div className="note above-5 below-4">
      <Drawing path={PENCIL} />
      <div>
        <b>{children}</b>
        <ul>
          {kept.map(({ id, label }) => (
            <li key={id}>
              {label}: <a href={`/account/typed?id=${id}`}>read it, take it up or discard it</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
