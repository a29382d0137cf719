import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import { BareButton, ButtonFace, buttonClass, type FaceLook, shortcutProps } from "./button-face";
import { Icon, type IconName } from "./icon";
import { Link } from "./link";

export interface ButtonLook extends Omit<FaceLook, "drawing"> {
  icon?: IconName | undefined;
}

type ButtonProps = Omit<ComponentProps<typeof BareButton>, "drawing"> & ButtonLook;

/** A control that acts. `isDisabled` keeps it reachable by keyboard; say beside it what is missing. */
export function Button({ icon, ...bare }: ButtonProps) {
  return <BareButton {...bare} drawing={drawn(icon)} />;
}

interface LinkButtonProps<T extends string> extends ButtonLook {
  href: Route<T>;
  label?: string | undefined;
}

/** A link to a page of ours that looks like a button; the address is checked by the compiler. */
export function LinkButton<T extends string>({ href, label, ...look }: LinkButtonProps<T>) {
  return (
    <Link className={buttonClass(look)} href={href} aria-label={label} {...shortcutProps(look.shortcut)}>
      <ButtonFace {...look} drawing={drawn(look.icon)} />
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
      <ButtonFace {...look} drawing={drawn(look.icon)} />
    </a>
  );
}

/** Buttons on one line, wrapping. */
export function Buttons({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <div className={className ? `btns ${className}` : "btns"}>{children}</div>;
}

/** The drawing of a name, for a button. */
export function drawn(icon: IconName | undefined) {
  return icon ? <Icon name={icon} /> : null;
}
