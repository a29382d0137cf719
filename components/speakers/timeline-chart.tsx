import { formWord } from "@/components/statements/words";
import { Icon } from "@/components/ui/icon";
import { countOf } from "@/components/ui/numeral";
import { timeInWords } from "@/components/ui/time";
import { isConflict, RELATION_TYPES } from "@/lib/relations";
import { termOf } from "@/lib/text";
import {
  EARLIER_WIDTH,
  LABELS_WIDTH,
  LEAST_WIDTH,
  type Mark,
  type PlacedTie,
  type Timeline,
  TOP,
} from "./timeline-layout";

const MARK = 18;
const KNOT = 10;
/** The way between two rows that follow each other is shorter than this. */
const MOST_STRAIGHT = 70;
const BOW = 44;

/** The drawing of a timeline, made on the server; its marks lead to the statements. */
export function TimelineChart({ timeline, name }: { timeline: Timeline; name: string }) {
  const { width, height, columns, gaps, rows, marks, ties } = timeline;
  const bottom = height - 32;
  const [first, last] = [columns[0], columns.at(-1)];
  return (
    // biome-ignore lint/a11y/useSemanticElements: no HTML element groups the links of a drawing
    <svg
      className={width > LEAST_WIDTH ? "chart chart--long" : "chart"}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-labelledby="timeline-name timeline-words"
    >
      <title id="timeline-name">{`Timeline of statements by ${name}`}</title>
      <desc id="timeline-words">{inWords(timeline)}</desc>
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="hair" />
        </pattern>
      </defs>
      <rect x={LABELS_WIDTH} y={TOP} width={EARLIER_WIDTH} height={bottom - TOP} fill="url(#hatch)" />
      {gaps.map(({ x, width: wide, days }) => (
        <g key={x}>
          <rect x={x} y={TOP} width={wide} height={bottom - TOP} fill="url(#hatch)" />
          {wide > 60 ? (
            <text x={x + wide / 2} y={bottom + 18} textAnchor="middle" className="t-3">
              {countOf(days, "day")}
            </text>
          ) : null}
        </g>
      ))}
      {columns.map(({ x, day }) => (
        <g key={day}>
          <line className="hair" x1={x} y1={TOP} x2={x} y2={bottom} />
          <text x={x + 6} y={bottom + 18} className={day === last?.day ? "t-b" : undefined}>
            {dayWords(day, day === first?.day || day === last?.day)}
          </text>
        </g>
      ))}
      <text x={LABELS_WIDTH + 6} y={bottom + 18}>
        Earlier
      </text>
      <line className="axis" x1={LABELS_WIDTH} y1={bottom} x2={width} y2={bottom} />
      {rows.map((row, index) => (
        <g key={row.name}>
          <text x="0" y={row.y + 4} className={index === 0 ? "t-b" : "t-ink"}>
            {shortened(row.name)}
          </text>
          {index > 0 ? <line className="hair" x1="0" y1={row.y - 25} x2={width} y2={row.y - 25} /> : null}
        </g>
      ))}
      {rows.map(({ y }) => (
        <MaybeEarlier key={y} marks={marks.filter((mark) => mark.y === y && !mark.isExact)} />
      ))}
      {ties.map((tie) => (
        <Tie key={`${tie.from} ${tie.to} ${tie.type}`} tie={tie} />
      ))}
      {marks.map((mark) => (
        <MarkLink key={mark.publicId} mark={mark} />
      ))}
    </svg>
  );
}

/** A dotted line back over the days on which the words may have been said. */
function MaybeEarlier({ marks }: { marks: readonly Mark[] }) {
  const [leftmost] = marks.toSorted((a, b) => a.x - b.x);
  if (!leftmost) return null;
  const end = LABELS_WIDTH + EARLIER_WIDTH - 20;
  const { x, y } = leftmost;
  return (
    <>
      <line className="span" x1={x - 14} y1={y} x2={end} y2={y} strokeDasharray="2 4" />
      <path className="span" d={`M${end + 6} ${y - 5}l-6 5 6 5`} />
    </>
  );
}

function Tie({ tie }: { tie: PlacedTie }) {
  const { start, end, type, state } = tie;
  const isDecided = state !== "suggested";
  const kind = isDecided ? (isConflict(type) ? "tie" : "tie tie--support") : "tie tie--maybe";
  const below = start.y + 12;
  // one that goes straight down past another row would go through what stands there
  const bow = Math.abs(start.x - end.x) < MARK && end.y - start.y > MOST_STRAIGHT ? BOW : 0;
  const middle = (start.y + end.y) / 2;
  // a tie within one row bows under it; one to another row leans towards its end
  const path =
    start.y === end.y
      ? `M${start.x} ${below}C${start.x} ${below + 26} ${end.x} ${below + 26} ${end.x} ${below}`
      : `M${start.x} ${below}C${start.x + bow} ${middle} ${end.x + bow} ${middle} ${end.x} ${end.y - 12}`;
  const knot = {
    // where a curve with both its handles so far out is furthest from its ends
    x: (start.x + end.x) / 2 + 0.75 * bow,
    y: start.y === end.y ? below + 20 : (below + end.y - 12) / 2,
  };
  return (
    <>
      <path className={kind} d={path} />
      <circle className="knot" cx={knot.x} cy={knot.y} r={KNOT} />
      <Icon
        name={termOf(RELATION_TYPES, type)?.icon ?? "circle-help"}
        className="glyph"
        at={{ x: knot.x - 7, y: knot.y - 7, size: 14 }}
      />
    </>
  );
}

function MarkLink({ mark }: { mark: Mark }) {
  const { x, y, publicId, form, number, name, when } = mark;
  const { label, icon } = formWord(form);
  return (
    <a
      href={`/statements/${publicId}`}
      aria-label={`${number === null ? name : `Statement ${number}`}, ${label.toLowerCase()}, ${when}`}
    >
      <rect x={x - 16} y={y - 16} width="32" height="32" fill="transparent" />
      <Icon name={icon} className="mk" at={{ x: x - MARK / 2, y: y - MARK / 2, size: MARK }} />
      {number === null ? null : (
        <text x={x} y={y - 16} textAnchor="middle" className="t-b">
          {number}
        </text>
      )}
    </a>
  );
}

function inWords({ columns, marks, ties, rows }: Timeline): string {
  const [first, last] = [columns[0], columns.at(-1)];
  const own = marks.filter(({ number }) => number !== null).length;
  const days =
    first && last ? `between ${dayWords(first.day, true)} and ${dayWords(last.day, true)}` : "without a day";
  const decided = ties.filter(({ state }) => state !== "suggested").length;
  const tied = `${countOf(decided, "tie")} confirmed and ${ties.length - decided} suggested, to ${countOf(rows.length - 1, "other speaker")}`;
  return `${countOf(own, "statement")} ${days}; ${tied}. The same stands in the table below.`;
}

function dayWords(day: string, withYear: boolean): string {
  const words = timeInWords(new Date(day), "day", true);
  return withYear ? words : words.replace(/ \d{4}$/u, "");
}

function shortened(name: string): string {
  return name.length > 26 ? `${name.slice(0, 25)}…` : name;
}
