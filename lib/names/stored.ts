import { z } from "zod";
import { namesInByline } from "./byline";
import type { Name } from "./model";
import { personOf } from "./person";

const text = z.string().min(1);
const handle = text.optional();
const storedSchema = z.array(
  z.union([
    z.object({ kind: z.literal("body"), literal: text, handle }),
    z.object({ kind: z.literal("person"), literal: text, handle }),
    z.object({
      kind: z.literal("person"),
      family: text,
      given: text.optional(),
      particle: text.optional(),
      droppingParticle: text.optional(),
      suffix: text.optional(),
      isFamilyFirst: z.literal(true).optional(),
      handle,
    }),
  ]),
);

/** Names as they are kept in a column: JSON. */
export function storeNames(names: readonly Name[]): string {
  return JSON.stringify(names);
}

/** The authors of a source: as they are kept, or read from the byline of a source that was recorded before they were. */
export function authorsOf({
  author,
  authorNames,
}: {
  readonly author: string | null;
  readonly authorNames?: string | null;
}): readonly Name[] {
  return namesStored(authorNames) ?? namesInByline(author);
}

/** A speaker's name: as it is kept, or read from the name as the kind of speaker says; what is no person is a body. */
export function speakerNameOf(speaker: {
  readonly name: string;
  readonly kind: string;
  readonly nameParts?: string | null;
}): Name {
  return namesStored(speaker.nameParts)?.[0] ?? readSpeakerName(speaker);
}

/** A speaker's name read anew; `kind` decides whether it is a person's. */
export function readSpeakerName({ name, kind }: { readonly name: string; readonly kind: string }): Name {
  return kind === "person" ? personOf(name) : { kind: "body", literal: name };
}

// the sources of a list share their bylines, and a list asks for them at every row
const MOST_KNOWN = 2000;
const known = new Map<string, readonly Name[] | null>();

function namesStored(stored: string | null | undefined): readonly Name[] | null {
  if (!stored) return null;
  const before = known.get(stored);
  if (before !== undefined) return before;
  const read = storedSchema.safeParse(JSON.parse(stored));
  const names = read.success ? (read.data as Name[]) : null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(stored, names);
  return names;
}
