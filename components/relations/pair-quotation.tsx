import { Apparatus, directionOfWords, Introduction } from "@/components/statements/quotation";
import { Icon } from "@/components/ui/icon";
import { countOf } from "@/components/ui/numeral";
import { companyOf, type Worded } from "@/lib/statements";
import type { Stretch } from "./pair-words";

interface PairQuotationProps {
  statement: Worded;
  /** Its wording, cut by what the other side lacks. */
  stretches: readonly Stretch[];
}

/** A quotation in a pair: roman is the speaker, italic the reporter, and a heavy line stands under what differs. */
export function PairQuotation({ statement, stretches }: PairQuotationProps) {
  const { notice, lead, introduction, tail } = companyOf(statement);
  return (
    <blockquote className="q q--3" lang={statement.language} dir={directionOfWords(statement)}>
      <p>
        {notice ? <Apparatus>{`${notice} `}</Apparatus> : null}
        {lead ? <Apparatus>{`${lead} `}</Apparatus> : null}
        {introduction ? <Introduction>{introduction}</Introduction> : null}
        {stretches.map((stretch, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches are cut from one text and never reordered
          <Drawn key={index} stretch={stretch} />
        ))}
        {tail.length > 0 ? <Apparatus isAside>{` [${tail.join("; ")}]`}</Apparatus> : null}
      </p>
    </blockquote>
  );
}

function Drawn({ stretch }: { stretch: Stretch }) {
  const words = stretch.isOnlyHere ? <mark className="only">{stretch.text}</mark> : stretch.text;
  return (
    <>
      {stretch.voice === "reporter" && stretch.text ? <span className="rep">{words}</span> : words}
      {stretch.missing > 0 ? (
        <span className="caret">
          {" "}
          <Icon name="chevron-up" />
          <span>{countOf(stretch.missing, "word")} not here</span>
        </span>
      ) : null}
    </>
  );
}
