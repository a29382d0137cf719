import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of ours. Nothing is fetched before it is followed: every page is made for its reader, so that a list
 * of forty would ask the server for forty pages that nobody opens.
 */
export function Link<T extends string>(props: Omit<ComponentProps<typeof NextLink<T>>, "prefetch">) {
  return <NextLink<T> {...(props as ComponentProps<typeof NextLink<T>>)} prefetch={false} />;
}
