import type { ReactNode } from "react";

interface ScrollProps {
  /** Names what scrolls, for whoever reaches it by keyboard. */
  label: string;
  /** Begin at the right edge on narrow screens, where a timeline's latest days stand. */
  isFromEnd?: boolean | undefined;
  children: ReactNode;
}

/** Something wider than the page, which scrolls by itself so that the page never does. */
export function Scroll({ label, isFromEnd, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={isFromEnd ? "scroll scroll--end" : "scroll"} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

interface TableProps {
  label: string;
  /** Said above the table; without it `label` is its caption, unseen. */
  caption?: ReactNode;
  /**
   * The least width before it scrolls: s 480, m 620, l 860 px. On a phone its rows are blocks instead, in which `data-label` names a cell
   * that does not tell what it is.
   */
  least?: "s" | "m" | "l" | undefined;
  className?: string | undefined;
  /** `<thead>` and `<tbody>`; give `<th scope>` and class `r` to columns of figures. */
  children: ReactNode;
}

/** A table that scrolls inside itself where it is wider than its page. */
export function Table({ label, caption, least, className, children }: TableProps) {
  const classes = ["table", least ? `table--${least}` : "", className ?? ""].filter(Boolean).join(" ");
  return (
    <Scroll label={`${label}, table`}>
      <table className={classes}>
        <caption className={caption ? undefined : "vh"}>{caption ?? label}</caption>
        {children}
      </table>
    </Scroll>
  );
}

/** A bar as long as its share; always beside the figure that it draws. */
export function Bar({ value, max }: { value: number; max: number }) {
  return (
    <svg
      className="barline"
      viewBox="0 0 100 7"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect width={max > 0 ? (100 * value) / max : 0} height="7" fill="currentColor" />
    </svg>
  );
}

/** How far something has come, in words beside it and as a thin line. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  return <progress className="progress" aria-label={label} value={value} max={max} />;
}
