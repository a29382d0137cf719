import type { Route } from "next";
import Link from "next/link";
import { Quotation } from "@/components/statements/quotation";
import { speakerName } from "@/components/statements/words";
import { Icon } from "@/components/ui/icon";
import type { Worded } from "@/lib/statements";

interface StatementSearchProps {
  /** The page that this stands on; the answer comes back to it. */
  path: string;
  q: string;
  /** The statements that answer `q`. */
  found: readonly (Worded & {
    publicId: string;
    attribution: string;
    speaker: { name: string } | null;
  })[];
}

/** Finds the other statement by words or by speaker, as an ordinary search that works without scripts. */
export function StatementSearch({ path, q, found }: StatementSearchProps) {
  return (
    <div className="stack stack--tight noprint" id="find">
      <form action={`${path}#find`} method="get" className="btns" aria-label="Find the other statement">
        <span className="find grow">
          <Icon name="search" />
          <label className="vh" htmlFor="find-other">
            Find the other statement by words or speaker
          </label>
          <input
            className="input"
            id="find-other"
            type="search"
            name="find"
            defaultValue={q}
            placeholder="Words or a speaker"
            dir="auto"
          />
        </span>
        <button className="btn" type="submit">
          Find
        </button>
      </form>
      {q === "" ? null : found.length === 0 ? (
        <p className="small">No other statement holds these words.</p>
      ) : (
        <ul className="list">
          {found.map((one) => (
            <li key={one.publicId}>
              <Quotation statement={one} size="list" />
              <p className="meta">
                <b>{speakerName(one)}</b> · <span className="id">{one.publicId}</span>
              </p>
              <Link
                className="btn btn--sm"
                href={`${path}?find=${encodeURIComponent(q)}&other=${one.publicId}#relate-pair` as Route}
              >
                Compare<span className="vh"> with {one.publicId}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
