// as scripts/front/words.mjs begins them
const BEGINNING = "Turned away: ";

/**
 * The words with which the door of the site turned away what a form sent, before anything behind it had seen it; null for
 * every other failure, of which nobody knows how far it came.
 */
export function wordsOfTurnedAway(error: unknown): string | null {
  if (!(error instanceof Error) || !error.message.startsWith(BEGINNING)) return null;
  return error.message.slice(BEGINNING.length).trim();
}
