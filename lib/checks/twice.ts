import { Refused } from "@/lib/errors";

interface Named {
  readonly name: string;
  readonly text: string;
}

/**
 * Refuses a text that stands behind the draft already: it finds nothing more, and without scripts *Back* brings what was pasted
 * into a form that looks unsent. @throws {Refused} `check.material_again`
 */
export function refuseTwice(kept: readonly Named[], added: readonly Named[]): void {
  const there = kept
    .filter(({ text }) => added.some((one) => one.text === text))
    .map(({ name }) => `“${name}”`);
  if (there.length === 0) return;
  const message = `This very text is there already, as ${there.join(", ")}. Nothing was added.`;
  throw new Refused([{ rule: "check.material_again", message, field: "notes" }]);
}
