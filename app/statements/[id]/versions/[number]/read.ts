import { notFound } from "next/navigation";
import { cache } from "react";
import { getActor } from "@/lib/auth/server";
import { NotFound } from "@/lib/errors";
import { versionNumber } from "@/lib/versions";
import { getVersion } from "@/lib/versions/server";

/** The version at an address, read once for its page and its head; the site's own 404 when there is none to see. */
export const readVersion = cache(async (publicId: string, number: string) => {
  try {
    return await getVersion(await getActor(), { publicId, number: versionNumber(number) });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});
