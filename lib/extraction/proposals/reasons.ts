import type { Draft } from "../drafts";
import { isNegated } from "../frames";
import type { Article } from "../grammar";
import type { Evidence, FoundSpeaker, Mention, Span } from "../model";
import type { Report } from "../reports";
import type { Stretch } from "../text";
import { firstEndingAfter } from "../text";
import { lastWordOf } from "../weights";

interface Known {
  readonly speaker: FoundSpeaker | null;
  readonly resolution: { readonly because: string; readonly antecedent: Span | null } | null;
  readonly cue: Mention | null;
  readonly addressee: Mention | null;
  readonly chain: readonly Mention[];
  readonly isDenial: boolean;
}

/** Why a statement was found, one plain clause a reason, in the order in which a reporter would check them. */
export function reasonsFor(article: Article, draft: Draft, known: Known): Evidence[] {
  const { text } = article;
  const { cue, addressee, speaker, chain, resolution } = known;
  const reasons: Evidence[] = [];
  if (cue !== null) {
    const to = addressee === null ? "" : ` with addressee ${addressee.text}`;
    reasons.push({ what: "cue", because: `${cuePhrase(draft, cue)}${to}`, span: spanOf(cue) });
  }
  if (known.isDenial && cue !== null) {
    reasons.push({
      what: "cue",
      because: `*${cue.text}* makes it a denial of these words`,
      span: spanOf(cue),
    });
  } else if (draft.frame !== null && isNegated(draft.frame) && cue !== null) {
    reasons.push({
      what: "cue",
      because: `the cue is negated: check who says that it was not said`,
      span: spanOf(cue),
    });
  }
  if (addressee !== null)
    reasons.push({ what: "addressee", because: `said to ${addressee.text}`, span: spanOf(addressee) });
  reasons.push(...marksOf(article, draft));
  reasons.push(boundaryOf(text, draft));
  if (draft.report?.told)
    reasons.push({
      what: "cue",
      because: `*${text.slice(draft.report.told.startUtf16, draft.report.told.endUtf16)}* is the form for what others say`,
      span: draft.report.told,
    });
  if (draft.report?.isInherited && draft.how !== "floating" && speaker !== null)
    reasons.push({
      what: "inherited",
      because: `nobody else is named; ${speaker.mention.text} was speaking just before`,
      span: spanOf(speaker.mention),
    });
  if (draft.how === "floating" || draft.how === "continued") {
    const because =
      draft.how === "continued"
        ? `the quotation is taken up again in ${runsOn(text, draft) ? "the next" : "the same"} paragraph without a new speaker`
        : speaker === null
          ? "nobody is named beside this quotation"
          : `no cue stands beside it; ${speaker.mention.text} was speaking just before`;
    reasons.push({ what: "inherited", because, span: speaker === null ? null : spanOf(speaker.mention) });
  }
  if (draft.how === "led" && speaker !== null)
    reasons.push({
      what: "inherited",
      because: `no cue stands beside it; the sentence before is about ${speaker.mention.text}`,
      span: spanOf(speaker.mention),
    });
  if (speaker !== null && resolution !== null) {
    reasons.push({
      what: "speaker",
      because: resolution.because,
      span: resolution.antecedent ?? spanOf(speaker.mention),
    });
  }
  for (const hop of chain)
    reasons.push({
      what: "chain",
      because: `told at second hand: ${hop.text} reports it`,
      span: spanOf(hop),
    });
  return reasons;
}

/** Whether the last piece stands in a later paragraph than the one before it. */
function runsOn(text: string, { spans }: Draft): boolean {
  const [before, last] = [spans.at(-2), spans.at(-1)];
  return (
    before !== undefined && last !== undefined && text.slice(before.endUtf16, last.startUtf16).includes("\n")
  );
}

function spanOf({ startUtf16, endUtf16 }: Span): Span {
  return { startUtf16, endUtf16 };
}

