import type { Route } from "next";
import { redirect } from "next/navigation";
import { readSending } from "@/lib/forms";
import { takeForm } from "@/lib/http";
import { discardTyped, keepSent } from "@/lib/sendings/server";
import { NotKept, requireSender } from "../../sender";
import { orGivenBack } from "../page-of-typed";

/** Lets go of what was kept of a form, and shows its page without it. */
export const POST = takeForm((form) =>
  orGivenBack(form, async () => {
    const actor = await requireSender(form);
    const [id = "", name = ""] = String(form.get("discard") ?? "").split(" ");
    // the other forms of the page came along; what is typed in them stays
    const why = await keepSent(actor.id, form, [name]);
    if (why !== null) throw new NotKept(why);
    await discardTyped(actor, { id });
    redirect((readSending(form)?.place ?? "/account/typed") as Route);
  }),
);
