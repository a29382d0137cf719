"use client";

import { type ComponentProps, useContext } from "react";
import { ButtonFace, buttonClass, type FaceLook, shortcutProps } from "./button-face";
import { SubmitContext } from "./submit-context";

export interface SubmitFaceProps extends FaceLook {
  name?: string | undefined;
  value?: string | undefined;
  /** Another form of the page that it sends, by its id. */
  part?: string | undefined;
  /** Shown while the form is on its way, e.g. "Saving…". */
  pendingLabel?: string | undefined;
}

/** Sends its form once: a second press while it is on its way does nothing, and focus stays on it. */
export function SubmitFace(props: SubmitFaceProps) {
  const { name, value, part, pendingLabel, variant = "main", ...look } = props;
  const { isPending } = useContext(SubmitContext);
  return (
    <PressButton
      {...{ name, value, part }}
      className={buttonClass({ ...look, variant })}
      {...shortcutProps(look.shortcut)}
    >
      <ButtonFace {...look}>{isPending && pendingLabel ? pendingLabel : look.children}</ButtonFace>
    </PressButton>
  );
}

type PressButtonProps = Omit<ComponentProps<"button">, "name" | "value"> &
  Pick<SubmitFaceProps, "name" | "value" | "part">;

/** The same with a face of its own. */
export function PressButton({ name, value, part, children, ...rest }: PressButtonProps) {
  const { isPending: pending, dress } = useContext(SubmitContext);
  return (
    <button
      {...rest}
      type="submit"
      {...(dress ? dress(name, value, part) : { name, value, form: part })}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children}
    </button>
  );
}
