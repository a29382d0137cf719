import { KeptNamed } from "./kept-named";
import { keptOnPage } from "./typed";

/**
 * Stands where a page draws something else in place of its form, because of what a colleague did meanwhile: the answer to
 * what was sent into that form has no other place to be told, and what was typed none to stand in.
 */
export async function KeptHere() {
  const kept = await keptOnPage();
  return kept.length === 0 ? null : (
    <div role="status">
      <KeptNamed kept={kept}>What you typed here was not stored, and is kept</KeptNamed>
    </div>
  );
}
