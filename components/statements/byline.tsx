import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { speakerName } from "./words";

interface BylineProps {
  statement: {
    readonly attribution: string;
    readonly roleThen: string;
    readonly speaker: { readonly name: string; readonly slug: string } | null;
  };
  /** Whether the name leads to the page of its speaker. */
  isLinked?: boolean;
  /** What stands in the line below. */
  children?: ReactNode;
}

/** Who spoke, in which role: one line under the words. */
export function Byline({ statement, isLinked = false, children }: BylineProps) {
  const { speaker, roleThen } = statement;
  const name = <bdi>{speakerName(statement)}</bdi>;
  return (
    <p className="byline">
      <b>{isLinked && speaker ? <Link href={`/speakers/${speaker.slug}` as Route}>{name}</Link> : name}</b>
      {roleThen ? (
        <>
          , <bdi>{roleThen}</bdi>
        </>
      ) : null}
      {children ? <br /> : null}
      {children}
    </p>
  );
}
