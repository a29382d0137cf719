import { voicesOf } from "@/components/statements/voices";
import type { Change } from "@/lib/lineage";

/** A stretch of a printing in one voice, and what became of it beside the printing that it is compared with. */
export interface Drawn {
  readonly kind: "same" | "dropped" | "now";
  readonly text: string;
  readonly voice: "speaker" | "reporter";
}

/**
 * The words of a printing with what differs, each stretch in its voice: what is not there any more has none. A space behind
 * marked words is not marked with them.
 */
export function drawnWords(wording: string, form: string, changes: readonly Change[] | null): Drawn[] {
  const voices = voicesOf(wording, form);
  const told: readonly Change[] = changes ?? [{ kind: "same", text: wording }];
  let at = 0;
  return told.flatMap((change): Drawn[] => {
    const dropped: Drawn[] =
      change.kind === "dropped" || change.kind === "altered"
        ? withoutSpace({ kind: "dropped", text: change.was.trimEnd().concat(" "), voice: "speaker" })
        : [];
    if (change.kind === "dropped") return dropped;
    const text = change.kind === "same" ? change.text : change.now;
    const from = at;
    at += text.length;
    const kind = change.kind === "same" ? "same" : "now";
    const here = cut(voices, from, at).map((part): Drawn => ({ kind, ...part }));
    return [...dropped, ...here.flatMap(withoutSpace)];
  });
}

function withoutSpace(part: Drawn): Drawn[] {
  const words = part.text.trimEnd();
  if (part.kind === "same" || words === part.text) return [part];
  return [
    { ...part, text: words },
    { ...part, kind: "same", text: part.text.slice(words.length) },
  ].filter(({ text }) => text !== "") as Drawn[];
}

function cut(voices: ReturnType<typeof voicesOf>, from: number, to: number) {
  let at = 0;
  return voices.flatMap(({ text, voice }) => {
    const [start, end] = [Math.max(from, at), Math.min(to, at + text.length)];
    const part = text.slice(start - at, end - at);
    at += text.length;
    return end > start ? [{ text: part, voice }] : [];
  });
}
