import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const ICON_OF_TONE = {
  plain: "info",
  stop: "circle-x",
  care: "triangle-alert",
  pass: "circle-check",
} as const satisfies Record<string, IconName>;

interface NoteProps {
  /** Tones speak of forms and checks, never of a speaker or a claim. */
  tone?: keyof typeof ICON_OF_TONE | undefined;
  title: ReactNode;
  icon?: IconName | undefined;
  /** Announce it when it appears: after an action, not on every page. */
  isLive?: boolean | undefined;
  children?: ReactNode;
}

/** Says what happened, what was kept and what to do. */
export function Note({ tone = "plain", title, icon, isLive, children }: NoteProps) {
  return (
    <div className={tone === "plain" ? "note" : `note note--${tone}`} role={isLive ? "status" : undefined}>
      <Icon name={icon ?? ICON_OF_TONE[tone]} />
      <div>
        <b>{title}</b>
        {children}
      </div>
    </div>
  );
}

interface EmptyProps {
  title: ReactNode;
  /** A heading of this level keeps the page's order. */
  level?: 2 | 3 | undefined;
  /** What to do next: buttons or links. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** Nothing here, and what to do next. */
export function Empty({ title, level = 2, actions, children }: EmptyProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Heading className="empty__title">{title}</Heading>
      {typeof children === "string" ? <p>{children}</p> : children}
      {actions ? <div className="btns">{actions}</div> : null}
    </div>
  );
}

/** Grey lines of the height of what is coming, so that nothing jumps; for parts that load in the browser. */
export function Bones({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div role="status">
      <span className="vh">{label}</span>
      {Array.from({ length: lines }, (_, line) => `bone-${line}`).map((key) => (
        <span key={key} className="bone" aria-hidden="true" />
      ))}
    </div>
  );
}
