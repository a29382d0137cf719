import type { FoundSpeaker } from "@/lib/extraction";
import type { SpeakerKind } from "@/lib/speakers";

/** What a speaker is, and why that is known. */
export interface ShownKind {
  readonly kind: SpeakerKind;
  readonly because: string;
}

const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Senator|Sen|Rep|Gov|Governor|Mayor|Judge|Justice|General|Gen|Colonel|Col|Major|Captain|Sheikh|Maulana|Mullah|Imam|Rabbi|Bishop|Cardinal|Pope|Queen|King|Prince|Princess|Ambassador|Chancellor)\b\.?\s+\S/u;
const BODY =
  /(?:^|\s)(?:Ministry|Department|Agency|Authority|Commission|Committee|Council|Court|University|Institute|Association|Federation|Foundation|Society|Party|Bank|Company|Corporation|Corp|Inc|Ltd|LLC|GmbH|AG|Group|Bureau|Service|Union|Embassy|Parliament|Government)(?=$|[\s.,])/u;

/**
 * What the text shows a speaker to be, or null when it shows nothing: a name alone does not tell a person from a party or a
 * paper, and nobody stores what was not decided.
 */
export function shownKind(speaker: FoundSpeaker | null): ShownKind | null {
  if (speaker === null) return null;
  const { bearer } = speaker;
  if (bearer) return { kind: bearer.sort, because: bearer.because };
  const name = (speaker.canonical ?? speaker.mention.text).trim();
  if (speaker.kind === "collective") return { kind: "collective", because: `*${name}* are several` };
  if (speaker.kind === "anonymous") return { kind: "anonymous", because: `*${name}* tells no name` };
  const pronoun = /^(?:s?he)$/iu.exec(speaker.mention.text)?.[0];
  if (speaker.kind === "pronoun" && speaker.canonical !== null && pronoun !== undefined) {
    return { kind: "person", because: `*${pronoun}* stands for the name` };
  }
  if (speaker.kind !== "named") return null;
  const title = (TITLE.exec(speaker.mention.text) ?? TITLE.exec(name))?.[0].trim().split(/\s/u)[0];
  if (title !== undefined) return { kind: "person", because: `*${title}* stands before the name` };
  const body = BODY.exec(name)?.[0].trim();
  if (body !== undefined) return { kind: "organisation", because: `*${body}* is part of the name` };
  const { role } = speaker;
  return role !== null && /\s/u.test(name)
    ? { kind: "person", because: `*${role}* is the role of a person` }
    : null;
}