function cuePhrase(draft: Draft, cue: Mention): string {
  if (draft.how === "name-colon") return "a name and a colon stand before the words";
  if (draft.how === "post") return "a voice or a handle and a colon stand before the words";
  if (draft.how === "introduced") return "a colon introduces the quotation";
  if (draft.how === "headline") return "a verb of saying and who says it end the headline";
  if (draft.how === "row") return "a name stands in the same row of a table";
  if (draft.how === "turn") return "these words stand behind the label in a transcript";
  if (draft.how === "signed") return "a name stands after the quotation as a signature";
  if (draft.how === "announced") return `*${cue.text}* announces the words that follow the colon`;
  if (draft.report !== undefined) return SHAPES[draft.report.shape](cue.text);
  const complement = draft.frame?.site.complement ?? "";
  if (complement === "that") return `*${cue.text} that*`;
  if (complement === "to" || complement === "np+to") return `*${cue.text} … to*`;
  return `*${cue.text}*`;
}

const SHAPES: Readonly<Record<Report["shape"], (cue: string) => string>> = {
  tag: (cue) => `*${cue}* beside the words says whose they are`,
  colon: (cue) => `*${cue}* with a colon`,
  that: (cue) => `*${cue}* with a clause of what is said`,
  whether: (cue) => `*${cue}* with a clause of what is asked or left open`,
  bare: (cue) => `*${cue}* with a clause in reported speech`,
  infinitive: (cue) => `*${cue}* with an infinitive of what is said`,
  quoted: (cue) => `*${cue}* with words in quotation marks`,
  source: (cue) => `*${cue}* names whose words the sentence tells`,
  dialogue: (cue) => `a dash opens the words, and *${cue}* says whose they are`,
  told: () => "the sentence goes on in reported speech",
  introduced: () => "a colon introduces the quotation",
  floating: () => "nobody is named beside this quotation",
};

function marksOf({ text, stretches }: Article, draft: Draft): Evidence[] {
  const inside = draft.spans.flatMap((span) => {
    const found: Stretch[] = [];
    for (let at = firstEndingAfter(stretches, span.startUtf16); at < stretches.length; at += 1) {
      const stretch = stretches[at];
      if (stretch === undefined || stretch.startUtf16 >= span.endUtf16) break;
      found.push(stretch);
    }
    return found;
  });
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return [];
  if (!last.isClosed) {
    return [
      {
        what: "marks",
        because: "the closing quotation mark is missing; the end was inferred",
        span: spanOf(last),
      },
    ];
  }
  const word = lastWordOf(text, last.inner.startUtf16, last.inner.endUtf16);
  const count = inside.length > 1 ? `${inside.length} quoted pieces; the last ` : "quotation ";
  return [
    {
      what: "marks",
      because: word === null ? "words in quotation marks" : `${count}closes after *${word}*`,
      span: spanOf(first),
    },
  ];
}

function boundaryOf(text: string, draft: Draft): Evidence {
  const last = draft.spans.at(-1) ?? { startUtf16: 0, endUtf16: 0 };
  const word = lastWordOf(text, last.startUtf16, last.endUtf16) ?? "";
  const after = text.slice(last.endUtf16, last.endUtf16 + 40).replace(/^["”’'»]+/u, "");
  const next = /^[,;]?\s*([\p{L}\p{N}][\p{L}\p{N}’'-]*)/u.exec(after)?.[1];
  const span = {
    startUtf16: Math.max(last.startUtf16, last.endUtf16 - word.length - 1),
    endUtf16: last.endUtf16,
  };
  if (
    /^\s*(?:[.!?…]|$|\n)/.test(after) ||
    /[.!?…]["”’'»]*$/u.test(text.slice(last.startUtf16, last.endUtf16))
  ) {
    return { what: "boundary", because: `runs to the end of the sentence, *${word}*`, span };
  }
  return {
    what: "boundary",
    because: next === undefined ? `ends after *${word}*` : `ends after *${word}*, before *${next}*`,
    span,
  };
}
