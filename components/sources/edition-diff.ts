interface Stretch {
  readonly kind: "same" | "was" | "now";
  readonly text: string;
}

/** A paragraph with something that changed or beside one, or how many stand between those. */
export type Paragraph =
  | { readonly kind: "text"; readonly stretches: readonly Stretch[] }
  | { readonly kind: "gap"; readonly paragraphs: number };

/** Of words that took the place of others only the later ones end the line that both begin or end, or what came stands in a line of its own. */
function withoutSharedBreaks(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((stretch, index) => {
    const { kind, text } = stretch;
    const [before, behind] = [stretches[index - 1], stretches[index + 1]];
    if (kind === "was" && behind?.kind === "now" && ENDS_LINE.test(behind.text))
      return { kind, text: text.replace(ENDS_LINE, "") };
    if (kind === "now" && before?.kind === "was" && BEGINS_LINE.test(before.text))
      return { kind, text: text.replace(BEGINS_LINE, "") };
    return stretch;
  });
}

const ENDS_LINE = /\s*\n\s*$/u;
const BEGINS_LINE = /^\s*\n\s*/u;

/** A comparison in paragraphs: what changed with one paragraph of what stayed on either side, the rest counted. */
export function paragraphsOf(stretches: readonly Stretch[]): Paragraph[] {
  const lines: Stretch[][] = [[]];
  for (const { kind, text } of withoutSharedBreaks(stretches)) {
    for (const [index, part] of text.split(/\n\s*/u).entries()) {
      if (index > 0 && lines.at(-1)?.length) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ kind, text: part });
    }
  }
  const whole = lines.filter((line) => line.length > 0);
  const isChanged = (line: readonly Stretch[] | undefined) =>
    line?.some(({ kind }) => kind !== "same") ?? false;
  const found: Paragraph[] = [];
  for (const [index, line] of whole.entries()) {
    const isShown = [index - 1, index, index + 1].some((at) => isChanged(whole[at]));
    const last = found.at(-1);
    if (isShown) found.push({ kind: "text", stretches: line });
    else if (last?.kind === "gap") found[found.length - 1] = { kind: "gap", paragraphs: last.paragraphs + 1 };
    else found.push({ kind: "gap", paragraphs: 1 });
  }
  return found;
}
