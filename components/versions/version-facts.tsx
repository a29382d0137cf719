import type { Route } from "next";
import type { Fact } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { languageName } from "@/lib/statements";
import { AXES } from "@/lib/verdicts";
import type { VersionFields } from "@/lib/versions";

interface Shown {
  readonly publishedAt: Date;
  readonly statement: Omit<VersionFields, "verdicts">;
  /** Those of that day. */
  readonly verdicts: VersionFields["verdicts"];
}

/** What a version says besides its words; what it does not have is left out. */
export function versionFacts({ publishedAt, statement, verdicts }: Shown): Fact[] {
  const { source, grade, originalLanguage } = statement;
  const facts: readonly (readonly [string, string])[] = [
    ["Attribution", statement.attribution],
    ["Through", statement.hops.map(({ name }) => name).join(", ")],
    ["Cue", statement.cue],
    ["Told to", statement.addressee],
    ["Place", statement.place],
    ["Event", statement.event],
    ["Context", statement.context],
    ["Translated from", originalLanguage ? languageName(originalLanguage) : ""],
    ["Translated by", statement.translatedBy ?? ""],
    ...AXES.map(({ key, label }) => {
      const given = verdicts.find(({ axis }) => axis === key);
      return [`“${label}”`, given?.label ?? "Not judged"] as const;
    }),
    ["Grade", grade ? `${grade.reliability}${grade.credibility}` : "Not assessed"],
  ];
  return [
    { name: "Published", value: <Time value={publishedAt} precision="time" /> },
    ...(source
      ? [
          {
            name: "Source",
            value: (
              <>
                <Link href={`/sources/${source.publicId}` as Route}>
                  <bdi>{source.title}</bdi>
                </Link>
                {source.outlet ? (
                  <>
                    , <bdi>{source.outlet.name}</bdi>
                  </>
                ) : null}
              </>
            ),
          },
        ]
      : []),
    ...facts
      .filter(([, value]) => value !== "")
      .map(([name, value]) => ({ name, value: <span dir="auto">{value}</span> })),
  ];
}
