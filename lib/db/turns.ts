import { noteAsked } from "./leisure";

/** How long queries that are answered at once may follow each other before somebody else gets their turn. */
const MOST_MS = 25;

let since = performance.now();

/**
 * Lets others have their turn when that is due. SQLite answers at once, without any pause in which the site could answer
 * somebody else: a transaction of a thousand queries, or a page of fifty, would hold up every other page to its end.
 */
export async function giveTurn(): Promise<void> {
  noteAsked();
  if (performance.now() - since < MOST_MS) return;
  await new Promise(setImmediate);
  since = performance.now();
}
