"use client";

import { useLayoutEffect } from "react";

/**
 * Calls `look` just before what it stands among is taken out of the page. It stands first: React takes children out in
 * their order, and runs the ends of a child's layout effects before it takes the child.
 */
export function LastLook({ look }: { look: () => void }): null {
  useLayoutEffect(() => look, [look]);
  return null;
}
