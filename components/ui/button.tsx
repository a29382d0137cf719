import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { Kbd } from "./kbd";

export interface ButtonLook {
  /** `main` once a screen, `stop` for what takes away, `quiet` beside others. */
  variant?: "plain" | "main" | "stop" | "quiet" | undefined;
  isSmall?: boolean | undefined;
  icon?: IconName | undefined;
  /** A single key that presses it (shown on it, and listed by `?`). */
  shortcut?: string | undefined;
  children: ReactNode;
}

interface ButtonProps extends ButtonLook {
  type?: "button" | "submit" | undefined;
  name?: string | undefined;
  value?: string | undefined;
  form?: string | undefined;
  formAction?: ((form: FormData) => void | Promise<void>) | string | undefined;
  onClick?: (() => void) | undefined;
  isDisabled?: boolean | undefined;
  /** The word for readers when the visible text alone is unclear in a list. */
  label?: string | undefined;
  describedBy?: string | undefined;
}

/** A control that acts. `isDisabled` keeps it reachable by keyboard; say beside it what is missing. */
export function Button(props: ButtonProps) {
  const { type = "button", name, value, form, formAction, onClick, isDisabled, label, describedBy } = props;
  return (
    <button
      type={isDisabled ? "button" : type}
      className={buttonClass(props)}
      name={name}
      value={value}
      form={form}
      formAction={formAction}
      onClick={isDisabled ? undefined : onClick}
      aria-disabled={isDisabled || undefined}
      aria-label={label}
      aria-describedby={describedBy}
      {...shortcutProps(props.shortcut)}
    >
      <ButtonFace {...props} />
    </button>
  );
}

interface LinkButtonProps<T extends string> extends ButtonLook {
  href: Route<T>;
  label?: string | undefined;
}

/** A link to a page of ours that looks like a button; the address is checked by the compiler. */
export function LinkButton<T extends string>({ href, label, ...look }: LinkButtonProps<T>) {
  return (
    <Link className={buttonClass(look)} href={href} aria-label={label} {...shortcutProps(look.shortcut)}>
      <ButtonFace {...look} />
    </Link>
  );
}

interface AnchorButtonProps extends ButtonLook {
  href: string;
  label?: string | undefined;
  /** A file name, or true to keep the server's. */
  download?: boolean | string | undefined;
}

/** A plain link that looks like a button: a place on this page, a download, a machine twin, another site. */
export function AnchorButton({ href, label, download, ...look }: AnchorButtonProps) {
  return (
    <a
      className={buttonClass(look)}
      href={href}
      download={download}
      aria-label={label}
      {...shortcutProps(look.shortcut)}
    >
      <ButtonFace {...look} />
    </a>
  );
}

/** Buttons on one line, wrapping. */
export function Buttons({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <div className={className ? `btns ${className}` : "btns"}>{children}</div>;
}

/** The classes of a button, for the few elements that are not one of the three above. */
export function buttonClass({ variant = "plain", isSmall }: Pick<ButtonLook, "variant" | "isSmall">) {
  return ["btn", variant === "plain" ? "" : `btn--${variant}`, isSmall ? "btn--sm" : ""]
    .filter(Boolean)
    .join(" ");
}

/** What a button shows: icon, word, key. */
export function ButtonFace({ icon, shortcut, children }: ButtonLook) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {shortcut ? <Kbd keys={shortcut} isDecoration /> : null}
    </>
  );
}

/** What lets the keyboard find and press a control. */
export function shortcutProps(shortcut: string | undefined) {
  return shortcut ? { "data-key": shortcut, "aria-keyshortcuts": shortcut } : {};
}
