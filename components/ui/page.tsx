import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

interface PageProps {
  isWide?: boolean | undefined;
  /** Stands at the head of the printed page. */
  printTitle?: ReactNode;
  children: ReactNode;
}

/** The column every page stands in. The layout already gives `<main id="main">`. */
export function Page({ isWide, printTitle, children }: PageProps) {
  return (
    <div className={isWide ? "page wide" : "page"}>
      {printTitle ? (
        <div className="print-only">
          <div className="running">
            <span>Verbatim</span>
            <span>{printTitle}</span>
          </div>
        </div>
      ) : null}
      {children}
    </div>
  );
}

interface PageHeadProps {
  title: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
}

/** The page's one `<h1>`, a sentence about it, and what can be done with the whole of it. */
export function PageHead({ title, lede, actions }: PageHeadProps) {
  return (
    <div className="pagehead">
      <div>
        <h1>{title}</h1>
        {lede ? <p>{lede}</p> : null}
      </div>
      {actions ? <div className="btns noprint">{actions}</div> : null}
    </div>
  );
}

interface SectionProps {
  /** The id of the section; also the target of a link to it. */
  id: string;
  title: ReactNode;
  /** Caveats and counts, under the name in the margin. */
  margin?: ReactNode;
  isLast?: boolean | undefined;
  children: ReactNode;
}

/** The margin says what, the measure says it. */
export function Section({ id, title, margin, isLast, children }: SectionProps) {
  return (
    <section className={isLast ? "sec sec--last" : "sec"} id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {typeof margin === "string" ? <p>{margin}</p> : margin}
      </header>
      <div>{children}</div>
    </section>
  );
}

interface CrumbsProps<T extends string> {
  /** The pages above this one, outermost first. */
  above: readonly { href: Route<T>; label: ReactNode }[];
  here: ReactNode;
}

/** Where you are. */
export function Crumbs<T extends string>({ above, here }: CrumbsProps<T>) {
  return (
    <nav className="crumbs noprint" aria-label="Where you are">
      {above.map((step) => (
        <span key={step.href}>
          <Link href={step.href}>{step.label}</Link> <span aria-hidden="true">/</span>
        </span>
      ))}
      <span aria-current="page">{here}</span>
    </nav>
  );
}
