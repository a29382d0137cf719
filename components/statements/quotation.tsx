import type { Route } from "next";
import Link from "next/link";
import { opensWithMark, type Voice, voicesOf } from "./voices";

interface QuotationProps {
  wording: string;
  form: string;
  language: string;
  /** The speaker denies what the wording says. */
  isDenial?: boolean | undefined;
  /** `list` in dense lists, `reading` in generous ones, `lead` on the front page. */
  size?: "list" | "reading" | "lead" | undefined;
  /** The page of the statement, when the words lead to it. */
  href?: string | undefined;
}

const SIZES = { list: "q q--1", reading: "q q--2", lead: "q q--lead" } as const;

/** The words of a statement: roman is the speaker, italic the reporter; an opening mark hangs outside the measure. */
export function Quotation({ wording, form, language, isDenial, size = "reading", href }: QuotationProps) {
  const words = (
    <>
      {isDenial ? <span className="denied">Denies: </span> : null}
      <Voices voices={voicesOf(wording, form)} />
    </>
  );
  return (
    <blockquote
      className={!isDenial && opensWithMark(wording) ? `${SIZES[size]} q--hang` : SIZES[size]}
      lang={language}
      dir="auto"
    >
      <p>{href ? <Link href={href as Route}>{words}</Link> : words}</p>
    </blockquote>
  );
}

/** The words as the head of their own page: what the reporter leads in with stands small above them. */
export function HeroQuotation({ wording, form, language, isDenial }: QuotationProps) {
  const voices = voicesOf(wording, form);
  const [first, ...rest] = voices;
  const hasLeadIn = form === "mixed" && first?.voice === "reporter" && rest.length > 0;
  const words = hasLeadIn ? rest : voices;
  const hangs = opensWithMark(words[0]?.text ?? "");
  // a paragraph of reasons is not set in the size of a headline
  const size = wording.length > 400 ? "q q--3" : "q q--hero";
  return (
    <blockquote className={size} lang={language} dir="auto">
      {isDenial ? (
        <p className="leadin">
          <span className="denied">Denies:</span>
        </p>
      ) : null}
      {hasLeadIn ? (
        <p className="leadin">
          <span className="rep">{first.text.trimEnd()}</span>
        </p>
      ) : null}
      <p className={hangs ? "hung" : undefined}>
        <Voices voices={words} />
      </p>
    </blockquote>
  );
}

/** Stretches of a wording, each in its voice. */
export function Voices({ voices }: { voices: readonly Voice[] }) {
  return voices.map(({ text, voice }, index) =>
    voice === "speaker" ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches are cut from one text and never reordered
      <span key={index} className="rep">
        {text}
      </span>
    ),
  );
}
