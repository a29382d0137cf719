import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-face";
import { countOf, Numeral } from "@/components/ui/numeral";
import { Section } from "@/components/ui/page";
import type { BibliographyFinding, ShownBibliography } from "@/lib/bibliographies";
import { FindingList } from "./finding-list";
import type { OutcomeWords } from "./state";

export interface Drawings {
  readonly download: ReactNode;
  readonly care: ReactNode;
  readonly stop: ReactNode;
}

interface BibliographyResultProps {
  report: ShownBibliography;
  outcomes: readonly OutcomeWords[];
  formats: readonly { readonly key: string; readonly label: string }[];
  drawings: Drawings;
  /** The form that is sent again for a file, by its id, and where to. */
  form: string;
  download: string;
}

/** What became of a bibliography: in figures, what could not be read, what is to be looked at, and the rest. */
export function BibliographyResult(props: BibliographyResultProps) {
  const { report, outcomes, formats, drawings, form, download } = props;
  const { toLookAt, standing, unnamed, problems, leftOut, more } = report;
  const format = formats.find(({ key }) => key === report.format)?.label ?? report.format;
  const asFile = (as: string, label: string) => (
    <button
      type="submit"
      form={form}
      formAction={download}
      formMethod="post"
      formEncType="multipart/form-data"
      name="as"
      value={as}
      className={buttonClass({ variant: "plain" })}
    >
      {drawings.download}
      <span>{label}</span>
    </button>
  );
  return (
    <>
      <Section
        id="result"
        title="What became of it"
        margin={`${countOf(report.entries, "entry", "entries")}, read as ${format}. As of this moment; nothing of it is kept.`}
      >
        <dl className="bib__sum">
          {outcomes
            .filter(({ key }) => countIn(report, key) > 0)
            .map(({ key, label, definition, icon }) => (
              <div key={key}>
                <dt>
                  {icon}
                  <span>{label}</span>
                </dt>
                <dd className="bib__count">
                  <Numeral value={countIn(report, key)} />
                </dd>
                <dd className="bib__means">{definition}</dd>
              </div>
            ))}
        </dl>
        {report.entries === 0 ? (
          <p>
            Nothing in it is an entry, and nothing names a record of this site. A list of addresses has one a
            line.
          </p>
        ) : null}
        {problems.length > 0 ? (
          <div className="note note--care above-5">
            {drawings.care}
            <div>
              <b>Not all of it could be read; the rest was</b>
              <ul>
                {problems.slice(0, MOST_PROBLEMS).map(({ line, message }) => (
                  <li key={`${line} ${message}`}>
                    Line {line}: {message}
                  </li>
                ))}
                {problems.length > MOST_PROBLEMS ? (
                  <li>And {countOf(problems.length - MOST_PROBLEMS, "more place")}.</li>
                ) : null}
              </ul>
            </div>
          </div>
        ) : null}
        {leftOut > 0 ? (
          <div className="note note--stop above-5">
            {drawings.stop}
            <div>
              <b>{countOf(leftOut, "entry was", "entries were")} not looked at</b>
              <p>Nothing is said of them. Check them by themselves.</p>
            </div>
          </div>
        ) : null}
        {report.entries > 0 ? (
          <div className="btns above-5 noprint">
            {asFile("csv", "Report as CSV")}
            {asFile("json", "Report as JSON")}
            {report.format === "json" ? null : asFile("refreshed", `Refreshed ${format}`)}
          </div>
        ) : null}
        {more > 0 ? <p className="small above-3">{countOf(more, "more")} stand in the files alone.</p> : null}
      </Section>
      {toLookAt.length > 0 ? (
        <Section id="to-look-at" title="To look at" margin="In the order of the bibliography.">
          <FindingList findings={toLookAt} outcomes={outcomes} />
        </Section>
      ) : null}
      {standing.length > 0 ? (
        <Section id="standing" title="Still as cited" isLast={unnamed.length === 0}>
          <Entries findings={standing} />
        </Section>
      ) : null}
      {unnamed.length > 0 ? (
        <Section
          id="unnamed"
          title="No record of ours"
          margin="Nothing in these leads to this site, so nothing is said of them."
          isLast
        >
          <Entries findings={unnamed} />
        </Section>
      ) : null}
    </>
  );
}

const MOST_PROBLEMS = 12;

const countIn = ({ counts }: ShownBibliography, key: string): number =>
  (counts as Readonly<Record<string, number>>)[key] ?? 0;

/** Entries of which there is nothing to tell, each on a line. */
function Entries({ findings }: { findings: readonly BibliographyFinding[] }) {
  return (
    <ol className="bib__lines">
      {findings.map(({ entry, named, line, label, record }) => (
        <li key={`${entry} ${named}`}>
          <span className="num bib__at">
            <span className="vh">Entry </span>
            {entry}
          </span>
          <span className="bib__label" dir="auto">
            {label || `Line ${line}`}
          </span>
          {record ? (
            <a className="id" href={record.url}>
              {record.id}
            </a>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
