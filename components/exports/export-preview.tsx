import { AnchorButton } from "@/components/ui/button";
import { countOf } from "@/components/ui/numeral";

interface ExportPreviewProps {
  label: string;
  /** Where the file is. */
  href: string;
  count: { readonly count: number; readonly isCapped: boolean };
  bytes: number;
  entries: number;
  text: string;
  omits: readonly string[];
  isBinary: boolean;
}

/** How much a file will be, what it begins with, what it cannot carry, and the file. */
export function ExportPreview(props: ExportPreviewProps) {
  const { label, href, count, bytes, entries, text, omits, isBinary } = props;
  const many = countOf(count.count, "statement");
  return (
    <>
      <p className="export__sum">
        <b>{count.isCapped ? `More than ${many}` : many}</b>, {count.isCapped ? "more than" : "about"}{" "}
        <span className="num">{sizeInWords(bytes)}</span> as {label}.
      </p>
      <div className="btns noprint">
        <AnchorButton href={href} icon="download" variant="main" download>
          Download {label}
        </AnchorButton>
      </div>
      <p className="hint above-3">
        The file is made while it is read. Your browser shows how far it is and stops it; nothing is left
        behind.
      </p>
      <h3 className="label above-5">
        {isBinary ? "What stands in it" : "How it begins"}
        {count.count > entries ? `, the first ${entries}` : ""}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="export__text" aria-label="The beginning of the file" tabIndex={0}>
        <pre dir="auto">{text}</pre>
      </section>
      <h3 className="label above-5">What {label} cannot carry</h3>
      <ul className="export__omits">
        {omits.map((omitted) => (
          <li key={omitted}>{omitted}</li>
        ))}
      </ul>
    </>
  );
}

const UNITS = ["bytes", "kB", "MB", "GB"];

/** "840 bytes", "12 kB", "1.4 MB": in powers of a thousand, as far as a reckoning goes. */
function sizeInWords(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
}
