import type { ReactNode } from "react";
import { Kbd } from "./kbd";

/** How a button looks, with its drawing at hand: what scripts draw in the browser does not know every icon. */
export interface FaceLook {
  /** `main` once a screen, `stop` for what takes away, `quiet` beside others. */
  variant?: "plain" | "main" | "stop" | "quiet" | undefined;
  isSmall?: boolean | undefined;
  drawing?: ReactNode;
  /** A single key that presses it (shown on it, and listed by `?`). */
  shortcut?: string | undefined;
  children: ReactNode;
}

interface BareButtonProps extends FaceLook {
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
export function BareButton(props: BareButtonProps) {
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

/** The classes of a button, for the few elements that are not one of the three above. */
export function buttonClass({ variant = "plain", isSmall }: Pick<FaceLook, "variant" | "isSmall">) {
  return ["btn", variant === "plain" ? "" : `btn--${variant}`, isSmall ? "btn--sm" : ""]
    .filter(Boolean)
    .join(" ");
}

/** What a button shows: icon, word, key. */
export function ButtonFace({ drawing, shortcut, children }: FaceLook) {
  return (
    <>
      {drawing}
      {children}
      {shortcut ? <Kbd keys={shortcut} isDecoration /> : null}
    </>
  );
}

/** What lets the keyboard find and press a control. */
export function shortcutProps(shortcut: string | undefined) {
  return shortcut ? { "data-key": shortcut, "aria-keyshortcuts": spokenKey(shortcut) } : {};
}

/** A key as assistive technology names it: a capital letter is pressed with shift. */
export function spokenKey(key: string): string {
  return /^[A-Z]$/.test(key) ? `Shift+${key}` : key;
}
