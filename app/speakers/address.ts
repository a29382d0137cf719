import { z } from "zod";
import { SPEAKER_KINDS } from "@/lib/speakers";
import type { SpeakerFilter } from "@/lib/speakers/server";

const text = z.string().max(200).optional().catch(undefined);

const schema = z.object({
  ...{ q: text, role: text, outlet: text, story: text },
  letter: z
    .string()
    .regex(/^[a-z]$/)
    .optional()
    .catch(undefined),
  kind: z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      [given].flat().filter((kind) => (SPEAKER_KINDS as readonly string[]).includes(kind)),
    )
    .optional(),
});

/** What an address of the list may ask for. */
export const KNOWN_SPEAKER_FILTERS = {
  q: "one",
  role: "one",
  outlet: "one",
  story: "one",
  after: "one",
  kind: SPEAKER_KINDS,
  letter: (letter: string) => (/^[a-z]$/u.test(letter) ? null : "It is one letter, a to z."),
} as const;

/** The filters of the list of speakers as an address carries them; what cannot be read narrows nothing. */
export function readSpeakerFilter(params: Record<string, string | string[] | undefined>): SpeakerFilter {
  return schema.parse(params);
}

/** The address of the list, or of its twin, under a filter and from a place in it. */
export function addressOfSpeakers(
  path: string,
  { q, letter, kind = [], role, outlet, story }: SpeakerFilter,
  after?: string | null,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, role, outlet, story, letter }))
    if (value) query.set(name, value);
  for (const each of kind) query.append("kind", each);
  if (after) query.set("after", after);
  const written = query.toString();
  return written ? `${path}?${written}` : path;
}
