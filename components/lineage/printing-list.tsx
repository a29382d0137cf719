import type { Route } from "next";
import type { ReactNode } from "react";
import { Now, Was } from "@/components/corrections/was-now";
import { FormTag, StateTag } from "@/components/statements/marks";
import { Apparatus, Introduction } from "@/components/statements/quotation";
import { speakerName } from "@/components/statements/words";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { LineageRow, Taking } from "@/lib/lineage";
import { companyOf, shortWording } from "@/lib/statements";
import { directionOf } from "@/lib/text";
import {
  changesInWords,
  evidenceInWords,
  nameOf,
  orderInWords,
  precisionOf,
  takingInWords,
} from "./lineage-words";
import { drawnWords } from "./printing-words";

interface PrintingListProps {
  /** Earliest first. */
  rows: readonly LineageRow[];
  /** The statement whose page this is. */
  here: string;
}

/** Every printing on one line of time: when, where, in which words, and what it seems to rest on. */
export function PrintingList({ rows, here }: PrintingListProps) {
  return (
    <ol className="lin">
      {rows.map((row) => (
        <Row key={row.printing.key} row={row} rows={rows} isHere={row.printing.key === here} />
      ))}
    </ol>
  );
}

function Row({ row, rows, isHere }: { row: LineageRow; rows: readonly LineageRow[]; isHere: boolean }) {
  const { printing, rank } = row;
  const { statement, source } = printing;
  const isTied = row.with.length > 0;
  const order = orderInWords(row, rows);
  const first = row.comparedWith === null ? null : rows[row.comparedWith];
  return (
    <li className={isTied ? "lin__row lin__row--tied" : "lin__row"} id={anchorOf(printing.key)}>
      <div className="lin__when">
        <span className="lin__rank">
          <span className="vh">Place </span>
          {rank}
          {isTied ? (
            <>
              <span aria-hidden="true">=</span>
              <span className="vh"> or earlier or later, not certain</span>
            </>
          ) : null}
        </span>
        <span className="lin__date">
          {printing.printedOn ? (
            <Time value={printing.printedOn} precision={precisionOf(printing)} isShort />
          ) : (
            "No date"
          )}
        </span>
      </div>
      <div className="lin__what">
        <h3 className="lin__who">
          <bdi>{nameOf(printing)}</bdi>
        </h3>
        <p className="lin__where">
          <Link href={`/sources/${source.publicId}` as Route}>
            <bdi lang={source.language}>{source.title}</bdi>
          </Link>
          {printing.edition && printing.edition > 1 ? `, edition ${printing.edition}` : null}
        </p>
        <div className="lin__words">
          <Words row={row} />
        </div>
        <div className="run meta">
          <FormTag form={printing.form} />
          {statement ? (
            <span>
              <bdi>{speakerName(statement)}</bdi>
            </span>
          ) : (
            <Tag icon="circle-dashed">Not captured: who speaks there nobody read</Tag>
          )}
          {statement && statement.state !== "published" ? <StateTag state={statement.state} /> : null}
          {isHere ? (
            <Tag icon="map-pin" tone="strong">
              This statement
            </Tag>
          ) : statement ? (
            <Link className="id" href={`/statements/${statement.publicId}` as Route}>
              {statement.publicId}
            </Link>
          ) : null}
        </div>
        {order || first || row.takings.length > 0 ? (
          <dl className="lin__notes">
            {order ? <Told name="Order">{order}</Told> : null}
            {first ? (
              <Told name="Words">
                {changesInWords(row)} Beside{" "}
                <a href={`#${anchorOf(first.printing.key)}`}>
                  <bdi>{nameOf(first.printing)}</bdi>
                </a>
                , which stands first.
              </Told>
            ) : null}
            {row.takings.length > 0 ? (
              <Told name="From where">
                {row.takings.map((taking) => (
                  <TakingTold
                    key={taking.from.join()}
                    taking={taking}
                    rows={rows}
                    language={printing.language}
                  />
                ))}
              </Told>
            ) : null}
          </dl>
        ) : null}
      </div>
    </li>
  );
}

function Words({ row: { printing, changes } }: { row: LineageRow }) {
  const { wording, form, language, statement } = printing;
  const company = statement ? companyOf(statement) : null;
  const drawn = drawnWords(wording, form, changes);
  return (
    <blockquote className="q q--2" lang={language} dir={directionOf(wording, language)}>
      <p>
        {company?.notice ? <Apparatus>{`${company.notice} `}</Apparatus> : null}
        {company?.lead ? <Apparatus>{`${company.lead} `}</Apparatus> : null}
        {company?.introduction ? <Introduction>{company.introduction}</Introduction> : null}
        {drawn.map(({ kind, text, voice }, index) => {
          const words =
            voice === "reporter" && kind !== "dropped" ? <span className="rep">{text}</span> : text;
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches are cut from one text and never reordered
          if (kind === "dropped") return <Was key={index}>{words}</Was>;
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          if (kind === "now") return <Now key={index}>{words}</Now>;
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          return <span key={index}>{words}</span>;
        })}
        {company && company.tail.length > 0 ? (
          <Apparatus isAside>{` [${company.tail.join("; ")}]`}</Apparatus>
        ) : null}
      </p>
    </blockquote>
  );
}

interface TakingToldProps {
  taking: Taking;
  rows: readonly LineageRow[];
  language: string;
}

function TakingTold({ taking, rows, language }: TakingToldProps) {
  return (
    <div className="lin__taking">
      <b>{takingInWords(taking, rows)}</b>
      <ul>
        {taking.evidence.map((evidence) => (
          <li key={evidence.kind}>
            {evidenceInWords(evidence)}
            {"text" in evidence ? (
              <>
                {" "}
                <q lang={language} dir="auto" className="lin__run">
                  {shortWording(evidence.text, MOST_RUN)}
                </q>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

const MOST_RUN = 220;

function Told({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const anchorOf = (key: string) => `in-${key.replace("/", "-")}`;
