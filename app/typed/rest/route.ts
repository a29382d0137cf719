import type { Route } from "next";
import { redirect } from "next/navigation";
import { readSending } from "@/lib/forms";
import { takeForm } from "@/lib/http";
import { keepSent } from "@/lib/sendings/server";
import { NotKept, requireSender } from "../../sender";
import { orGivenBack } from "../page-of-typed";

/**
 * Keeps all that was typed into the forms of a page, and goes on: to a search on that page, to another part of it, or
 * back to it. What a link would lose without scripts, a button that leads here does not.
 */
export const POST = takeForm((form) =>
  orGivenBack(form, async () => {
    const actor = await requireSender(form);
    const why = await keepSent(actor.id, form);
    if (why !== null) throw new NotKept(why);
    const place = readSending(form)?.place ?? "/account/typed";
    const to = String(form.get("to") ?? "");
    const find = shortened(String(form.get("find") ?? ""));
    if (to === "find") redirect(`${place}?find=${encodeURIComponent(find)}#find` as Route);
    // only what stays on the page: a query or a part of it, as an address has them
    redirect(`${place}${/^[?#][!-~]*$/.test(to) ? to : ""}` as Route);
  }),
);

/** At most 300 UTF-16 units, and no half of a letter, which no address can hold. */
function shortened(text: string): string {
  return text.slice(0, 300).replace(/[\ud800-\udbff]$/, "");
}
