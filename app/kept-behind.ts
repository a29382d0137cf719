import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { keptOnPage } from "@/components/forms/typed";

/**
 * Before a page leads elsewhere: a form that was sent to it without scripts was not stored, and where it leads nothing of
 * it is drawn. Whoever sent it is told so, beside what they typed; whoever only opens the address is led on.
 */
export async function tellWhatIsKept(): Promise<void> {
  const isSent = (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
  if (isSent && (await keptOnPage()).length > 0) redirect("/account/typed?gone");
}
