import { Icon, type IconName } from "@/components/ui/icon";
import { AXES, type Axis, FAMILIES, familyOf, NARRATIVE, valueLabel } from "@/lib/verdicts";

export interface VerdictShown {
  axis: string;
  value: string;
  reasons: string;
  uncertainty?: string | undefined;
  /** On axis `true`: the label of the scale that the desk used, with its number and the scale's length. */
  scaleLabel?: { label: string; number: number | null; icon: string; steps: number } | null | undefined;
}

interface VerdictAxesProps {
  /** The standing verdicts, at most one an axis, in any order. */
  verdicts: readonly VerdictShown[];
}

/** Always four, always in one order, always by name; a value is a glyph and its word. */
export function VerdictAxes({ verdicts }: VerdictAxesProps) {
  return (
    <dl className="axes">
      {AXES.map((axis) => {
        const verdict = verdicts.find((given) => given.axis === axis.key);
        return (
          <div key={axis.key}>
            <dt>
              <Icon name={axis.icon} />
              {axis.label}
            </dt>
            {verdict ? <Given axis={axis.key} verdict={verdict} /> : <NotGiven axis={axis.key} />}
          </div>
        );
      })}
    </dl>
  );
}

function Given({ axis, verdict }: { axis: Axis; verdict: VerdictShown }) {
  return (
    <>
      <dd>
        <Icon name={verdictIcon(axis, verdict)} />
        <span>{verdictWord(axis, verdict)}</span>
        <Cells verdict={verdict} />
      </dd>
      <dd dir="auto">{verdict.reasons}</dd>
      {verdict.uncertainty ? (
        <dd dir="auto">
          <span className="small">Uncertain:</span> {verdict.uncertainty}
        </dd>
      ) : null}
    </>
  );
}

function NotGiven({ axis }: { axis: Axis }) {
  return (
    <dd className="none">
      <Icon name="circle-dashed" />
      <span>{axis === "true" ? "Not judged" : "No verdict"}</span>
    </dd>
  );
}

function Cells({ verdict }: { verdict: VerdictShown }) {
  const scale = verdict.scaleLabel;
  if (!scale || scale.number === null) return null;
  const steps = Array.from({ length: scale.steps }, (_, index) => index + 1);
  return (
    <span className="five" role="img" aria-label={`${scale.number} of ${scale.steps}`}>
      {steps.map((step) => (
        <i key={step} className={step === scale.number ? "on" : undefined} />
      ))}
    </span>
  );
}

function verdictWord(axis: Axis, verdict: VerdictShown): string {
  if (verdict.value === NARRATIVE) return "In words";
  return verdict.scaleLabel?.label ?? valueLabel(axis, verdict.value) ?? verdict.value.replaceAll("_", " ");
}

const SCALE_ICONS: ReadonlySet<string> = new Set(Object.values(FAMILIES));

function verdictIcon(axis: Axis, verdict: VerdictShown): IconName {
  if (axis !== "true") return FAMILIES[familyOf(axis, verdict.value)];
  const icon = verdict.scaleLabel?.icon;
  // a scale's icon is data; a desk may choose among the six families' glyphs
  return icon !== undefined && isFamilyIcon(icon) ? icon : "scale";
}

function isFamilyIcon(icon: string): icon is (typeof FAMILIES)[keyof typeof FAMILIES] {
  return SCALE_ICONS.has(icon);
}
