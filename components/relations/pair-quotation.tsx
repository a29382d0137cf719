import { Icon } from "@/components/ui/icon";
import { countOf } from "@/components/ui/numeral";
import type { Stretch } from "./pair-words";

interface PairQuotationProps {
  stretches: readonly Stretch[];
  language: string;
  isDenial?: boolean | undefined;
}

/** A quotation in a pair: roman is the speaker, italic the reporter, and a heavy line stands under what differs. */
export function PairQuotation({ stretches, language, isDenial }: PairQuotationProps) {
  return (
    <blockquote className="q q--3" lang={language} dir="auto">
      <p>
        {isDenial ? <span className="denied">Denies: </span> : null}
        {stretches.map((stretch, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches are cut from one text and never reordered
          <Drawn key={index} stretch={stretch} />
        ))}
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
