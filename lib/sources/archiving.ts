/** A page elsewhere that makes a copy of another page when somebody opens it. */
export interface SavePage {
  readonly name: string;
  readonly href: string;
}

/**
 * Where a copy of a page is made by who opens it: each archive’s own page for that, with the address filled in. None for what
 * no archive could open. The part behind # is left off, as no server is ever sent it.
 */
export function savePagesFor(address: string | null): SavePage[] {
  const url = address === null || !URL.canParse(address) ? null : new URL(address);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) return [];
  // a password in an address is nobody else's
  if (url.username !== "" || url.password !== "") return [];
  url.hash = "";
  return [
    { name: "Internet Archive", href: `https://web.archive.org/save/${url.href}` },
    { name: "archive.today", href: `https://archive.today/?url=${encodeURIComponent(url.href)}` },
  ];
}
