import type { Route } from "next";
import { RelationLabel } from "@/components/relations/relation-label";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { RESOLUTIONS } from "@/lib/relations";
import { labelOf } from "@/lib/text";
import { AXES, type Axis, FAMILIES, familyOf, NARRATIVE, valueLabel } from "@/lib/verdicts";
import type { ShownTie, ShownVerdict } from "./shown";
import { formWord, speakerName, stateWord } from "./words";

/** How many of the words are the speaker's. */
export function FormTag({ form }: { form: string }) {
  const { label, icon } = formWord(form);
  return <Tag icon={icon}>{label}</Tag>;
}

/** Said beside a wording that its speaker denies, for the words alone would say the contrary. */
export function DenialTag() {
  return <Tag icon="minus">Denied: the speaker says that this is not so</Tag>;
}

/** Where the statement stands in the editorial process. */
export function StateTag({ state, version }: { state: string; version?: number | null | undefined }) {
  const { label, icon } = stateWord(state);
  return (
    <Tag icon={icon}>
      {label}
      {version ? `, version ${version}` : ""}
    </Tag>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  said: "Said",
  faithful: "Faithful",
  in_context: "Context",
  true: "True",
};

/** The four axes in a dense row: their names and the glyphs that the legend explains. */
export function AxisGlyphs({ verdicts }: { verdicts: readonly ShownVerdict[] }) {
  return (
    <ul className="ax4">
      {axesWith(verdicts).map(({ key, name, icon, word }) => (
        <li key={key} title={`${name}: ${word}`}>
          <Icon name={icon} />
          {name}
          <span className="vh">: {word}</span>
        </li>
      ))}
    </ul>
  );
}

/** The four axes with their words, small. */
export function AxisWords({ verdicts }: { verdicts: readonly ShownVerdict[] }) {
  return (
    <dl className="axes axes--mini">
      {axesWith(verdicts).map(({ key, name, icon, word }) => (
        <div key={key} className="contents">
          <dt>{name}</dt>
          <dd>
            <Icon name={icon} /> {word}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What the six glyphs of the axes mean. */
export function AxisLegend() {
  return (
    <div className="legend">
      <Tag icon={FAMILIES.holds}>holds</Tag>
      <Tag icon={FAMILIES.in_part}>in part</Tag>
      <Tag icon={FAMILIES.disputed}>disputed</Tag>
      <Tag icon={FAMILIES.fails}>fails</Tag>
      <Tag icon={FAMILIES.cannot_compare}>cannot be compared</Tag>
      <Tag icon={FAMILIES.none}>no verdict yet</Tag>
      <span className="small">The exact verdict stands on the statement’s page.</span>
    </div>
  );
}

/** The ties of one statement, each with the speaker at its other end. */
export function TieList({ ties }: { ties: readonly ShownTie[] }) {
  if (ties.length === 0) return null;
  return (
    <ul className="meta ties">
      {ties.map((tie) => (
        <li key={tie.publicId}>
          <RelationLabel type={tie.type} state={tie.state} isFromReader={tie.isFrom} />{" "}
          <Link href={`/statements/${tie.other.publicId}` as Route}>
            <bdi>{speakerName(tie.other)}</bdi>
          </Link>
          {tie.resolution ? `: ${labelOf(RESOLUTIONS, tie.resolution).toLowerCase()}` : null}
        </li>
      ))}
    </ul>
  );
}

function axesWith(verdicts: readonly ShownVerdict[]) {
  return AXES.map(({ key }) => {
    const verdict = verdicts.find(({ axis }) => axis === key);
    const none = key === "true" ? "not judged" : "not given";
    return {
      key,
      name: NAMES[key] ?? key,
      icon: verdict ? glyphOf(key, verdict) : FAMILIES.none,
      word: verdict ? wordOf(key, verdict).toLowerCase() : none,
    };
  });
}

function glyphOf(axis: Axis, { value }: ShownVerdict): IconName {
  // a scale's labels have no family: the scale itself stands for "judged", and the word says how
  return axis === "true" ? "scale" : FAMILIES[familyOf(axis, value)];
}

function wordOf(axis: Axis, { value, label }: ShownVerdict): string {
  if (value === NARRATIVE) return "in words";
  return label ?? valueLabel(axis, value) ?? value.replaceAll("_", " ");
}
