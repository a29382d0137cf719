import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import type { Group } from "./entry";

/** What was found, by kind. */
export function EntryGroups({ groups }: { groups: readonly Group[] }) {
  return groups.map(({ title, entries }, at) => (
    <Section
      key={title}
      id={title.toLowerCase().replaceAll(" ", "-")}
      title={title}
      isLast={at === groups.length - 1}
    >
      <ul className="rows">
        {entries.map(({ href, label, hint, lang }) => (
          <li key={href} data-list-item>
            <Link className="rows__title" href={href as Route} dir="auto" lang={lang} data-open>
              {label}
            </Link>
            {hint === "" ? null : (
              <p className="meta" dir="auto">
                {hint}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  ));
}
