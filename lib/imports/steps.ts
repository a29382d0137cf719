import { extract, type Proposal, type Span } from "@/lib/extraction";
import { keptFind } from "@/lib/proposals";
import { shinglesOf } from "@/lib/shingles";
import { guessLanguage, partEnd } from "@/lib/text";

/** How much text is read at once, in UTF-16 units; nearly every article is shorter. */
const STEP_UTF16 = 48_000;

/** What one step found, and where the text begins that is not read yet; null at its end. */
export interface Step {
  readonly found: readonly ReturnType<typeof keptFind>[];
  readonly unreadFromUtf16: number | null;
  /** As which language it was read (BCP 47). */
  readonly language: string;
  /** The shingles of the whole text, where they were asked for and it was read in one step. */
  readonly shingles?: ReadonlySet<number>;
}

/** A question of the thread; its answer is a `Step`. */
export interface Question {
  readonly text: string;
  readonly fromUtf16: number;
  /** BCP 47; null for what the text itself shows. */
  readonly language: string | null;
  readonly withShingles?: boolean;
}

/** `readStep`, with the shingles of the text where they are wanted too: taken here, where nobody waits for the one that writes. */
export function answerTo({ text, fromUtf16, language, withShingles }: Question): Step {
  const step = readStep(text, fromUtf16, language);
  const isWhole = fromUtf16 === 0 && step.unreadFromUtf16 === null;
  return withShingles && isWhole ? { ...step, shingles: shinglesOf(text) } : step;
}

/**
 * Reads the part of a text that begins at `fromUtf16`; offsets are those of the whole text. A part is read by itself:
 * a speaker whose full name stands only in another part keeps the name that is printed here. A language that nobody said is guessed.
 */
function readStep(text: string, fromUtf16: number, said: string | null): Step {
  const language = said ?? guessLanguage(text)?.language ?? "en";
  const end = partEnd(text, fromUtf16, STEP_UTF16);
  const found = extract(text.slice(fromUtf16, end), { language });
  return {
    // written here, in the thread: what is handed on is kept as it comes
    found: found.map((proposal) => keptFind(fromUtf16 === 0 ? proposal : shifted(proposal, fromUtf16))),
    unreadFromUtf16: end === text.length ? null : end,
    language,
  };
}

function shifted(proposal: Proposal, by: number): Proposal {
  const { speaker, cue, addressee } = proposal;
  const shift = <T extends Span>(span: T): T => ({
    ...span,
    startUtf16: span.startUtf16 + by,
    endUtf16: span.endUtf16 + by,
  });
  return {
    ...shift(proposal),
    pieces: proposal.pieces.map(shift),
    cue: cue && shift(cue),
    speaker: speaker && { ...speaker, mention: shift(speaker.mention) },
    addressee: addressee && shift(addressee),
    chain: proposal.chain.map(shift),
    editMarks: proposal.editMarks.map(shift),
    context: shift(proposal.context),
    ...(proposal.said === undefined
      ? {}
      : {
          said: {
            when: proposal.said.when && shift(proposal.said.when),
            place: proposal.said.place && shift(proposal.said.place),
            event: proposal.said.event && shift(proposal.said.event),
          },
        }),
    evidence: proposal.evidence.map((one) => ({ ...one, span: one.span && shift(one.span) })),
  };
}
