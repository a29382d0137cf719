import type { FoundSpeaker, Mention, Proposal, Span } from "../model";
import type { Reading } from "../text";

/** A proposal about the text that was read, as one about the text that was pasted. */
export function inSource(proposal: Proposal, reading: Reading): Proposal {
  const asRead = piecesAsRead(proposal.pieces, reading);
  if (reading.isPlain) return { ...proposal, asRead };
  const { source } = reading;
  const mention = (span: Span): Mention => mentionOf(source, reading.spanOf(span));
  const pieces = proposal.pieces
    .flatMap((piece) => reading.piecesOf(piece))
    .map((span) => mentionOf(source, span))
    .filter(({ text }) => /\S/u.test(text));
  const startUtf16 = pieces[0]?.startUtf16 ?? 0;
  const endUtf16 = pieces.at(-1)?.endUtf16 ?? startUtf16;
  return {
    ...proposal,
    startUtf16,
    endUtf16,
    wording: source.slice(startUtf16, endUtf16),
    pieces,
    asRead,
    cue: proposal.cue && mention(proposal.cue),
    speaker: proposal.speaker && speakerInSource(proposal.speaker, reading, mention),
    addressee: proposal.addressee && mention(proposal.addressee),
    chain: proposal.chain.map(mention),
    editMarks: proposal.editMarks.map((mark) => ({ ...mark, ...mention(mark) })),
    context: mention(proposal.context),
    ...(proposal.said === undefined
      ? {}
      : {
          said: {
            when: proposal.said.when && mention(proposal.said.when),
            place: proposal.said.place && mention(proposal.said.place),
            event: proposal.said.event && mention(proposal.said.event),
          },
        }),
    evidence: proposal.evidence.map((one) => ({
      ...one,
      because: reading.nameOf(one.because),
      span: one.span && reading.spanOf(one.span),
    })),
  };
}

/** The pieces as they read; two with nothing but a line end between them are one, as two paragraphs of a turn are. */
function piecesAsRead(pieces: readonly Span[], reading: Reading): string[] {
  const read: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const words = reading.asRead(piece).replace(/\s+/gu, " ").trim();
    const before = pieces[index - 1];
    const between = before === undefined ? "" : reading.text.slice(before.endUtf16, piece.startUtf16);
    const isApart = before === undefined || /[\p{L}\p{N}]/u.test(between);
    if (isApart) read.push(words);
    else read.push(`${read.pop() ?? ""} ${words}`);
  }
  return read;
}

function speakerInSource(
  speaker: FoundSpeaker,
  reading: Reading,
  mention: (span: Span) => Mention,
): FoundSpeaker {
  return {
    ...speaker,
    mention: mention(speaker.mention),
    canonical: speaker.canonical && reading.nameOf(speaker.canonical),
    attribution: attributionInSource(speaker, reading),
  };
}

/** What the source prints for the attribution, which begins with the mention unless another noun stands for it. */
function attributionInSource({ attribution, mention }: FoundSpeaker, reading: Reading): string {
  const { startUtf16 } = mention;
  const endUtf16 = startUtf16 + attribution.length;
  if (reading.text.slice(startUtf16, endUtf16) !== attribution) return attribution;
  const span = reading.spanOf({ startUtf16, endUtf16 });
  return reading.source.slice(span.startUtf16, span.endUtf16).replace(/\s+/gu, " ");
}

function mentionOf(text: string, { startUtf16, endUtf16 }: Span): Mention {
  return { startUtf16, endUtf16, text: text.slice(startUtf16, endUtf16) };
}
