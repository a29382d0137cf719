import { now } from "@/lib/env";
import { env } from "@/lib/env/server";
import { Refused } from "@/lib/errors";
import { FetchRefused, fetchPage } from "@/lib/networks/server";
import type { Arriving } from "./arrivals";

/** What stands at an address, as it arrived. @throws {Refused} when fetching is turned off, or the page was not let through or reached */
export async function fetchArriving(
  from: string,
  fetch: typeof fetchPage = fetchPage,
): Promise<Arriving & Required<Pick<Arriving, "answer">>> {
  const refused = (rule: string, message: string) =>
    new Refused([{ rule: `import.${rule}`, message, field: "from" }]);
  if (!env().isFetchOn)
    throw refused(
      "fetch_off",
      "Here no page is fetched (FETCH=off). Paste the article, or save the page and choose the file.",
    );
  const { bytes, ...answer } = await fetch(from).catch((error: unknown) => {
    if (!(error instanceof FetchRefused)) throw error;
    throw refused(RULES[error.why] ?? "fetch", error.message);
  });
  return { bytes, name: from, answer: { ...answer, at: now() } };
}

/** By why an address was not read: what somebody who asks many of them goes by. */
const RULES: Readonly<Record<string, string>> = { network: "fetch_network", busy: "fetch_busy" };
