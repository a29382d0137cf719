"use client";

import { useContext } from "react";
import { ButtonFace, type ButtonLook, buttonClass, shortcutProps } from "./button";
import { SubmitContext } from "./submit-context";

interface SubmitButtonProps extends ButtonLook {
  name?: string | undefined;
  value?: string | undefined;
  /** Shown while the form is on its way, e.g. "Saving…". */
  pendingLabel?: string | undefined;
}

/** Sends its form once: a second press while it is on its way does nothing, and focus stays on it. */
export function SubmitButton({ name, value, pendingLabel, variant = "main", ...look }: SubmitButtonProps) {
  const { isPending: pending, dress } = useContext(SubmitContext);
  return (
    <button
      type="submit"
      className={buttonClass({ ...look, variant })}
      {...(dress ? dress(name, value) : { name, value })}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      {...shortcutProps(look.shortcut)}
    >
      <ButtonFace {...look}>{pending && pendingLabel ? pendingLabel : look.children}</ButtonFace>
    </button>
  );
}
