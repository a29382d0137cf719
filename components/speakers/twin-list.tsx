import type { Route } from "next";
import { Link } from "@/components/ui/link";
import type { Twin } from "@/lib/speakers";

interface TwinListProps {
  /** The speaker's page. */
  path: string;
  twins: readonly Twin[];
  /** The address of the one that is looked at. */
  chosen: string | null;
}

/** Who may be the same speaker, each with the reason to think so. */
export function TwinList({ path, twins, chosen }: TwinListProps) {
  if (twins.length === 0) return <p>Nobody else on record has such a name.</p>;
  return (
    <ul className="rows">
      {twins.map(({ id, slug, name, role, description, reason }) => (
        <li key={id}>
          <Link
            href={`${path}/merge?into=${encodeURIComponent(slug)}#becomes` as Route}
            aria-current={slug === chosen ? "true" : undefined}
          >
            {name}
          </Link>
          {role || description ? <span className="hint">{`, ${role ?? description}`}</span> : null}
          <span className="hint">{` · ${reason}`}</span>
        </li>
      ))}
    </ul>
  );
}
