import { extract } from "@/lib/extraction";
import { shownKind } from "@/lib/proposals";
import { nameKey, type SpeakerKind } from "@/lib/speakers";

/** What a name of a table shows of its bearer. */
export interface ShownSpeaker {
  /** The name as it is kept, titles before it left out; null where what stands there names nobody, as “she”. */
  readonly name: string | null;
  /** Null where nothing shows it, and somebody is asked. */
  readonly kind: SpeakerKind | null;
}

/** What names show, by the rules by which an article is read: each as if one had printed it beside its words. */
export function shownSpeakers(
  names: readonly { readonly name: string; readonly role: string }[],
): ShownSpeaker[] {
  return names.map(({ name, role }) => shownIn(name, role) ?? { name, kind: null });
}

/** Null where the rules read something else than the whole name in it. */
function shownIn(name: string, role: string): ShownSpeaker | null {
  const beside = /^[\p{L}\p{M}\s.’'-]{2,80}$/u.test(role) ? `, ${role}` : "";
  const [found, ...others] = extract(`“We will not agree to any of this,” said ${name}${beside}.`, {
    language: "en",
  });
  const speaker = found?.speaker ?? null;
  if (!speaker || others.length > 0) return null;
  if (speaker.kind === "pronoun") return { name: null, kind: null };
  if (nameKey(speaker.mention.text) !== nameKey(name)) return null;
  // “Afghan”, “the report”, “spokesperson”: no name, whatever the words around it would make of it
  if (speaker.kind === "role" || speaker.kind === "none") return null;
  const kind = shownKind(speaker)?.kind ?? null;
  return { name: speaker.kind === "named" && kind === "person" ? (speaker.canonical ?? name) : name, kind };
}
