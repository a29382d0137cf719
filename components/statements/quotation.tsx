import type { Route } from "next";
import { Fragment } from "react";
import { Link } from "@/components/ui/link";
import type { Query } from "@/lib/query";
import { companyOf, shortWording, type Worded } from "@/lib/statements";
import { directionOf } from "@/lib/text";
import { Found } from "./found";
import { opensWithMark, type Voice, voicesOf } from "./voices";

interface QuotationProps {
  statement: Worded;
  /** `list` in dense lists, `reading` in generous ones, `lead` on the front page. */
  size?: "list" | "reading" | "lead" | undefined;
  /** The page of the statement, when the words lead to it. */
  href?: string | undefined;
  /** Cuts the wording, never its company, at about so many UTF-16 units. */
  most?: number | undefined;
  /** What was looked for: it is marked in the words. */
  query?: Query | null;
}

const SIZES = { list: "q q--1", reading: "q q--2", lead: "q q--lead" } as const;

/** The words of a statement: roman is the speaker, italic the reporter; an opening mark hangs outside the measure. */
export function Quotation({ statement, size = "reading", href, most, query = null }: QuotationProps) {
  const { notice, lead, introduction } = companyOf(statement);
  const words = <InCompany statement={statement} most={most} query={query} />;
  const hangs = !notice && !lead && !introduction && opensWithMark(statement.wording);
  return (
    <blockquote
      className={hangs ? `${SIZES[size]} q--hang` : SIZES[size]}
      lang={statement.language}
      dir={directionOfWords(statement)}
    >
      <p>{href ? <Link href={href as Route}>{words}</Link> : words}</p>
    </blockquote>
  );
}

/** From where the words run, for whatever frame they stand in. */
export function directionOfWords({ wording, language }: Pick<Worded, "wording" | "language">) {
  return directionOf(wording, language);
}

/** The words in one line with what must go with them, for whatever frame they stand in. */
export function InCompany({
  statement,
  most,
  query = null,
}: {
  statement: Worded;
  most?: number | undefined;
  query?: Query | null;
}) {
  const { notice, lead, introduction, tail } = companyOf(statement);
  const { wording, form } = statement;
  return (
    <>
      {notice ? <Apparatus>{`${notice} `}</Apparatus> : null}
      {lead ? <Apparatus>{`${lead} `}</Apparatus> : null}
      {introduction ? <Introduction>{introduction}</Introduction> : null}
      <Voices
        voices={voicesOf(most === undefined ? wording : shortWording(wording, most), form)}
        query={query}
      />
      {tail.length > 0 ? <Apparatus isAside>{` [${tail.join("; ")}]`}</Apparatus> : null}
    </>
  );
}

/** What the desk says beside the words, in the language of the site: before them in their size, behind them as an aside. */
export function Apparatus({ isAside, children }: { isAside?: boolean; children: string }) {
  return (
    <span className={isAside ? "company company--aside" : "company"} lang="en" dir="ltr">
      {children}
    </span>
  );
}

/** What the reporter leads in with, as printed: set apart from the words, which begin behind it. */
export function Introduction({ children }: { children: string }) {
  return (
    <>
      <span className="intro">{children}</span>{" "}
    </>
  );
}

/** The words as the head of their own page: what the reporter leads in with stands small above them. */
export function HeroQuotation({ statement }: { statement: Worded }) {
  const { wording, form, language } = statement;
  // a retraction or correction stands above it already, with its reason
  const { lead, introduction, tail } = companyOf(statement);
  const voices = voicesOf(wording, form);
  const [first, ...rest] = voices;
  const hasLeadIn = form === "mixed" && first?.voice === "reporter" && rest.length > 0;
  const words = hasLeadIn ? rest : voices;
  const hangs = opensWithMark(words[0]?.text ?? "");
  // a paragraph of reasons is not set in the size of a headline
  const size = wording.length > 400 ? "q q--3" : "q q--hero";
  return (
    <blockquote className={size} lang={language} dir={directionOfWords(statement)}>
      {lead ? (
        <p className="leadin">
          <Apparatus>{lead}</Apparatus>
        </p>
      ) : null}
      {introduction ? (
        <p className="leadin">
          <Introduction>{introduction}</Introduction>
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
      {tail.length > 0 ? (
        <p className="leadin">
          <Apparatus isAside>{`[${tail.join("; ")}]`}</Apparatus>
        </p>
      ) : null}
    </blockquote>
  );
}

/** Stretches of a wording, each in its voice. */
function Voices({ voices, query = null }: { voices: readonly Voice[]; query?: Query | null }) {
  const marked = (text: string) => (query ? <Found text={text} query={query} /> : text);
  return voices.map(({ text, voice }, index) =>
    voice === "speaker" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches are cut from one text and never reordered
      <Fragment key={index}>{marked(text)}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches are cut from one text and never reordered
      <span key={index} className="rep">
        {marked(text)}
      </span>
    ),
  );
}
