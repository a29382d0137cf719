/** The pages whose forms are drawn for whoever is not signed in, and keep nothing of them. */
const PLACES = new Set(["/sign-in", "/set-password", "/check/bibliography"]);

/** Whether the form of a page is one that everybody is drawn, signed in or not. */
export function isForEverybody(place: string | undefined): boolean {
  return PLACES.has(place ?? "");
}
