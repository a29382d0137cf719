import type { Route } from "next";
import { redirect } from "next/navigation";
import { readSending } from "@/lib/forms";
import { takeForm } from "@/lib/http";
import { discardTyped, keepSent } from "@/lib/sendings/server";
import { requireSender } from "../../sender";

/** Lets go of what was kept of a form, and shows its page without it. */
export const POST = takeForm(async (form) => {
  const actor = await requireSender(form);
  const [id = "", name = ""] = String(form.get("discard") ?? "").split(" ");
  // the other forms of the page came along; what is typed in them stays
  await keepSent(actor.id, form, [name]);
  await discardTyped(actor, { id });
  redirect((readSending(form)?.place ?? "/account/typed") as Route);
});
