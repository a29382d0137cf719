"use client";

import { useFormStatus } from "react-dom";
import { ButtonFace, type ButtonLook, buttonClass, shortcutProps } from "./button";

interface SubmitButtonProps extends ButtonLook {
  name?: string | undefined;
  value?: string | undefined;
  /** Shown while the form is on its way, e.g. "Saving…". */
  pendingLabel?: string | undefined;
}

/** Sends its form once: a second press while it is on its way does nothing, and focus stays on it. */
export function SubmitButton({ name, value, pendingLabel, variant = "main", ...look }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={buttonClass({ ...look, variant })}
      name={name}
      value={value}
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
