import { Fold } from "@/components/forms/fold.client";
import { Facts } from "@/components/ui/facts";
import { sizeInWords } from "@/components/ui/size";
import { Time } from "@/components/ui/time";
import type { FoundDetails } from "@/lib/articles";

export interface ShownArrival {
  readonly id: string;
  readonly how: string;
  readonly name: string;
  readonly address: string;
  readonly status: number | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly kind: string;
  readonly encoding: string | null;
  readonly details: FoundDetails;
  readonly notices: readonly string[];
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly arrivedAt: Date;
}

const KINDS: Readonly<Record<string, string>> = {
  ...{
    html: "a page (HTML)",
    pdf: "a PDF",
    docx: "a Word document",
    odt: "an OpenDocument text",
    rtf: "rich text (RTF)",
  },
  ...{
    markdown: "Markdown",
    text: "plain text",
    vtt: "subtitles (WebVTT)",
    srt: "subtitles (SubRip)",
    mail: "a letter (e-mail)",
  },
};

/** What the text was read from: the file or the answer as it arrived, whose bytes are kept. */
export function ArrivalFacts({ arrivals }: { arrivals: readonly ShownArrival[] }) {
  return (
    <Fold className="fold below-5" id="arrived">
      <summary>
        As it arrived{" "}
        <span className="small">
          {arrivals.length > 1 ? `${arrivals.length} times` : summaryOf(arrivals[0])}
        </span>
      </summary>
      <div className="stack above-3">
        {arrivals.map(({ id, ...arrival }) => (
          <Facts key={id} columns={2} facts={factsOf(arrival)} />
        ))}
      </div>
    </Fold>
  );
}

function summaryOf(arrival: ShownArrival | undefined): string {
  if (!arrival) return "";
  const { kind, encoding, sizeBytes } = arrival;
  return [KINDS[kind] ?? kind, sizeInWords(sizeBytes), encoding].filter(Boolean).join(", ");
}

function factsOf({
  how,
  name,
  address,
  status,
  headers,
  kind,
  encoding,
  sha256,
  sizeBytes,
  arrivedAt,
}: Omit<ShownArrival, "id">) {
  return [
    { name: how === "file" ? "File" : "Address asked", value: <bdi>{name}</bdi> },
    ...(address !== "" && address !== name
      ? [{ name: "Address that answered", value: <bdi>{address}</bdi> }]
      : []),
    { name: "Arrived", value: <Time value={arrivedAt} precision="time" /> },
    { name: "Its content is", value: KINDS[kind] ?? kind },
    { name: "Read as", value: encoding ?? "it says itself" },
    { name: "Size", value: sizeInWords(sizeBytes) },
    { name: "SHA-256 of its bytes", value: <span className="id">{sha256}</span> },
    ...(status === null
      ? []
      : [{ name: "Answer", value: `${status}, with ${headers.length} headers that are kept` }]),
  ];
}
