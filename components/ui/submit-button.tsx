import { type ButtonLook, drawn } from "./button";
import { SubmitFace, type SubmitFaceProps } from "./submit-button.client";

/** Sends its form once: a second press while it is on its way does nothing, and focus stays on it. */
export function SubmitButton({ icon, ...face }: ButtonLook & Omit<SubmitFaceProps, "drawing">) {
  return <SubmitFace {...face} drawing={drawn(icon)} />;
}
