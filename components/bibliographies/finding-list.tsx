import { Now, Was } from "@/components/corrections/was-now";
import { Time } from "@/components/ui/time";
import type { BibliographyFinding } from "@/lib/bibliographies";
import type { OutcomeWords } from "./state";

interface FindingListProps {
  findings: readonly BibliographyFinding[];
  outcomes: readonly OutcomeWords[];
}

/** Each entry of which something became, with what was said of it in public, and what stood and stands. */
export function FindingList({ findings, outcomes }: FindingListProps) {
  return (
    <ol className="bib__list">
      {findings.map((finding) => (
        <Finding
          key={`${finding.entry} ${finding.named}`}
          finding={finding}
          outcome={outcomes.find(({ key }) => key === finding.outcome)}
        />
      ))}
    </ol>
  );
}

function Finding({ finding, outcome }: { finding: BibliographyFinding; outcome: OutcomeWords | undefined }) {
  const { entry, line, label, record, named, retraction, since, changes, isTold, host } = finding;
  return (
    <li className="bib__one">
      <div className="bib__head">
        <span className="tag tag--strong">
          {outcome?.icon}
          <span>{outcome?.label}</span>
        </span>
        <span className="small">
          Entry <span className="num">{entry}</span>, line <span className="num">{line}</span>
          {isTold ? "; it says so itself" : ""}
        </span>
      </div>
      <h3 className="bib__title" dir="auto">
        {label}
      </h3>
      <p className="small">
        {record ? (
          <>
            <a className="id" href={record.url}>
              {record.id}
            </a>
            {versionsInWords(finding)}
          </>
        ) : (
          <span className="id">{named}</span>
        )}
        {host ? `. Cited at ${host}, which is not this site; it is looked up here` : ""}.
      </p>
      {retraction ? (
        <p className="bib__said">
          Retracted
          {retraction.at ? (
            <>
              {" "}
              on <Time value={new Date(retraction.at)} precision="day" />
            </>
          ) : null}
          : <span dir="auto">{retraction.reason}</span>
        </p>
      ) : null}
      {since.length > 0 ? (
        <ul className="bib__said">
          {since.map(({ version, kind, note, at }) => (
            <li key={version}>
              {KINDS[kind] ?? "Corrected"}, version {version}, <Time value={new Date(at)} precision="day" />:{" "}
              <span dir="auto">{note}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {changes.length > 0 ? (
        <dl className="facts bib__changes">
          {changes.map(({ field, label: name, pieces }) => (
            <div key={field}>
              <dt>{name}</dt>
              <dd dir="auto" className={field === "wording" ? "bib__words" : undefined}>
                {pieces.map(({ kind, text }, index) => {
                  // biome-ignore lint/suspicious/noArrayIndexKey: stretches are cut from one text and never reordered
                  if (kind === "was") return <Was key={index}>{text}</Was>;
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  if (kind === "now") return <Now key={index}>{text}</Now>;
                  return text;
                })}
              </dd>
            </div>
          ))}
        </dl>
      ) : record?.kind === "statement" && finding.outcome !== "not_published" ? (
        <p className="bib__words" dir="auto">
          {record.inFull}
        </p>
      ) : null}
      {record ? null : <p className="small">{outcome?.definition}</p>}
    </li>
  );
}

const KINDS: Readonly<Record<string, string>> = {
  typo: "Spelling corrected",
  clarification: "Clarified",
  correction: "Corrected",
  verdict_change: "Verdict changed",
};

/** ", cited in version 1; version 3 stands" */
function versionsInWords({ citedVersion, isVersionByWords, version, outcome }: BibliographyFinding): string {
  if (version === null) return "";
  const cited =
    citedVersion === null
      ? "which version is cited it does not say"
      : `cited in version ${citedVersion}${isVersionByWords ? " by its words" : ""}`;
  const stands = outcome === "retracted" ? `version ${version} was the last` : `version ${version} stands`;
  return `, ${cited}; ${stands}`;
}
