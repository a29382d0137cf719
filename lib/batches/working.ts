import { Unavailable } from "@/lib/errors";
import { bringRound, freeAfterStart, wordsOf } from "./bringing";

const EVERY_MS = 1500;

/** Brings the files of batches from now on, beside whatever is served; nobody waits for it. */
export function keepBringing(): void {
  let isAtWork = false;
  let isStarted = false;
  const turn = async () => {
    if (isAtWork) return;
    isAtWork = true;
    try {
      if (!isStarted) await freeAfterStart();
      isStarted = true;
      while (await bringRound());
    } catch (error) {
      // a database that is away is asked again in a moment; what waits, waits there
      if (!(error instanceof Unavailable)) console.error(`Batches could not be read: ${wordsOf(error)}`);
    } finally {
      isAtWork = false;
    }
  };
  setInterval(() => void turn(), EVERY_MS).unref();
}
